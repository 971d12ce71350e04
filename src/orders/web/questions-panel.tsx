import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Link } from '../../ui/navigation.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { QuestionList } from './question-list.tsx'
import { useOrderWords, useStaffWords } from './words.ts'

type Question = z.output<(typeof contract)['questions']['output']>['rows'][number]

/** Questions that wait, each with its answer form, then those that are answered. */
export function QuestionsPanel({ packageId = null }: { packageId?: string | null }) {
  const m = useStaffWords()
  const open = useRead(contract.questions, { state: 'open', packageId, limit: 100 })
  const answered = useRead(contract.questions, { state: 'answered', packageId, limit: 50 })
  return (
    <Stack>
      <Loaded of={open}>
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyList title={m.noQuestions} text={m.noQuestionsText} />
          ) : (
            <ul className="space-y-4">
              {data.rows.map((question) => (
                <li key={question.id}>
                  <OpenQuestion question={question} withPackage={packageId === null} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {answered.data && answered.data.rows.length > 0 ? (
        <Card title={m.questionStates.answered}>
          <QuestionList questions={answered.data.rows} steps={[]} />
        </Card>
      ) : null}
    </Stack>
  )
}

function OpenQuestion({ question, withPackage }: { question: Question; withPackage: boolean }) {
  const { staff: m, worker } = useOrderWords()
  const format = useFormat()
  const [answering, setAnswering] = useState(false)
  return (
    <Card title={<span className="whitespace-pre-line">{question.text}</span>}>
      <p className="flex flex-wrap gap-x-4 text-[1rem] text-ink-soft">
        <span>{m.askedBy(question.workerName ?? '', format.instant(question.askedAt))}</span>
        <span>{question.step === null ? m.aboutWhole : worker.aboutStep(question.step + 1)}</span>
        {withPackage ? (
          <Link href={`/packages/${question.packageId}?tab=manual`}>
            {question.orderNumber} {question.packageTitle}
          </Link>
        ) : null}
      </p>
      <div className="mt-4">
        {answering ? (
          <AnswerForm questionId={question.id} />
        ) : (
          <Button look="outline" size="small" onClick={() => setAnswering(true)}>
            {m.answerIt}
          </Button>
        )}
      </div>
    </Card>
  )
}

function AnswerForm({ questionId }: { questionId: string }) {
  const { staff: m, refusals } = useOrderWords()
  const form = useForm(contract['answer-question'], {
    initial: { answer: '', share: true },
    input: (values) => ({ questionId, ...values }),
    onDone: () => showToast(m.answered),
    draft: `orders.answer-question.${questionId}`,
    refusals,
  })
  return (
    <Form form={form} submit={m.sendAnswer}>
      <TextArea {...form.field('answer')} label={m.answer} limit={2000} required />
      <Checkbox {...form.field('share')} label={m.shareAnswer} />
    </Form>
  )
}
