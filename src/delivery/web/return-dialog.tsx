import { RadioGroup } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FileDrop, type UploadedFile } from '../../ui/file-drop.tsx'
import { Form } from '../../ui/form.tsx'
import { Heading } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { daysAfter, todayInJapan } from '../../ui/value-text.tsx'
import { reworkCauses } from '../contract/shapes.ts'
import { contract } from '../contract/index.ts'
import type { Inspection } from './answers.ts'
import { ReworkNote } from './rework-note.tsx'
import { useDeliveryWords } from './words.ts'

type Props = { it: Inspection; open: boolean; onClose: () => void; onDone: () => void }
type Cause = (typeof reworkCauses)[number]

const usualDays = 7

/** A return asks for all that the worker needs, and shows how they will read it. */
export function ReturnDialog({ it, open, onClose, onDone }: Props) {
  const m = useDeliveryWords()
  return (
    <Dialog open={open} onClose={onClose} title={m.inspect.returnTitle} wide>
      <ReturnForm it={it} onDone={onDone} />
    </Dialog>
  )
}

function ReturnForm({ it, onDone }: Pick<Props, 'it' | 'onDone'>) {
  const m = useDeliveryWords()
  const form = useForm(contract['return-deliverable'], {
    initial: {
      item: '',
      reason: '',
      evidence: '',
      evidenceFileId: [] as readonly UploadedFile[],
      cause: '' as Cause | '',
      correctBy: daysAfter(todayInJapan(), usualDays),
    },
    input: ({ cause, evidenceFileId, ...values }) => ({
      submissionId: it.submissionId,
      ...values,
      cause: cause === '' ? null : cause,
      evidenceFileId: evidenceFileId[0]?.id ?? null,
    }),
    refusals: m.refusals,
    faults: m.faults,
    draft: `delivery.return.${it.submissionId}`,
    onDone: () => {
      showToast(m.inspect.returned)
      onDone()
    },
  })
  const { item, reason, evidence, evidenceFileId, cause, correctBy } = form.values
  const written = item !== '' || reason !== '' || evidence !== ''
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Form form={form} submit={m.inspect.send}>
        <TextArea {...form.field('item')} label={m.inspect.item} help={m.inspect.itemHelp} required limit={2000} />
        <TextArea {...form.field('reason')} label={m.reason} help={m.inspect.reasonHelp} required limit={2000} />
        <TextArea {...form.field('evidence')} label={m.inspect.evidence} help={m.inspect.evidenceHelp} required limit={2000} />
        <FileDrop {...form.field('evidenceFileId')} label={m.inspect.evidenceFile} most={1} optional />
        <RadioGroup
          {...form.field('cause')}
          label={m.inspect.cause}
          options={reworkCauses.map((value) => ({ value, label: m.causes[value], help: m.causeHelp[value] }))}
          required
        />
        <DateField {...form.field('correctBy')} label={m.inspect.correctBy} min={todayInJapan()} required />
      </Form>
      <section aria-labelledby="preview" className="space-y-3 rounded-12 lg:sticky lg:top-0 bg-sunken p-4">
        <Heading level={3} id="preview">
          {m.inspect.preview}
        </Heading>
        {written ? (
          <ReworkNote
            rework={{
              item,
              reason,
              evidence,
              evidenceFile: evidenceFileId[0] ?? null,
              cause: cause === '' ? 'worker-fault' : cause,
              correctBy,
            }}
          />
        ) : (
          <p className="text-ink-soft">{m.inspect.previewEmpty}</p>
        )}
      </section>
    </div>
  )
}
