import type { z } from 'zod'
import { useRead } from '../../ui/client.ts'
import { DateField } from '../../ui/date-field.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Form } from '../../ui/form.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Link, useParam } from '../../ui/navigation.tsx'
import { YenField } from '../../ui/number-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { DateText, Money, todayInJapan } from '../../ui/value-text.tsx'
import { DocumentButton } from '../../delivery/web/file-links.tsx'
import { contract } from '../contract/index.ts'
import { invoiceTones } from './invoices-page.tsx'
import { ReverseButton } from './reverse-button.tsx'
import { LateReason } from './late-reason.tsx'
import { useMoneyWords } from './words.ts'

type Invoice = z.output<(typeof contract)['invoice']['output']>

export default function InvoicePage() {
  const m = useMoneyWords()
  const invoice = useRead(contract.invoice, { invoiceId: useParam('invoiceId') })
  return (
    <Loaded of={invoice} lines={8}>
      {(data) => (
        <>
          <PageTitle
            lead={data.clientName}
            badge={<Badge tone={invoiceTones[data.state]}>{m.invoiceStates[data.state]}</Badge>}
            actions={data.documentId === null ? null : <DocumentButton id={data.documentId}>{m.pdf}</DocumentButton>}
          >
            {data.number}
          </PageTitle>
          <Stack>
            <Card>
              <DescriptionList
                items={[
                  { term: m.order, value: <Link href={`/orders/${data.orderId}`}>{`${data.orderNumber} ${data.orderTitle}`}</Link> },
                  { term: m.invoices.issuedOn, value: <DateText date={data.issuedOn} /> },
                  { term: m.invoices.dueOn, value: <DateText date={data.dueOn} relativeTo={todayInJapan()} /> },
                  { term: m.invoices.exTax, value: <Money yen={data.subtotalYen} /> },
                  { term: m.tax, value: <Money yen={data.taxYen} /> },
                  { term: m.total, value: <Money yen={data.totalYen} /> },
                  {
                    term: m.invoices.open,
                    value: (
                      <span className="text-[1.25rem] font-bold">
                        <Money yen={data.openYen} />
                      </span>
                    ),
                  },
                ]}
              />
            </Card>
            {data.openYen > 0 ? (
              <Card title={m.invoices.record}>
                <ReceiptForm key={data.openYen} invoice={data} />
              </Card>
            ) : null}
            <Receipts invoice={data} />
          </Stack>
        </>
      )}
    </Loaded>
  )
}

function ReceiptForm({ invoice }: { invoice: Invoice }) {
  const m = useMoneyWords()
  const form = useForm(contract['record-receipt'], {
    initial: {
      receivedOn: todayInJapan(),
      amountYen: invoice.openYen as number | null,
      deductedFeeYen: 0 as number | null,
      lateReason: '',
    },
    input: (values) => ({
      invoiceId: invoice.id,
      receivedOn: values.receivedOn,
      lateReason: values.lateReason,
      amountYen: values.amountYen,
      deductedFeeYen: values.deductedFeeYen ?? 0,
    }),
    refusals: m.refusals,
    faults: m.faults,
    onDone: () => showToast(m.invoices.recorded),
  })
  return (
    <Form form={form} submit={m.invoices.record}>
      <DateField {...form.field('receivedOn')} label={m.invoices.receivedOn} min={invoice.issuedOn} max={todayInJapan()} required />
      <YenField {...form.field('amountYen')} label={m.invoices.received} required />
      <YenField {...form.field('deductedFeeYen')} label={m.invoices.deducted} help={m.invoices.deductedHelp} />
      <LateReason refusalCode={form.refusalCode} field={form.field('lateReason')} />
    </Form>
  )
}

function Receipts({ invoice }: { invoice: Invoice }) {
  const m = useMoneyWords()
  return (
    <Card title={m.invoices.receipts}>
      {invoice.receipts.length === 0 ? <p className="text-ink-soft">{m.invoices.noReceipts}</p> : null}
      <ul className="divide-y divide-line">
        {invoice.receipts.map((receipt) => (
          <li key={receipt.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <DateText date={receipt.receivedOn} />
            <span className={receipt.isReversed ? 'line-through' : 'font-bold'}>
              <Money yen={receipt.amountYen + receipt.deductedFeeYen} />
            </span>
            {receipt.isReversed ? (
              <Badge>{m.invoices.reversed}</Badge>
            ) : receipt.entryId === null ? null : (
              <ReverseButton entryId={receipt.entryId} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
