import { useState } from 'react'
import { Actions, Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choice-field.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FileDrop, type UploadedFile } from '../../ui/file-drop.tsx'
import { Form } from '../../ui/form.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import type { PackageView } from './answers.ts'
import { type Material, MaterialFile } from './materials.tsx'
import { useOrderWords, useStaffWords } from './words.ts'

/** The files that the work needs: a director adds them, gives out new versions and takes them back. */
export function MaterialTab({ work }: { work: PackageView }) {
  const m = useStaffWords().material
  const [adding, setAdding] = useState<Material | 'new' | null>(null)
  const materials = useRead(contract.materials, { packageId: work.id })
  const steps = useRead(contract.manual, { packageId: work.id }).data?.steps ?? []
  const stepNames = steps.map(({ title }, at) => m.stepOf(at + 1, title))
  const isClosed = work.state === 'closed'
  return (
    <Stack gap="medium">
      <p className="measure text-ink-soft">{m.lead}</p>
      {isClosed ? null : (
        <Actions>
          <Button icon="plus" onClick={() => setAdding('new')}>
            {m.add}
          </Button>
        </Actions>
      )}
      <Loaded of={materials}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyList title={m.none} text={m.noneText} />
          ) : (
            <Stack gap="medium">
              {rows.map((each) => (
                <MaterialOf key={each.id} material={each} stepNames={stepNames} onChange={isClosed ? null : () => setAdding(each)} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Dialog open={adding !== null} onClose={() => setAdding(null)} title={adding === null || adding === 'new' ? m.add : m.addOf}>
        {adding === null ? null : (
          <MaterialForm work={work} of={adding === 'new' ? null : adding} stepNames={stepNames} onDone={() => setAdding(null)} />
        )}
      </Dialog>
    </Stack>
  )
}

function MaterialOf({
  material,
  stepNames,
  onChange,
}: {
  material: Material
  stepNames: readonly string[]
  onChange: (() => void) | null
}) {
  const { staff, refusals } = useOrderWords()
  const { material: m, packageFields } = staff
  const [asking, setAsking] = useState(false)
  const withdraw = useWrite(contract['withdraw-material'], { onSuccess: () => showToast(m.withdrawn) })
  const [newest, ...older] = material.versions
  return (
    <Card title={material.title} aside={<Badge>{packageFields.securityClasses[material.dataClass] ?? ''}</Badge>}>
      <Stack gap="small">
        <p className="text-ink-soft">{material.step === null ? m.whole : (stepNames[material.step] ?? m.stepOf(material.step + 1, ''))}</p>
        {newest ? <MaterialFile version={newest} title={material.title} /> : null}
        {newest && newest.changes !== '' ? <p className="whitespace-pre-line">{newest.changes}</p> : null}
        {older.length === 0 ? null : (
          <Disclosure summary={m.older}>
            {older.map((version) => (
              <div key={version.version}>
                <MaterialFile version={version} title={material.title} />
              </div>
            ))}
          </Disclosure>
        )}
        <RefusalNotice refusal={withdraw.refusal} words={refusals} />
        {onChange ? (
          <Actions>
            <Button look="outline" size="small" onClick={onChange}>
              {m.addOf}
            </Button>
            <Button look="quiet" size="small" onClick={() => setAsking(true)}>
              {m.withdraw}
            </Button>
          </Actions>
        ) : null}
      </Stack>
      <Dialog open={asking} onClose={() => setAsking(false)} title={m.withdrawOf(material.title)}>
        <p className="mb-4">{m.withdrawText}</p>
        <Button
          pending={withdraw.pending}
          onClick={() =>
            void withdraw.run({ materialId: material.id }).then(
              () => setAsking(false),
              () => undefined,
            )
          }
        >
          {m.withdraw}
        </Button>
      </Dialog>
    </Card>
  )
}

type FormProps = { work: PackageView; of: Material | null; stepNames: readonly string[]; onDone: () => void }

function MaterialForm({ work, of, stepNames, onDone }: FormProps) {
  const { staff, refusals } = useOrderWords()
  const { material: m, packageFields } = staff
  const form = useForm(contract['add-material'], {
    initial: {
      title: of?.title ?? '',
      step: String(of?.step ?? ''),
      dataClass: String(of?.dataClass ?? 0),
      fileId: [] as readonly UploadedFile[],
      changes: '',
    },
    input: ({ step, dataClass, fileId, ...values }) => ({
      ...values,
      packageId: work.id,
      materialId: of?.id ?? null,
      step: step === '' ? null : Number(step),
      dataClass: Number(dataClass),
      fileId: fileId[0]?.id,
    }),
    refusals,
    onDone: () => {
      showToast(m.added)
      onDone()
    },
  })
  const classes = packageFields.securityClasses.slice(0, work.securityClass + 1)
  return (
    <Form form={form} submit={of === null ? m.add : m.addOf}>
      <FileDrop {...form.field('fileId')} label={m.file} help={m.fileHelp} most={1} required />
      <TextField {...form.field('title')} label={m.name} help={m.nameHelp} required />
      <Select
        {...form.field('step')}
        label={m.step}
        none={m.whole}
        options={stepNames.map((label, at) => ({ value: String(at), label }))}
      />
      <Select
        {...form.field('dataClass')}
        label={m.dataClass}
        help={m.dataClassHelp}
        options={classes.map((label, at) => ({ value: String(at), label }))}
      />
      {of === null ? null : <TextArea {...form.field('changes')} label={m.changes} help={m.changesHelp} limit={1000} required />}
    </Form>
  )
}
