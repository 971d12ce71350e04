import { Select } from '../../ui/choice-field.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FileDrop, type UploadedFile } from '../../ui/file-drop.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { YenField } from '../../ui/number-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { DateText, Money, todayInJapan } from '../../ui/value-text.tsx'
import { useWholeList } from '../../ui/server-pages.ts'
import { FileLink } from '../../delivery/web/file-links.tsx'
import { taxRatesOn } from '../../orders/rules/consumption-tax.ts'
import { isCalendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { costKinds } from '../rules/operating-cost.ts'
import { ReverseButton } from './reverse-button.tsx'
import { useMoneyWords } from './words.ts'

export default function CostsPage() {
  const m = useMoneyWords()
  const costs = useWholeList(contract.costs, {})
  return (
    <>
      <PageTitle lead={m.costs.lead}>{m.costs.title}</PageTitle>
      <Loaded of={costs}>
        {(data) => (
          <Stack>
            <Card title={m.costs.record}>
              <CostForm {...data} />
            </Card>
            <Card
              title={m.costs.list}
              aside={
                <span className="font-bold">
                  {m.costs.sum} <Money yen={data.totalYen} />
                </span>
              }
            >
              <DataList
                caption={m.costs.list}
                rows={data.rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'description',
                    label: m.costs.description,
                    value: (row) => row.description,
                    show: (row) => (
                      <>
                        {row.description} {row.isReversed ? <Badge>{m.invoices.reversed}</Badge> : null}
                        {row.isSimilar ? <Badge tone="warning">{m.costs.similar}</Badge> : null}
                        {row.lateReason === '' ? null : <Badge>{m.costs.late}</Badge>}
                        <span className="block text-ink-soft">
                          {[m.costs.kinds[row.kind], row.supplier, row.orderTitle].filter(Boolean).join(' ・ ')}
                        </span>
                        {row.receiptFileId === null ? null : <FileLink id={row.receiptFileId}>{m.costs.openReceipt}</FileLink>}
                      </>
                    ),
                  },
                  { key: 'paidOn', label: m.costs.paidOn, value: (row) => row.paidOn, show: (row) => <DateText date={row.paidOn} short /> },
                  { key: 'municipality', label: m.costs.municipality, value: (row) => row.municipalityName ?? m.costs.common },
                  {
                    key: 'amount',
                    label: m.costs.amount,
                    value: (row) => row.amountYen,
                    show: (row) => <Money yen={row.amountYen} />,
                    numeric: true,
                  },
                  {
                    key: 'tax',
                    label: m.costs.taxAmount,
                    value: (row) => row.taxYen,
                    show: (row) => <Money yen={row.taxYen} />,
                    numeric: true,
                  },
                ]}
                rowActions={{
                  label: m.invoices.reverse,
                  show: (row) => (row.isReversed || row.entryId === null ? null : <ReverseButton entryId={row.entryId} />),
                }}
                empty={{ title: m.costs.none, text: m.costs.noneText }}
              />
            </Card>
          </Stack>
        )}
      </Loaded>
    </>
  )
}

type Named = { id: string; name: string }

const optionsOf = (all: readonly Named[]) => all.map((each) => ({ value: each.id, label: each.name }))

function CostForm({
  municipalities,
  orders,
  lockedOn,
}: {
  municipalities: readonly Named[]
  orders: readonly Named[]
  lockedOn: string | null
}) {
  const m = useMoneyWords()
  const format = useFormat()
  const form = useForm(contract['record-cost'], {
    draft: 'money.record-cost',
    initial: {
      paidOn: todayInJapan(),
      description: '',
      supplier: '',
      kind: 'other',
      amountYen: null as number | null,
      taxRatePercent: '10',
      taxYen: 0 as number | null,
      municipalityId: '',
      orderId: '',
      receipts: [] as readonly UploadedFile[],
      lateReason: '',
    },
    input: ({ receipts, ...values }) => ({
      ...values,
      kind: costKinds.find((kind) => kind === values.kind) ?? 'other',
      taxRatePercent: values.taxRatePercent === '' ? null : Number(values.taxRatePercent),
      orderId: values.orderId === '' ? null : values.orderId,
      receiptFileId: receipts[0]?.id ?? null,
      taxYen: values.taxYen ?? 0,
      municipalityId: values.municipalityId === '' ? null : values.municipalityId,
    }),
    refusals: m.refusals,
    faults: m.faults,
    onDone: ({ similarCount }) =>
      similarCount > 0 ? showToast(m.costs.similarRecorded(similarCount), { tone: 'warning' }) : showToast(m.costs.recorded),
  })
  const { paidOn } = form.values
  const isLate = lockedOn !== null && paidOn <= lockedOn
  const rates = isCalendarDate(paidOn) ? taxRatesOn(paidOn) : []
  return (
    <Form form={form} submit={m.costs.record}>
      <TextField {...form.field('description')} label={m.costs.description} required />
      <DateField {...form.field('paidOn')} label={m.costs.paidOn} max={todayInJapan()} required />
      {isLate && lockedOn !== null ? (
        <TextField {...form.field('lateReason')} label={m.costs.lateReason} help={m.costs.lateHelp(format.date(lockedOn))} required />
      ) : null}
      <TextField {...form.field('supplier')} label={m.costs.supplier} optional />
      <Select
        {...form.field('kind')}
        label={m.costs.kind}
        options={costKinds.map((kind) => ({ value: kind, label: m.costs.kinds[kind] ?? kind }))}
      />
      <YenField {...form.field('amountYen')} label={m.costs.amount} required />
      <Select
        {...form.field('taxRatePercent')}
        label={m.costs.rate}
        none={m.costs.rateOpen}
        options={rates.map((rate) => ({ value: String(rate), label: m.costs.rateText(rate) }))}
      />
      <YenField {...form.field('taxYen')} label={m.costs.taxAmount} />
      <Select {...form.field('municipalityId')} label={m.costs.municipality} none={m.costs.common} options={optionsOf(municipalities)} />
      <Select {...form.field('orderId')} label={m.costs.order} none={m.costs.noOrder} options={optionsOf(orders)} />
      <FileDrop {...form.field('receipts')} label={m.costs.receipt} help={m.costs.receiptHelp} most={1} optional />
    </Form>
  )
}
