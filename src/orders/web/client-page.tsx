import { contract as programmeContract } from '../../programme/contract/index.ts'
import { contract as salesContract } from '../../sales/contract.ts'
import { ClientEnd } from '../../sales/web/client-end.tsx'
import { useSalesWords } from '../../sales/web/words.ts'
import { Actions, LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useMay } from '../../ui/may.ts'
import { Link, useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { useWholeList } from '../../ui/server-pages.ts'
import { contract } from '../contract/index.ts'
import { OrderStateBadge } from './order-parts.tsx'

export default function ClientPage() {
  const m = useSalesWords()
  const mayChange = useMay(salesContract['change-client'])
  const mayInvite = useMay(programmeContract.invite)
  const clientId = useParam('clientId')
  const client = useRead(salesContract.client, { clientId })
  const orText = (text: string): string => (text === '' ? m.none : text)
  return (
    <Loaded of={client}>
      {(data) => (
        <>
          <PageTitle badge={<Badge>{m.kinds[data.isPublicBody ? 'public-body' : 'company']}</Badge>}>{data.name}</PageTitle>
          <Stack>
            <OrdersOfClient clientId={clientId} hasEnded={data.endedOn !== null} />
            <Card title={m.client}>
              <DescriptionList
                items={[
                  { term: m.fields.nameKana, value: orText(data.nameKana) },
                  { term: m.address, value: orText(data.postalAddress) },
                  { term: m.fields.contactName, value: orText(data.contactName) },
                  { term: m.fields.contactEmail, value: orText(data.contactEmail) },
                  { term: m.fields.contactPhone, value: orText(data.contactPhone) },
                  { term: m.fields.paymentDueDays, value: `${data.paymentDueDays}${m.fields.days}` },
                  { term: m.fields.paymentTerms, value: orText(data.paymentTerms) },
                  data.note === '' ? null : { term: m.fields.note, value: <span className="whitespace-pre-line">{data.note}</span> },
                ]}
              />
            </Card>
            {mayChange ? (
              <Actions>
                <LinkButton look="outline" href={`/clients/${clientId}/edit`} icon="edit">
                  {m.edit}
                </LinkButton>
                {mayInvite ? (
                  <LinkButton look="outline" href="/administration/people" icon="people">
                    {m.invite}
                  </LinkButton>
                ) : null}
              </Actions>
            ) : null}
            <ClientEnd client={data} />
          </Stack>
        </>
      )}
    </Loaded>
  )
}

function OrdersOfClient({ clientId, hasEnded }: { clientId: string; hasEnded: boolean }) {
  const m = useSalesWords()
  const format = useFormat()
  const orders = useWholeList(contract.orders, { clientId, state: 'all' })
  const mayRecord = useMay(contract['record-order'])
  const record =
    mayRecord && !hasEnded ? (
      <LinkButton size="small" href={`/orders/new?client=${clientId}`} icon="plus">
        {m.newOrder}
      </LinkButton>
    ) : null
  return (
    <Card title={m.orders} aside={record}>
      <Loaded of={orders}>
        {(data) =>
          data.rows.length === 0 ? (
            <p>{m.noOrders}</p>
          ) : (
            <ul className="divide-y divide-line">
              {data.rows.map((order) => (
                <li key={order.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
                  <Link href={`/orders/${order.id}`}>
                    {order.number} {order.title}
                  </Link>
                  <span className="flex flex-wrap items-center gap-3">
                    <span>{format.date(order.dueOn)}</span>
                    <OrderStateBadge state={order.state} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}
