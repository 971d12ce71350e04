import type { z } from 'zod'
import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Link } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Figure, Grid, NextStep, Stack } from '../../ui/surface.tsx'
import { DateText, NumberText } from '../../ui/value-text.tsx'
import { Repairs } from '../../matching/web/repairs.tsx'
import { contract } from '../contract/index.ts'
import { useDeliveryWords } from './words.ts'

type Home = z.output<(typeof contract)['director-home']['output']>
type Risk = Home['risks'][number]

export default function DirectorHomePage() {
  const m = useDeliveryWords()
  const home = useRead(contract['director-home'], {}, { everySeconds: 120 })
  return (
    <>
      <PageTitle>{m.home}</PageTitle>
      <Loaded of={home} lines={10}>
        {(data) => (
          <Stack>
            <Next home={data} />
            <Repairs />
            <Counts home={data} />
            {data.riskCount > 0 ? <Risks home={data} /> : null}
            <Deliverable home={data} />
          </Stack>
        )}
      </Loaded>
    </>
  )
}

function Next({ home }: { home: Home }) {
  const m = useDeliveryWords()
  const howMuch = useHowMuch()
  const [first] = home.risks
  if (!first) {
    return (
      <NextStep title={m.director.calm} icon="done">
        <p>{m.director.calmText}</p>
      </NextStep>
    )
  }
  const inspect = first.reason === 'inspection-late'
  return (
    <NextStep
      title={m.director.first(first.packageTitle)}
      icon="warning"
      actions={
        <>
          <LinkButton size="large" href={inspect ? `/inspections/${home.oldestSubmissionId ?? ''}` : '/plan'}>
            {m.director.repair[first.reason]}
          </LinkButton>
          <LinkButton look="outline" size="large" href={`/packages/${first.packageId}`}>
            {m.open}
          </LinkButton>
        </>
      }
    >
      <p>{m.director.firstText[first.reason]}</p>
      <p className="font-bold">{howMuch(first)}</p>
    </NextStep>
  )
}

/** By how much a package is at risk, in one line. */
function useHowMuch(): (risk: Risk) => string {
  const m = useDeliveryWords().director
  const format = useFormat()
  return (risk) => {
    const count = (units: number): string => `${format.number(units)}${risk.unitName}`
    switch (risk.reason) {
      case 'overdue':
        return m.lateBy(count(risk.leftUnits + risk.unplacedUnits))
      case 'inspection-late':
        return m.inspectionLate(risk.waitingCount)
      case 'short':
        return m.short(format.minutes(risk.minutesLeft), format.minutes(risk.freeMinutes))
      case 'unplaced':
        return m.unplaced(count(risk.unplacedUnits))
    }
  }
}

function Counts({ home }: { home: Home }) {
  const m = useDeliveryWords()
  const format = useFormat()
  const { orders } = home
  return (
    <section aria-labelledby="orders-by-state" className="space-y-4">
      <h2 id="orders-by-state" className="text-[1.375rem] leading-snug font-bold">
        {m.director.orders}
      </h2>
      <Grid min="small">
        <Figure
          label={m.orderStates.preparing}
          value={format.number(orders.preparing)}
          note={<Link href="/orders?state=preparing">{m.open}</Link>}
        />
        <Figure
          label={m.orderStates.running}
          value={format.number(orders.running)}
          note={<Link href="/orders?state=running">{m.open}</Link>}
        />
        <Figure
          label={m.director.waiting}
          value={format.number(home.waitingCount)}
          note={<Link href="/inspections">{home.lateCount > 0 ? m.director.late(home.lateCount) : m.open}</Link>}
        />
        <Figure
          label={m.orderStates.delivered}
          value={format.number(orders.delivered)}
          note={<Link href="/orders?state=delivered">{m.open}</Link>}
        />
        <Figure label={m.director.questions} value={format.number(home.openQuestionCount)} note={<Link href="/questions">{m.open}</Link>} />
        {home.returnedDeliveryCount > 0 ? (
          <Figure label={m.director.returnedDeliveries} value={format.number(home.returnedDeliveryCount)} />
        ) : null}
      </Grid>
    </section>
  )
}

const tones = { overdue: 'danger', 'inspection-late': 'danger', short: 'warning', unplaced: 'warning' } as const

function Risks({ home }: { home: Home }) {
  const m = useDeliveryWords()
  const howMuch = useHowMuch()
  return (
    <Card
      title={m.director.risks}
      aside={
        home.riskCount > home.risks.length ? (
          <span className="text-ink-soft">{m.director.more(home.riskCount - home.risks.length)}</span>
        ) : null
      }
    >
      <DataList
        caption={m.director.risks}
        rows={home.risks}
        rowKey={(row) => row.packageId}
        toolsFrom={100}
        columns={[
          { key: 'package', label: m.package, value: (row) => row.packageTitle, href: (row) => `/packages/${row.packageId}` },
          {
            key: 'reason',
            label: m.director.reason,
            value: (row) => m.risks[row.reason],
            show: (row) => <Badge tone={tones[row.reason]}>{m.risks[row.reason]}</Badge>,
          },
          { key: 'much', label: m.director.byHowMuch, value: howMuch },
          { key: 'due', label: m.due, value: (row) => row.dueOn, show: (row) => <DateText date={row.dueOn} short /> },
          {
            key: 'forecast',
            label: m.director.forecast,
            value: (row) => row.forecastOn,
            show: (row) => (row.forecastOn === null ? m.director.forecastNone : <DateText date={row.forecastOn} short />),
          },
        ]}
        empty={{ title: m.director.calm, text: m.director.calmText }}
      />
    </Card>
  )
}

function Deliverable({ home }: { home: Home }) {
  const m = useDeliveryWords()
  return (
    <Card title={m.director.deliverable}>
      {home.deliverable.length === 0 ? <p className="text-ink-soft">{m.director.noDeliverable}</p> : null}
      <ul className="divide-y divide-line">
        {home.deliverable.map((order) => (
          <li key={order.orderId} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span className="min-w-0">
              <span className="block font-bold">{order.title}</span>
              <span className="text-ink-soft">
                {order.clientName} ・ {m.due} <DateText date={order.dueOn} short /> ・ <NumberText value={order.units} />
              </span>
            </span>
            <LinkButton look="outline" size="small" href={`/orders/${order.orderId}/delivery`}>
              {m.director.deliver}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
