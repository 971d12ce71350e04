import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, NextStep, Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { DocumentButton } from '../../delivery/web/file-links.tsx'
import { contract } from '../contract/index.ts'
import { CorrectionForm } from './correction-form.tsx'
import { Chain, Lines, StatementBadge, Sums } from './statement-parts.tsx'
import type { OfficeStatement } from './answers.ts'
import { useMoneyWords } from './words.ts'

/** One worker's statement as the office sees it: what the worker said about it, and how it is put right. */
export default function StatementPage() {
  const m = useMoneyWords()
  const format = useFormat()
  const statement = useRead(contract.statement, { statementId: useParam('statementId') })
  return (
    <Loaded of={statement} lines={10}>
      {(data) => (
        <>
          <PageTitle
            lead={`${m.kinds[data.kind]} ・ ${m.mine.statementLead(format.month(data.month.slice(0, 7)))}`}
            badge={<StatementBadge statement={data} />}
            actions={data.documentId === null ? null : <DocumentButton id={data.documentId}>{m.pdf}</DocumentButton>}
          >
            {data.workerName}
          </PageTitle>
          <Stack>
            <Next statement={data} />
            <Chain statement={data} hrefOf={(id) => `/statements/${id}`} />
            <Sums statement={data} />
            <Lines statement={data} />
          </Stack>
        </>
      )}
    </Loaded>
  )
}

/** An objection waits for one of two answers; a statement without one can be corrected too. */
function Next({ statement }: { statement: OfficeStatement }) {
  const m = useMoneyWords()
  const [open, setOpen] = useState<'correct' | 'reply' | null>(null)
  if (statement.isReplaced) return null
  const close = (): void => setOpen(null)
  const correct = (
    <Button look="outline" icon="edit" onClick={() => setOpen('correct')}>
      {m.statements.correct}
    </Button>
  )
  return (
    <>
      {statement.isWaiting ? (
        <NextStep
          title={m.statements.objected}
          icon="question"
          actions={
            <>
              {correct}
              <Button look="outline" icon="person" onClick={() => setOpen('reply')}>
                {m.statements.answerIt}
              </Button>
            </>
          }
        >
          <p className="measure whitespace-pre-line">{statement.objection}</p>
          <p className="text-ink-soft">{m.statements.objectedText}</p>
        </NextStep>
      ) : (
        <Card>{correct}</Card>
      )}
      <Dialog open={open === 'correct'} wide onClose={close} title={m.statements.correctTitle}>
        <CorrectionForm statement={statement} onDone={close} />
      </Dialog>
      <Dialog open={open === 'reply'} onClose={close} title={m.statements.answerIt}>
        <ReplyForm statementId={statement.id} onDone={close} />
      </Dialog>
    </>
  )
}

function ReplyForm({ statementId, onDone }: { statementId: string; onDone: () => void }) {
  const m = useMoneyWords()
  const form = useForm(contract['answer-objection'], {
    draft: `money.answer-objection.${statementId}`,
    initial: { reply: '' },
    input: (values) => ({ statementId, reply: values.reply }),
    refusals: m.refusals,
    onDone: () => {
      showToast(m.statements.answered)
      onDone()
    },
  })
  return (
    <Form form={form} submit={m.statements.send}>
      <TextArea {...form.field('reply')} label={m.statements.reply} help={m.statements.replyHelp} required limit={1000} />
    </Form>
  )
}
