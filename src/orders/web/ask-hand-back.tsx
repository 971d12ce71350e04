import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Badge } from '../../ui/status.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { useOrderWords } from './words.ts'

type Agreed = { id: string; workerName: string; leftUnits: number }

/** Asks for a part back and shows what was answered before; while a question waits there is none to ask. */
export function AskHandBack({ agreed, unitName }: { agreed: Agreed; unitName: string }) {
  const m = useOrderWords().staff.handBack
  const [open, setOpen] = useState(false)
  if (agreed.leftUnits === 0) return null
  return (
    <>
      <Button size="small" look="outline" onClick={() => setOpen(true)}>
        {m.ask}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={m.askOf(agreed.workerName)}>
        {open ? <AskForm agreed={agreed} unitName={unitName} onDone={() => setOpen(false)} /> : null}
      </Dialog>
    </>
  )
}

function AskForm({ agreed, unitName, onDone }: { agreed: Agreed; unitName: string; onDone: () => void }) {
  const { staff, refusals } = useOrderWords()
  const m = staff.handBack
  const format = useFormat()
  const earlier = useRead(contract['hand-backs'], { assignmentId: agreed.id }).data?.rows ?? []
  const form = useForm(contract['ask-hand-back'], {
    initial: { units: agreed.leftUnits as number | null, reason: '' },
    input: (values) => ({ assignmentId: agreed.id, ...values }),
    refusals,
    onDone: () => {
      showToast(m.asked)
      onDone()
    },
  })
  return (
    <>
      <p className="measure mb-4">{m.text}</p>
      <ul className="mb-4 space-y-2">
        {earlier.map((each) => (
          <li key={each.id}>
            <Badge>{m.states[each.state]}</Badge> {format.date(each.askedAt)} {format.number(each.units)}
            {unitName} {each.reason}
            {each.answer === '' ? null : <p className="border-l-4 border-line pl-4">{each.answer}</p>}
          </li>
        ))}
      </ul>
      <Form form={form} submit={m.send}>
        <NumberField {...form.field('units')} label={m.units} unit={unitName} required />
        <TextArea {...form.field('reason')} label={m.reason} help={m.reasonHelp} limit={2000} required />
      </Form>
    </>
  )
}
