import { useRead } from '../../ui/client.ts'
import { Select } from '../../ui/choice-field.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { YenField } from '../../ui/number-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { DateText, Money, todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { ReverseButton } from './reverse-button.tsx'
import { useMoneyWords } from './words.ts'

export default function CostsPage() {
  const m = useMoneyWords()
  const costs = useRead(contract.costs, { limit: 200 })
  return (
    <>
      <PageTitle lead={m.costs.lead}>{m.costs.title}</PageTitle>
      <Loaded of={costs}>
        {(data) => (
          <Stack>
            <Card title={m.costs.record}>
              <CostForm municipalities={data.municipalities} />
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

function CostForm({ municipalities }: { municipalities: readonly { id: string; name: string }[] }) {
  const m = useMoneyWords()
  const form = useForm(contract['record-cost'], {
    draft: 'money.record-cost',
    initial: { paidOn: todayInJapan(), description: '', amountYen: null as number | null, taxYen: 0 as number | null, municipalityId: '' },
    input: (values) => ({
      ...values,
      taxYen: values.taxYen ?? 0,
      municipalityId: values.municipalityId === '' ? null : values.municipalityId,
    }),
    refusals: m.refusals,
    faults: m.faults,
    onDone: () => showToast(m.costs.recorded),
  })
  return (
    <Form form={form} submit={m.costs.record}>
      <TextField {...form.field('description')} label={m.costs.description} required />
      <DateField {...form.field('paidOn')} label={m.costs.paidOn} max={todayInJapan()} required />
      <YenField {...form.field('amountYen')} label={m.costs.amount} required />
      <YenField {...form.field('taxYen')} label={m.costs.taxAmount} />
      <Select
        {...form.field('municipalityId')}
        label={m.costs.municipality}
        none={m.costs.common}
        options={municipalities.map((each) => ({ value: each.id, label: each.name }))}
      />
    </Form>
  )
}
