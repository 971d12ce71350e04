import type { z } from 'zod'
import { useFormat } from '../../ui/format.ts'
import { Badge } from '../../ui/status.tsx'
import type { contract } from '../contract/index.ts'
import { useOrderWords } from './words.ts'

type Question = z.output<(typeof contract)['questions']['output']>['rows'][number]

/** Questions with their answers; of others' questions it never says who asked. */
export function QuestionList({ questions, steps }: { questions: readonly Question[]; steps: readonly { title: string }[] }) {
  const { worker: m, staff } = useOrderWords()
  const format = useFormat()
  const about = ({ step }: Question): string => (step === null ? staff.aboutWhole : `${m.aboutStep(step + 1)} ${steps[step]?.title ?? ''}`)
  return (
    <ul className="divide-y divide-line border-y border-line">
      {questions.map((question) => (
        <li key={question.id} className="py-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[1rem] text-ink-soft">
            <span>{question.workerName === null ? m.otherQuestion : question.isOwn ? m.yourQuestion : question.workerName}</span>
            <span>{format.instant(question.askedAt)}</span>
            <span>{about(question)}</span>
            {question.isShared ? <Badge>{staff.shared}</Badge> : null}
          </p>
          <p className="mt-1 font-bold whitespace-pre-line">{question.text}</p>
          {question.answer === null ? (
            <p className="mt-2 text-ink-soft">{m.waiting}</p>
          ) : (
            <div className="mt-2 border-l-4 border-accent-line pl-4">
              <p className="text-[1rem] text-ink-soft">{m.answerText}</p>
              <p className="whitespace-pre-line">{question.answer}</p>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
