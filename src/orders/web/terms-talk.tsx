import { useState } from 'react'
import type { z } from 'zod'
import { Actions, Button } from '../../ui/button.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { YenField } from '../../ui/number-field.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { useOrderWords } from './words.ts'

type MyTerms = z.output<(typeof contract)['my-terms']['output']>
type TermsTalkProps = { assignmentId: string; noticeDocumentId: string; unitName: string; unitPriceYen: number; isOpen: boolean }

/** What a worker may ask about the terms of agreed work: another price, and the notice on paper. */
export function TermsTalk(props: TermsTalkProps) {
  const m = useOrderWords().worker.terms
  const terms = useRead(contract['my-terms'], { assignmentId: props.assignmentId })
  const [asking, setAsking] = useState(false)
  if (!terms.data) return null
  const waits = terms.data.priceRequests.some((each) => each.answeredOn === null)
  return (
    <Card title={m.title}>
      <Stack gap="medium">
        {terms.data.priceRequests.map((request) => (
          <PriceAnswer key={request.id} request={request} unitName={props.unitName} />
        ))}
        {props.isOpen && !waits ? (
          <>
            <p className="measure">{m.priceText}</p>
            <Actions>
              <Button look="outline" icon="question" onClick={() => setAsking(true)}>
                {m.askPrice}
              </Button>
            </Actions>
          </>
        ) : null}
        <Paper documentId={props.noticeDocumentId} paper={terms.data.paper} />
      </Stack>
      <Dialog open={asking} onClose={() => setAsking(false)} title={m.askPrice}>
        <PriceForm {...props} onDone={() => setAsking(false)} />
      </Dialog>
    </Card>
  )
}

function PriceAnswer({ request, unitName }: { request: MyTerms['priceRequests'][number]; unitName: string }) {
  const m = useOrderWords().worker.terms
  const format = useFormat()
  return (
    <div className="border-l-4 border-line pl-4">
      <p className="font-bold">{m.asked(format.date(request.requestedOn), unitName, format.yen(request.wantedPriceYen))}</p>
      <p className="whitespace-pre-line">{request.reason}</p>
      <p className="mt-1 whitespace-pre-line text-ink-soft">{request.explanation ?? m.waitsForAnswer}</p>
    </div>
  )
}

function PriceForm({ assignmentId, unitName, unitPriceYen, onDone }: TermsTalkProps & { onDone: () => void }) {
  const { worker, refusals } = useOrderWords()
  const m = worker.terms
  const format = useFormat()
  const form = useForm(contract['request-price'], {
    initial: { wantedPriceYen: null as number | null, reason: '' },
    input: (values) => ({ assignmentId, ...values }),
    refusals,
    onDone: () => {
      showToast(m.askedPrice)
      onDone()
    },
  })
  return (
    <Form form={form} submit={m.sendPrice}>
      <YenField {...form.field('wantedPriceYen')} label={m.wantedPrice(unitName)} help={m.priceNow(format.yen(unitPriceYen))} required />
      <TextArea {...form.field('reason')} label={worker.reason} help={m.reasonHelp} limit={2000} required />
    </Form>
  )
}

function Paper({ documentId, paper }: { documentId: string; paper: MyTerms['paper'] }) {
  const { worker, refusals } = useOrderWords()
  const m = worker.terms
  const format = useFormat()
  const ask = useWrite(contract['request-paper'], { onSuccess: ({ sendBy }) => showToast(m.paperDue(format.date(sendBy))) })
  if (paper) return <p>{paper.sentOn === null ? m.paperDue(format.date(paper.sendBy)) : m.paperSent(format.date(paper.sentOn))}</p>
  return (
    <>
      <p className="measure">{m.paperText}</p>
      <RefusalNotice refusal={ask.refusal} words={refusals} />
      <Actions>
        <Button look="outline" icon="document" pending={ask.pending} onClick={() => void ask.run({ documentId }).catch(() => undefined)}>
          {m.askPaper}
        </Button>
      </Actions>
    </>
  )
}
