import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import type { Inspection } from './answers.ts'
import { useDeliveryWords } from './words.ts'

type Props = { it: Inspection; open: boolean; onClose: () => void; onDone: () => void }

/** Accepting says once more what and whose it is, because it cannot be undone. */
export function AcceptDialog({ it, open, onClose, onDone }: Props) {
  const m = useDeliveryWords()
  return (
    <Dialog open={open} onClose={onClose} title={m.inspect.acceptTitle}>
      <AcceptForm it={it} onDone={onDone} />
    </Dialog>
  )
}

function AcceptForm({ it, onDone }: Pick<Props, 'it' | 'onDone'>) {
  const m = useDeliveryWords()
  const format = useFormat()
  const form = useForm(contract['accept-deliverable'], {
    initial: { note: '' },
    input: (values) => ({ submissionId: it.submissionId, note: values.note }),
    refusals: m.refusals,
    onDone: () => {
      showToast(m.inspect.accepted)
      onDone()
    },
  })
  return (
    <>
      <p>{m.inspect.acceptText(`${format.number(it.units)}${it.unitName}`, it.workerName)}</p>
      <p>{m.inspect.payOn(format.date(it.payOn))}</p>
      <Form form={form} submit={m.inspect.accept}>
        <TextArea {...form.field('note')} label={m.inspect.acceptNote} optional limit={500} />
      </Form>
    </>
  )
}
