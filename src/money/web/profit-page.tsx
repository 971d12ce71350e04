import type { z } from 'zod'
import { firstOf, useAddress } from '../../ui/address.ts'
import { Select } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import type { Column } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, Figure, Grid, Stack } from '../../ui/surface.tsx'
import { Money } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { useMoneyWords } from './words.ts'

type Profit = z.output<(typeof contract)['profit']['output']>
type Row = Profit['municipalities'][number]

export default function ProfitPage() {
  const m = useMoneyWords()
  const [address, change] = useAddress()
  const asked = Number.parseInt(firstOf(address['year']), 10)
  const profit = useRead(contract.profit, { fiscalYear: Number.isNaN(asked) ? null : asked }, { keepPrevious: true })
  return (
    <>
      <PageTitle lead={m.profit.lead}>{m.profit.title}</PageTitle>
      <Loaded of={profit} lines={10}>
        {(data) => <Shown profit={data} onYear={(year) => change({ year })} />}
      </Loaded>
    </>
  )
}

function Shown({ profit, onYear }: { profit: Profit; onYear: (year: string) => void }) {
  const m = useMoneyWords()
  const format = useFormat()
  const years = [...new Set([profit.fiscalYear, ...profit.years.map((each) => each.fiscalYear)])].sort((left, right) => right - left)
  const { total } = profit
  const empty = { title: m.profit.none, text: m.profit.noneText, icon: 'chart' } as const
  const columns = useColumns()
  return (
    <Stack>
      <Select
        name="year"
        value={String(profit.fiscalYear)}
        onChange={onYear}
        label={m.fiscalYear}
        options={years.map((year) => ({ value: String(year), label: format.fiscalYear(year) }))}
      />
      <Grid min="medium">
        <Figure label={m.orders} value={<Money yen={total.salesYen} />} />
        <Figure label={m.profit.outsourcing} value={<Money yen={total.outsourcingYen} />} />
        <Figure label={m.profit.cost} value={<Money yen={total.costYen} />} />
        <Figure label={m.profit.profit} value={<Money yen={total.profitYen} />} />
      </Grid>
      <Card title={m.profit.byMunicipality}>
        <DataList
          caption={m.profit.byMunicipality}
          prefix="m"
          toolsFrom={20}
          rows={profit.municipalities.map((row) => ({ ...row, name: row.name || m.profit.common }))}
          rowKey={(row) => row.id}
          columns={columns(true)}
          empty={empty}
        />
      </Card>
      <Card title={m.profit.byOrder}>
        <p className="mb-3 text-ink-soft">{m.profit.orderNote}</p>
        <DataList
          caption={m.profit.byOrder}
          prefix="o"
          rows={profit.orders}
          rowKey={(row) => row.id}
          columns={columns(false)}
          empty={empty}
        />
      </Card>
      <Card title={m.profit.byYear}>
        <DataList
          caption={m.profit.byYear}
          prefix="y"
          toolsFrom={30}
          rows={profit.years.map((row) => ({ ...row, name: format.fiscalYear(row.fiscalYear) }))}
          rowKey={(row) => row.id}
          columns={columns(true)}
          empty={empty}
        />
      </Card>
    </Stack>
  )
}

function useColumns(): (withCost: boolean) => Column<Row>[] {
  const { profit: m, name, orders } = useMoneyWords()
  const money = (key: string, label: string, of: (row: Row) => number): Column<Row> => ({
    key,
    label,
    value: of,
    show: (row) => <Money yen={of(row)} />,
    numeric: true,
  })
  return (withCost) => [
    { key: 'name', label: name, value: (row) => row.name },
    money('sales', orders, (row) => row.salesYen),
    money('outsourcing', m.outsourcing, (row) => row.outsourcingYen),
    ...(withCost ? [money('cost', m.cost, (row) => row.costYen)] : []),
    money('profit', m.profit, (row) => row.profitYen),
  ]
}
