import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Link } from '../../ui/navigation.tsx'
import { YenField } from '../../ui/number-field.tsx'
import { useMay } from '../../ui/may.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { DateText, Money, todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { documentHref } from './document-href.ts'
import { useOrderWords, useStaffWords } from './words.ts'

type Requests = z.output<(typeof contract)['worker-requests']['output']>

export default function WorkerRequestsPage() {
  const m = useOrderWords().staff.requests
  const requests = useRead(contract['worker-requests'], {})
  return (
    <>
      <PageTitle lead={m.lead}>{m.title}</PageTitle>
      <Loaded of={requests}>
        {(data) => (
          <Stack>
            <Prices rows={data.prices} />
            <Papers rows={data.papers} />
          </Stack>
        )}
      </Loaded>
    </>
  )
}

function Prices({ rows }: { rows: Requests['prices'] }) {
  const { requests: m, reason, worker, works } = useStaffWords()
  const mayAnswer = useMay(contract['answer-price-request'])
  const [open, setOpen] = useState<Requests['prices'][number] | null>(null)
  return (
    <Card title={m.prices}>
      <DataList
        caption={m.prices}
        prefix="prices"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'title', label: works, value: (row) => row.title, href: (row) => `/packages/${row.packageId}` },
          { key: 'worker', label: worker, value: (row) => row.workerName },
          {
            key: 'price',
            label: m.priceNow,
            value: (row) => row.unitPriceYen,
            show: (row) => <Money yen={row.unitPriceYen} />,
            numeric: true,
          },
          {
            key: 'wanted',
            label: m.priceWanted,
            value: (row) => row.wantedPriceYen,
            show: (row) => <Money yen={row.wantedPriceYen} />,
            numeric: true,
          },
          { key: 'reason', label: reason, value: (row) => row.reason },
          { key: 'on', label: m.requestedOn, value: (row) => row.requestedOn, show: (row) => <DateText date={row.requestedOn} short /> },
          {
            key: 'state',
            label: m.answer,
            value: (row) => row.explanation ?? m.open,
            show: (row) => row.explanation ?? <Badge tone="warning">{m.open}</Badge>,
          },
        ]}
        rowActions={{
          label: m.answer,
          show: (row) =>
            mayAnswer && row.answeredOn === null ? (
              <Button size="small" look="outline" onClick={() => setOpen(row)}>
                {m.answerIt}
              </Button>
            ) : null,
        }}
        empty={{ title: m.noPrices, text: m.noPricesText }}
      />
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={m.answerIt}>
        {open === null ? null : <AnswerForm request={open} onDone={() => setOpen(null)} />}
      </Dialog>
    </Card>
  )
}

function AnswerForm({ request, onDone }: { request: Requests['prices'][number]; onDone: () => void }) {
  const { staff, refusals } = useOrderWords()
  const m = staff.requests
  const format = useFormat()
  const form = useForm(contract['answer-price-request'], {
    initial: { unitPriceYen: null as number | null, explanation: '' },
    input: (values) => ({ requestId: request.id, ...values }),
    refusals,
    onDone: () => {
      showToast(m.answered)
      onDone()
    },
  })
  return (
    <Form form={form} submit={m.answerIt}>
      <p className="whitespace-pre-line">{request.reason}</p>
      <YenField
        {...form.field('unitPriceYen')}
        label={m.newPrice}
        help={m.newPriceHelp(format.yen(request.unitPriceYen), format.yen(request.wantedPriceYen))}
        optional
      />
      <TextArea {...form.field('explanation')} label={m.explanation} help={m.explanationHelp} limit={2000} required />
    </Form>
  )
}

function Papers({ rows }: { rows: Requests['papers'] }) {
  const { staff, refusals } = useOrderWords()
  const m = staff.requests
  const today = todayInJapan()
  const sent = useWrite(contract['record-paper-sent'], { onSuccess: () => showToast(m.paperRecorded) })
  return (
    <Card title={m.papers}>
      <RefusalNotice refusal={sent.refusal} words={refusals} />
      <DataList
        caption={m.papers}
        prefix="papers"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'number', label: m.document, value: (row) => row.number },
          { key: 'worker', label: staff.worker, value: (row) => row.workerName },
          { key: 'address', label: m.address, value: (row) => row.postalAddress },
          {
            key: 'by',
            label: m.sendBy,
            value: (row) => row.sendBy,
            show: (row) => <DateText date={row.sendBy} short {...(row.sentOn === null ? { relativeTo: today } : {})} />,
          },
          {
            key: 'sent',
            label: m.sentOn,
            value: (row) => row.sentOn,
            show: (row) => (row.sentOn === null ? <Badge tone="warning">{m.open}</Badge> : <DateText date={row.sentOn} short />),
          },
        ]}
        rowActions={{
          label: m.document,
          show: (row) => (
            <span className="flex flex-wrap items-center gap-3">
              <Link href={documentHref(row.documentId)}>{m.print}</Link>
              {row.sentOn === null ? (
                <Button
                  size="small"
                  look="outline"
                  pending={sent.pending}
                  onClick={() => void sent.run({ requestId: row.id, sentOn: today }).catch(() => undefined)}
                >
                  {m.paperHanded}
                </Button>
              ) : null}
            </span>
          ),
        }}
        empty={{ title: m.noPapers, text: m.noPapersText }}
      />
    </Card>
  )
}
