import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { useMoneyWords } from './words.ts'

/** Takes a cost or a receipt back by a new entry, with a reason. */
export function ReverseButton({ entryId }: { entryId: string }) {
  const m = useMoneyWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" look="outline" onClick={() => setOpen(true)}>
        {m.invoices.reverse}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={m.invoices.reverseTitle}>
        <ReverseForm entryId={entryId} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function ReverseForm({ entryId, onDone }: { entryId: string; onDone: () => void }) {
  const m = useMoneyWords()
  const form = useForm(contract['reverse-entry'], {
    initial: { reason: '' },
    input: (values) => ({ entryId, reason: values.reason }),
    refusals: m.refusals,
    onDone: () => {
      showToast(m.invoices.reverseDone)
      onDone()
    },
  })
  return (
    <>
      <p>{m.invoices.reverseText}</p>
      <Form form={form} submit={m.invoices.reverse}>
        <TextArea {...form.field('reason')} label={m.reason} required limit={1000} />
      </Form>
    </>
  )
}
