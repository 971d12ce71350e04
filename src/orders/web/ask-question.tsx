import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { useWorkerWords } from './words.ts'

type AskQuestionProps = { packageId: string; step: number | null; label: string }

/** Asks where the reader is: at a step, or about the work as a whole. */
export function AskQuestion(props: AskQuestionProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" size="small" icon="question" onClick={() => setOpen(true)}>
        {props.label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={props.label}>
        <QuestionForm {...props} onSent={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function QuestionForm({ packageId, step, onSent }: AskQuestionProps & { onSent: () => void }) {
  const m = useWorkerWords()
  const form = useForm(contract['ask-question'], {
    initial: { text: '' },
    input: ({ text }) => ({ packageId, step, text }),
    onDone: () => {
      showToast(m.questionSent)
      onSent()
    },
    draft: `orders.ask-question.${packageId}.${step ?? ''}`,
  })
  return (
    <Form form={form} submit={m.sendQuestion}>
      <TextArea {...form.field('text')} label={m.askText} limit={2000} required />
    </Form>
  )
}
