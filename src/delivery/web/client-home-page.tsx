import type { z } from 'zod'
import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Link } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge, ProgressBar } from '../../ui/status.tsx'
import { Card, NextStep, Stack } from '../../ui/surface.tsx'
import { DateText, todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { useDeliveryWords } from './words.ts'

type Home = z.output<(typeof contract)['client-home']['output']>

export default function ClientHomePage() {
  const m = useDeliveryWords()
  const home = useRead(contract['client-home'], {}, { everySeconds: 300 })
  return (
    <>
      <PageTitle>{m.home}</PageTitle>
      <Loaded of={home} lines={8}>
        {(data) => (
          <Stack>
            <Next home={data} />
            <Card
              title={m.client.orders}
              aside={
                <Link href="/deliveries" className="inline-block py-2">
                  {m.client.deliveries}
                </Link>
              }
            >
              {data.orders.length === 0 ? <p className="text-ink-soft">{m.client.noOrders}</p> : null}
              <ul className="divide-y divide-line">
                {data.orders.map((order) => (
                  <OrderRow key={order.id} order={order} />
                ))}
              </ul>
            </Card>
          </Stack>
        )}
      </Loaded>
    </>
  )
}

function Next({ home }: { home: Home }) {
  const m = useDeliveryWords()
  const format = useFormat()
  const [first] = home.deliveries
  if (!first) {
    return (
      <NextStep title={m.client.calm} icon="done">
        <p>{m.client.calmText}</p>
      </NextStep>
    )
  }
  return (
    <NextStep
      title={m.client.accept(first.title)}
      icon="inbox"
      actions={
        <LinkButton size="large" href={`/deliveries/${first.id}`}>
          {m.client.look}
        </LinkButton>
      }
    >
      <p>{m.client.acceptText(format.date(first.deliveredOn))}</p>
    </NextStep>
  )
}

const tones = { preparing: 'neutral', working: 'info', checking: 'info', 'to-accept': 'warning', finished: 'success' } as const

function OrderRow({ order }: { order: Home['orders'][number] }) {
  const m = useDeliveryWords()
  const format = useFormat()
  const share = order.doneDenominator === 0 ? 0 : order.doneNumerator / order.doneDenominator
  return (
    <li className="space-y-3 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-bold">{order.title}</span>
        <Badge tone={tones[order.stage]}>{m.stages[order.stage]}</Badge>
      </div>
      <p className="text-ink-soft">
        {order.number} ・ {m.due} <DateText date={order.dueOn} relativeTo={todayInJapan()} />
      </p>
      {order.stage === 'finished' ? null : (
        <ProgressBar label={m.client.orders} share={share} text={m.client.progress(format.percent(share))} />
      )}
    </li>
  )
}
