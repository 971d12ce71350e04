import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { YenField } from '../../ui/number-field.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { useOrderWords } from './words.ts'

type Agreed = { id: string; workerName: string; leftUnits: number; unitPriceYen: number; dueOn: string; openChangeId: string | null }

/** Asks for other terms for what is left, or takes the question back. */
export function ProposeTerms({ agreed }: { agreed: Agreed }) {
  const { staff, refusals } = useOrderWords()
  const m = staff.terms
  const [open, setOpen] = useState(false)
  const withdraw = useWrite(contract['withdraw-terms'], { onSuccess: () => showToast(m.withdrawn) })
  const { openChangeId } = agreed
  if (openChangeId !== null) {
    return (
      <>
        <Button
          size="small"
          look="outline"
          pending={withdraw.pending}
          onClick={() => void withdraw.run({ changeId: openChangeId }).catch(() => undefined)}
        >
          {m.withdraw}
        </Button>
        <RefusalNotice refusal={withdraw.refusal} words={refusals} />
      </>
    )
  }
  if (agreed.leftUnits === 0) return null
  return (
    <>
      <Button size="small" look="outline" onClick={() => setOpen(true)}>
        {m.propose}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={m.proposeTo(agreed.workerName)}>
        <ProposeForm agreed={agreed} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function ProposeForm({ agreed, onDone }: { agreed: Agreed; onDone: () => void }) {
  const { staff, worker, refusals, faults } = useOrderWords()
  const m = staff.terms
  const form = useForm(contract['propose-terms'], {
    initial: { unitPriceYen: agreed.unitPriceYen as number | null, dueOn: agreed.dueOn, reason: '' },
    input: (values) => ({ assignmentId: agreed.id, ...values }),
    refusals,
    faults,
    onDone: () => {
      showToast(m.proposed)
      onDone()
    },
  })
  return (
    <Form form={form} submit={m.propose}>
      <p className="measure">{m.lead(agreed.leftUnits)}</p>
      <YenField {...form.field('unitPriceYen')} label={worker.terms.price} required />
      <DateField {...form.field('dueOn')} label={worker.due} min={agreed.dueOn} required />
      <TextArea {...form.field('reason')} label={worker.reason} help={m.reasonHelp} limit={2000} required />
    </Form>
  )
}
