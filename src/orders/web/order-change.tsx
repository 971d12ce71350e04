import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { YenField } from '../../ui/number-field.tsx'
import { Card } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { useOrderWords } from './words.ts'

type Order = z.output<(typeof contract)['order']['output']>

/** Records what was agreed with the client while the work runs. */
export function AgreeChange({ order }: { order: Order }) {
  const m = useOrderWords().staff.orderChange
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="outline" icon="handshake" onClick={() => setOpen(true)}>
        {m.record}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={m.record}>
        <ChangeForm order={order} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function ChangeForm({ order, onDone }: { order: Order; onDone: () => void }) {
  const { staff, refusals, faults } = useOrderWords()
  const m = staff.orderChange
  const form = useForm(contract['agree-order-change'], {
    initial: { dueOn: order.dueOn, amountYen: order.amountYen as number | null, reason: '' },
    input: (values) => ({ orderId: order.id, ...values }),
    refusals,
    faults,
    onDone: () => {
      showToast(m.recorded)
      onDone()
    },
  })
  return (
    <Form form={form} submit={m.record}>
      <p className="measure">{m.lead}</p>
      <DateField {...form.field('dueOn')} label={staff.orderFields.dueOn} min={todayInJapan()} required />
      <YenField {...form.field('amountYen')} label={staff.orderFields.amountYen} required />
      <TextArea {...form.field('reason')} label={m.reason} limit={2000} required />
    </Form>
  )
}

/** The agreements so far, the latest first. */
export function AgreedChanges({ order }: { order: Order }) {
  const { staff } = useOrderWords()
  const m = staff.orderChange
  const format = useFormat()
  if (order.changes.length === 0) return null
  return (
    <Card title={m.history}>
      <ul className="space-y-4">
        {order.changes.map((change) => (
          <li key={change.id}>
            <p className="font-bold">{format.date(change.agreedOn)}</p>
            <DescriptionList
              items={[
                change.dueBefore === change.dueAfter
                  ? null
                  : { term: staff.orderFields.dueOn, value: m.text(format.date(change.dueBefore), format.date(change.dueAfter)) },
                change.amountBeforeYen === change.amountAfterYen
                  ? null
                  : {
                      term: staff.orderFields.amountYen,
                      value: m.text(format.yen(change.amountBeforeYen), format.yen(change.amountAfterYen)),
                    },
                { term: m.reason, value: <span className="whitespace-pre-line">{change.reason}</span> },
              ]}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
