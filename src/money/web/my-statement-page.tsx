import { useState } from 'react'
import type { z } from 'zod'
import { Button, LinkButton, PrintButton } from '../../ui/button.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Notice } from '../../ui/status.tsx'
import { NextStep, Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { Money } from '../../ui/value-text.tsx'
import { DocumentButton } from '../../delivery/web/file-links.tsx'
import { contract } from '../contract/index.ts'
import { StatementInShort } from './statement-in-short.tsx'
import { Chain, Lines, Sums, StatementBadge } from './statement-parts.tsx'
import { useMoneyWords } from './words.ts'

type Statement = z.output<(typeof contract)['my-statement']['output']>

export default function MyStatementPage() {
  const m = useMoneyWords()
  const format = useFormat()
  const statement = useRead(contract['my-statement'], { statementId: useParam('statementId') })
  return (
    <Loaded of={statement} lines={10}>
      {(data) => (
        <>
          <PageTitle
            lead={m.mine.statementLead(format.month(data.month.slice(0, 7)))}
            badge={<StatementBadge statement={data} />}
            actions={
              <>
                {data.documentId === null ? null : <DocumentButton id={data.documentId}>{m.pdf}</DocumentButton>}
                <PrintButton />
              </>
            }
          >
            {m.kinds[data.kind]}
          </PageTitle>
          <Stack>
            {data.transferState === 'returned' ? (
              <Notice tone="warning" title={m.mine.returned} actions={<LinkButton href="/my/payment">{m.mine.register}</LinkButton>}>
                <p>{data.returnedNote}</p>
                <p>{m.mine.returnedText}</p>
              </Notice>
            ) : null}
            {data.answer === 'open' && !data.isReplaced ? <Answer statement={data} /> : null}
            <Chain statement={data} hrefOf={(id) => `/my-money/${id}`} />
            <StatementInShort statement={data} />
            <Sums statement={data} />
            <Lines statement={data} />
          </Stack>
        </>
      )}
    </Loaded>
  )
}

/** To confirm and to object have the same size: neither is the expected answer. */
function Answer({ statement }: { statement: Statement }) {
  const m = useMoneyWords()
  const format = useFormat()
  const [objecting, setObjecting] = useState(false)
  const confirm = useWrite(contract['confirm-statement'], { onSuccess: () => showToast(m.mine.confirmed) })
  return (
    <NextStep
      title={m.mine.check}
      icon="money"
      actions={
        <>
          <Button
            size="large"
            look="outline"
            icon="check"
            pending={confirm.pending}
            onClick={() => void confirm.run({ statementId: statement.id }).catch(() => undefined)}
          >
            {m.mine.confirm}
          </Button>
          <Button size="large" look="outline" icon="question" onClick={() => setObjecting(true)}>
            {m.mine.object}
          </Button>
        </>
      }
    >
      <p className="text-[1.75rem] font-bold">
        <Money yen={statement.netYen} />
      </p>
      <p>{m.mine.confirmText(format.date(statement.confirmBy))}</p>
      <RefusalNotice refusal={confirm.refusal} words={m.refusals} />
      <Dialog open={objecting} onClose={() => setObjecting(false)} title={m.mine.objectTitle}>
        <ObjectionForm statementId={statement.id} onDone={() => setObjecting(false)} />
      </Dialog>
    </NextStep>
  )
}

function ObjectionForm({ statementId, onDone }: { statementId: string; onDone: () => void }) {
  const m = useMoneyWords()
  const form = useForm(contract['object-to-statement'], {
    draft: `money.object.${statementId}`,
    initial: { note: '' },
    input: (values) => ({ statementId, note: values.note }),
    refusals: m.refusals,
    onDone: () => {
      showToast(m.mine.objectDone)
      onDone()
    },
  })
  return (
    <Form form={form} submit={m.mine.objectSend}>
      <TextArea {...form.field('note')} label={m.mine.objectWhat} help={m.mine.objectHelp} required limit={1000} />
    </Form>
  )
}
