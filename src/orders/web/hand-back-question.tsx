import { useState } from 'react'
import { useRead, useWrite } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { NextStep } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { contract } from '../contract/index.ts'
import { TwoAnswers } from './two-answers.tsx'
import { useOrderWords } from './words.ts'

/** A question to hand back a part that waits for the worker: the reason, and two answers of the same size. */
export function HandBackQuestion({ assignmentId, unitName }: { assignmentId: string; unitName: string }) {
  const { worker, refusals } = useOrderWords()
  const m = worker.handBack
  const format = useFormat()
  const [words, setWords] = useState('')
  const asked = useRead(contract['hand-backs'], { assignmentId }).data?.rows.find(({ state }) => state === 'open')
  const answer = useWrite(contract['answer-hand-back'], { onSuccess: (_, { agree }) => showToast(agree ? m.agreed : m.kept) })
  if (!asked) return null
  const reply = (agree: boolean) => void answer.run({ handBackId: asked.id, agree, answer: words }).catch(() => undefined)
  return (
    <NextStep title={m.title(`${format.number(asked.units)}${unitName}`)} icon="undo">
      <p className="measure whitespace-pre-line">{asked.reason}</p>
      <p>{m.text}</p>
      <TextArea name="answer" label={m.answer} value={words} onChange={setWords} limit={2000} optional />
      <RefusalNotice refusal={answer.refusal} words={refusals} />
      <TwoAnswers agree={m.agree} keep={m.keep} disabled={answer.pending} reply={reply} />
    </NextStep>
  )
}
