import type { z } from 'zod'
import { contract as salesContract } from '../../sales/contract.ts'
import { useSalesWords } from '../../sales/web/words.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Chart } from '../../ui/chart.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, Figure, Grid, NextStep, Stack } from '../../ui/surface.tsx'
import { DateText, Money, todayInJapan } from '../../ui/value-text.tsx'
import { useWholeList } from '../../ui/server-pages.ts'
import { contract } from '../contract/index.ts'
import { OrderStateBadge, ProgressText } from './order-parts.tsx'

type Orders = z.output<(typeof contract)['orders']['output']>
type Capacity = z.output<(typeof salesContract)['capacity']['output']>

export default function SalesHomePage() {
  const m = useSalesWords()
  const orders = useWholeList(contract.orders, { state: 'open' })
  return (
    <>
      <PageTitle lead={m.homeLead}>{m.home}</PageTitle>
      <Stack>
        <Loaded of={orders}>{(data) => <InProgress orders={data} />}</Loaded>
        <Won />
        <CapacityView />
      </Stack>
    </>
  )
}

function InProgress({ orders }: { orders: Orders }) {
  const m = useSalesWords()
  const format = useFormat()
  const waiting = orders.rows.filter((order) => order.state !== 'delivered')
  const [next] = waiting
  return (
    <>
      {next ? (
        <NextStep
          title={m.nextTitle(next.title)}
          icon="calendar"
          actions={<LinkButton href={`/orders/${next.id}`}>{m.openOrder}</LinkButton>}
        >
          <p>
            {m.promised} {format.date(next.dueOn)} · {next.clientName}
          </p>
        </NextStep>
      ) : (
        <NextStep title={m.nextNone} actions={<LinkButton href="/orders/new">{m.newOrder}</LinkButton>}>
          <p>{m.nextNoneText}</p>
        </NextStep>
      )}
      <Card title={m.inProgress}>
        <DataList
          caption={m.inProgress}
          rows={orders.rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'title', label: m.title, value: (row) => row.title, href: (row) => `/orders/${row.id}` },
            { key: 'client', label: m.client, value: (row) => row.clientName },
            {
              key: 'due',
              label: m.due,
              value: (row) => row.dueOn,
              show: (row) => <DateText date={row.dueOn} short relativeTo={todayInJapan()} />,
            },
            {
              key: 'progress',
              label: m.accepted,
              value: (row) => row.progress.accepted,
              show: (row) => <ProgressText progress={row.progress} />,
            },
            { key: 'amount', label: m.amount, value: (row) => row.amountYen, show: (row) => <Money yen={row.amountYen} />, numeric: true },
            { key: 'state', label: m.state, value: (row) => row.state, show: (row) => <OrderStateBadge state={row.state} /> },
          ]}
          empty={{ title: m.nextNone, text: m.nextNoneText }}
        />
      </Card>
    </>
  )
}

function Won() {
  const m = useSalesWords()
  const format = useFormat()
  const won = useRead(contract['won-orders'], {})
  return (
    <Loaded of={won}>
      {(data) => (
        <Card title={m.won(format.fiscalYear(data.fiscalYear))}>
          <Grid min="small">
            <Figure label={m.wonCount} value={format.number(data.orderCount)} />
            <Figure label={m.wonAmount} value={format.yen(data.amountYen)} />
          </Grid>
          <div className="mt-6">
            <Chart
              title={m.wonByMonth}
              kind="bar"
              labels={data.months.map((each) => format.month(each.month))}
              series={[{ name: m.wonAmount, values: data.months.map((each) => each.amountYen) }]}
              format={(value) => format.yen(value)}
            />
          </div>
        </Card>
      )}
    </Loaded>
  )
}

function CapacityView() {
  const m = useSalesWords()
  const capacity = useRead(salesContract.capacity, {})
  return (
    <Card title={m.capacity}>
      <p className="measure mb-4 text-ink-soft">{m.capacityLead}</p>
      <Loaded of={capacity}>{(data) => <CapacityFigures capacity={data} />}</Loaded>
    </Card>
  )
}

function CapacityFigures({ capacity }: { capacity: Capacity }) {
  const m = useSalesWords()
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  const hours = (minutes: number): string => m.hours(format.number(Math.floor(minutes / 60)))
  return (
    <Stack gap="medium">
      <Grid min="small">
        <Figure label={m.workerCount} value={m.workers(format.number(capacity.workerCount))} />
        {capacity.weeks.map((week) => (
          <Figure key={week.from} label={m.week(format.shortDate(week.from), format.shortDate(week.to))} value={hours(week.freeMinutes)} />
        ))}
      </Grid>
      <DataList
        caption={m.bySkill}
        toolsFrom={50}
        rows={capacity.skills}
        rowKey={(row) => row.id}
        columns={[
          { key: 'skill', label: m.skillLabel, value: (row) => (isEnglish ? row.nameEn : row.nameJa) },
          { key: 'people', label: m.headcount, value: (row) => row.workerCount, numeric: true },
          {
            key: 'hours',
            label: m.freeHours,
            value: (row) => Math.floor(row.freeMinutes / 60),
            show: (row) => hours(row.freeMinutes),
            numeric: true,
          },
        ]}
        prefix="skills"
        empty={{ title: m.bySkill, text: m.capacityLead }}
      />
    </Stack>
  )
}
