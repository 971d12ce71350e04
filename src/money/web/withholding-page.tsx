import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge } from '../../ui/status.tsx'
import { Stack } from '../../ui/surface.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { DateText, Money, NumberText, todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { LateReason } from './late-reason.tsx'
import { PaymentRecords } from './payment-records.tsx'
import { useMoneyWords } from './words.ts'

type Month = z.output<(typeof contract)['withheld-months']['output']>['rows'][number]
const tones = { paid: 'success', running: 'neutral', due: 'warning', late: 'danger' } as const

/** What was withheld from payments: on its way to the tax office month by month, and told by calendar year. */
export default function WithholdingPage() {
  const m = useMoneyWords()
  return (
    <>
      <PageTitle lead={m.taxes.lead}>{m.taxes.title}</PageTitle>
      <Tabs
        label={m.taxes.title}
        tabs={[
          { key: 'payment', label: m.taxes.payment, content: <Payments /> },
          { key: 'records', label: m.taxes.records, content: <PaymentRecords /> },
        ]}
      />
    </>
  )
}

function Payments() {
  const m = useMoneyWords()
  const format = useFormat()
  const [paying, setPaying] = useState<Month | null>(null)
  const months = useRead(contract['withheld-months'], {})
  const name = (row: Month): string => format.month(row.month.slice(0, 7))
  return (
    <Stack gap="medium">
      <p className="measure">{m.taxes.note}</p>
      <Loaded of={months}>
        {(data) => (
          <DataList
            caption={m.taxes.months}
            rows={data.rows}
            rowKey={(row) => row.month}
            columns={[
              { key: 'month', label: m.taxes.month, value: (row) => row.month, show: name },
              {
                key: 'state',
                label: m.state,
                value: (row) => m.withheldStates[row.state],
                show: (row) => <Badge tone={tones[row.state]}>{m.withheldStates[row.state]}</Badge>,
              },
              {
                key: 'people',
                label: m.taxes.people,
                value: (row) => row.workerCount,
                show: (row) => <NumberText value={row.workerCount} />,
                numeric: true,
              },
              { key: 'base', label: m.taxes.base, value: (row) => row.baseYen, show: (row) => <Money yen={row.baseYen} />, numeric: true },
              {
                key: 'tax',
                label: m.taxes.tax,
                value: (row) => row.withheldYen,
                show: (row) => <Money yen={row.withheldYen} />,
                numeric: true,
              },
              { key: 'open', label: m.taxes.open, value: (row) => row.openYen, show: (row) => <Money yen={row.openYen} />, numeric: true },
              { key: 'dueOn', label: m.taxes.dueOn, value: (row) => row.dueOn, show: (row) => <DateText date={row.dueOn} short /> },
              {
                key: 'paidOn',
                label: m.taxes.paidOn,
                value: (row) => row.paidOn ?? '',
                show: (row) => (row.paidOn === null ? '' : <DateText date={row.paidOn} short />),
              },
            ]}
            rowActions={{
              label: m.taxes.record,
              show: (row) =>
                row.state === 'due' || row.state === 'late' ? (
                  <Button size="small" look="outline" onClick={() => setPaying(row)}>
                    {m.taxes.record}
                  </Button>
                ) : null,
            }}
            empty={{ title: m.taxes.none, text: m.taxes.noneText, icon: 'calendar' }}
          />
        )}
      </Loaded>
      <Dialog open={paying !== null} onClose={() => setPaying(null)} title={paying === null ? '' : m.taxes.recordTitle(name(paying))}>
        {paying === null ? null : <PaymentForm month={paying} onDone={() => setPaying(null)} />}
      </Dialog>
    </Stack>
  )
}

function PaymentForm({ month, onDone }: { month: Month; onDone: () => void }) {
  const m = useMoneyWords()
  const format = useFormat()
  const form = useForm(contract['record-withholding-payment'], {
    initial: { paidOn: todayInJapan(), lateReason: '' },
    input: (values) => ({ month: month.month, ...values }),
    refusals: m.refusals,
    faults: m.faults,
    onDone: (output) => {
      showToast(m.taxes.recorded(format.yen(output.amountYen)))
      onDone()
    },
  })
  return (
    <Form form={form} submit={m.taxes.record}>
      <p className="text-[1.375rem] font-bold">
        <Money yen={month.openYen} />
      </p>
      <DateField {...form.field('paidOn')} label={m.taxes.paidOn} max={todayInJapan()} required />
      <LateReason refusalCode={form.refusalCode} field={form.field('lateReason')} />
    </Form>
  )
}
