import { sql } from 'kysely'
import { reachOf, type Actor, type Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readSqlPage } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import type { DeliveryRow } from '../contract/client.ts'
import { inspecting } from '../rules/who-may.ts'

export type OrderState = 'preparing' | 'running' | 'delivered' | 'accepted' | 'cancelled'

/** An order with its client and the sites of its packages, locked until the end of the transaction, or null. */
export async function lockOrder(db: Db, orderId: string) {
  const { rows } = await sql<OrderWithClient & { siteIds: string[] }>`
    select o.id, o.number, o.title, o.state, o.ordered_on, o.due_on, o.client_id, c.name as client_name, c.postal_address, c.contact_name,
           array(select p.on_site_id from orders.package p where p.programme_id = o.programme_id and p.order_id = o.id and p.on_site_id is not null) as site_ids
    from orders.client_order o
    join sales.client c on c.programme_id = o.programme_id and c.id = o.client_id
    where o.id = ${orderId}
    for update of o`.execute(db)
  return rows[0] ?? null
}
export interface OrderWithClient {
  id: string
  number: string
  title: string
  state: OrderState
  orderedOn: string
  dueOn: string
  clientId: string
  clientName: string
  postalAddress: string
  contactName: string
}

/** The packages of an order with what was accepted by the operator and what is with the client. */
export async function packagesOfOrder(db: Db, orderId: string) {
  const { rows } = await sql<{
    packageId: string
    title: string
    unitName: string
    units: number
    acceptedUnits: number
    deliveredUnits: number
  }>`
    select p.id as package_id, p.title, p.unit_name, p.units,
           w.accepted_units,
           coalesce((select sum(d.units) from delivery.delivered_units d
                     where d.programme_id = p.programme_id and d.package_id = p.id), 0)::int as delivered_units
    from orders.package p
    join orders.package_work w on w.programme_id = p.programme_id and w.package_id = p.id
    where p.order_id = ${orderId}
    order by p.created_at, p.id`.execute(db)
  return rows
}

/** Whether a delivery of the order waits for the client's answer. */
export async function hasWaitingDelivery(db: Db, orderId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select d.id from delivery.client_delivery d
    where d.order_id = ${orderId}
      and not exists (select from delivery.client_acceptance a where a.programme_id = d.programme_id and a.delivery_id = d.id)
      and not exists (select from delivery.client_return r where r.programme_id = d.programme_id and r.delivery_id = d.id)
    limit 1`.execute(db)
  return rows.length > 0
}

interface NewDelivery {
  id: string
  orderId: string
  number: string
  message: string
  lines: readonly { packageId: string; units: number }[]
  deliveredOn: string
  deliveredBy: string
  documentId: string
  fileIds: readonly string[]
}

export async function insertDelivery(db: Db, programmeId: string, { lines, fileIds: files, ...delivery }: NewDelivery): Promise<void> {
  await db
    .insertInto('delivery.client_delivery')
    .values({ ...delivery, programmeId, unitsByPackage: JSON.stringify(lines) })
    .execute()
  const fileIds = [...new Set(files)]
  if (fileIds.length === 0) return
  await db
    .insertInto('delivery.client_delivery_file')
    .values(fileIds.map((fileId) => ({ programmeId, deliveryId: delivery.id, fileId })))
    .execute()
}

/** A delivery with its order and client, locked, or null. */
export async function lockDelivery(db: Db, deliveryId: string) {
  const { rows } = await sql<{ id: string; orderId: string; deliveredOn: string; answered: boolean }>`
    select d.id, d.order_id, d.delivered_on,
           exists (select from delivery.client_acceptance a where a.programme_id = d.programme_id and a.delivery_id = d.id)
             or exists (select from delivery.client_return r where r.programme_id = d.programme_id and r.delivery_id = d.id) as answered
    from delivery.client_delivery d where d.id = ${deliveryId} for update`.execute(db)
  const [delivery] = rows
  if (!delivery) return null
  const order = await lockOrder(db, delivery.orderId)
  // Somebody may have answered while this transaction waited for the lock, so the answer is read again behind it.
  const again = await sql<{ answered: boolean }>`
    select exists (select from delivery.client_acceptance where delivery_id = ${deliveryId})
        or exists (select from delivery.client_return where delivery_id = ${deliveryId}) as answered`.execute(db)
  return order && { ...delivery, answered: again.rows[0]?.answered ?? false, order, lines: await linesOf(db, deliveryId) }
}

/** What one delivery brought, with the names of the packages. */
async function linesOf(db: Db, deliveryId: string) {
  const { rows } = await sql<{ title: string; unitName: string; units: number }>`
    select p.title, p.unit_name, (line ->> 'units')::int as units
    from delivery.client_delivery d
    cross join lateral jsonb_array_elements(d.units_by_package) with ordinality as l(line, at)
    join orders.package p on p.programme_id = d.programme_id and p.id = (line ->> 'packageId')::uuid
    where d.id = ${deliveryId} order by at`.execute(db)
  return rows
}

export async function insertClientAcceptance(
  db: Db,
  row: { programmeId: string; deliveryId: string; acceptedOn: string; acceptedBy: string; comment: string; documentId: string },
): Promise<void> {
  await db.insertInto('delivery.client_acceptance').values(row).execute()
}
export async function insertClientReturn(
  db: Db,
  row: { programmeId: string; deliveryId: string; reason: string; returnedOn: string; returnedBy: string },
): Promise<void> {
  await db.insertInto('delivery.client_return').values(row).execute()
}

/** True when everything that the order asks for is with the client and accepted. */
export async function isWhollyAccepted(db: Db, orderId: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select exists (
      select from orders.package p where p.order_id = ${orderId} and p.units > coalesce((
        select sum((line ->> 'units')::bigint)
        from delivery.client_delivery d
        join delivery.client_acceptance a on a.programme_id = d.programme_id and a.delivery_id = d.id
        cross join lateral jsonb_array_elements(d.units_by_package) line
        where d.programme_id = p.programme_id and d.order_id = p.order_id and (line ->> 'packageId')::uuid = p.id), 0)
    ) as open`.execute(db)
  return !(rows[0]?.open ?? true)
}

/** Whether a paper is one of an order for which this person inspects now. */
export async function mayReadPaper(db: Db, documentId: string, actor: Actor): Promise<boolean> {
  const reach = reachOf(actor, inspecting)
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from delivery.client_delivery d
      left join delivery.client_acceptance a on a.programme_id = d.programme_id and a.delivery_id = d.id
      where (d.document_id = ${documentId} or a.document_id = ${documentId})
        and (${reach.everything} or d.order_id = any(${reach.ids('order')}::uuid[])
          or exists (select from orders.package p where p.programme_id = d.programme_id and p.order_id = d.order_id
                     and p.on_site_id = any(${reach.ids('site')}::uuid[])))
    ) as found`.execute(db)
  return rows[0]?.found ?? false
}

const deliverySelect = sql`
  select d.id, d.number, d.order_id, o.number as order_number, o.title, d.message, d.delivered_on,
         case when a.delivery_id is not null then 'accepted' when r.delivery_id is not null then 'returned' else 'waiting' end as state,
         d.document_id, a.document_id as certificate_id, coalesce(a.accepted_on, r.returned_on) as answered_on,
         coalesce(a.comment, r.reason, '') as answer,
         (select jsonb_agg(jsonb_build_object('packageId', p.id, 'title', p.title, 'unitName', p.unit_name, 'units', (line ->> 'units')::int) order by at)
          from jsonb_array_elements(d.units_by_package) with ordinality as l(line, at)
          join orders.package p on p.programme_id = d.programme_id and p.id = (line ->> 'packageId')::uuid) as lines,
         coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'byteCount', f.byte_count) order by f.name)
          from delivery.client_delivery_file x join platform.file f on f.programme_id = x.programme_id and f.id = x.file_id
          where x.programme_id = d.programme_id and x.delivery_id = d.id), '[]') as files
  from delivery.client_delivery d
  join orders.client_order o on o.programme_id = d.programme_id and o.id = d.order_id
  left join delivery.client_acceptance a on a.programme_id = d.programme_id and a.delivery_id = d.id
  left join delivery.client_return r on r.programme_id = d.programme_id and r.delivery_id = d.id`

/** All deliveries of one order, newest first. */
export async function deliveriesOfOrder(db: Db, orderId: string): Promise<DeliveryRow[]> {
  const { rows } =
    await sql<DeliveryRow>`${deliverySelect} where d.order_id = ${orderId} order by d.delivered_on desc, d.id desc limit 200`.execute(db)
  return rows
}

/** One delivery that this client may see, or null. */
export async function clientDelivery(db: Db, reach: Reach, deliveryId: string): Promise<DeliveryRow | null> {
  const { rows } =
    await sql<DeliveryRow>`${deliverySelect} where d.id = ${deliveryId} and o.client_id = any(${reach.ids('client')}::uuid[])`.execute(db)
  return rows[0] ?? null
}

/** The deliveries to a client, newest first. */
export async function clientDeliveries(db: Db, reach: Reach, question: Paging & { state: 'all' | 'waiting' | 'accepted' | 'returned' }) {
  const mine = sql`from (${deliverySelect} where o.client_id = any(${reach.ids('client')}::uuid[])) x
    where (${question.state} = 'all' or x.state = ${question.state})`
  return readSqlPage<DeliveryRow>(db, keyset(question, { 'x.delivered_on': 'date', 'x.id': 'uuid' }, 'desc'), sql`x.*`, mine)
}

interface ClientOrderRow {
  id: string
  number: string
  title: string
  dueOn: string
  state: OrderState
  totalMinutes: number
  acceptedMinutes: number
  waiting: boolean
}

/** A client's orders that are not finished, and those of the last ninety days, soonest due first. */
export async function clientOrders(db: Db, reach: Reach, today: string): Promise<ClientOrderRow[]> {
  const { rows } = await sql<ClientOrderRow>`
    select o.id, o.number, o.title, o.due_on, o.state,
           coalesce(sum(p.units::bigint * p.unit_minutes), 0)::bigint as total_minutes,
           coalesce(sum(least(p.units, w.accepted_units)::bigint * p.unit_minutes), 0)::bigint as accepted_minutes,
           exists (select from delivery.client_delivery d where d.programme_id = o.programme_id and d.order_id = o.id
             and not exists (select from delivery.client_acceptance a where a.programme_id = d.programme_id and a.delivery_id = d.id)
             and not exists (select from delivery.client_return r where r.programme_id = d.programme_id and r.delivery_id = d.id)) as waiting
    from orders.client_order o
    left join orders.package p on p.programme_id = o.programme_id and p.order_id = o.id
    left join orders.package_work w on w.programme_id = p.programme_id and w.package_id = p.id
    where o.client_id = any(${reach.ids('client')}::uuid[]) and (o.state in ('preparing', 'running', 'delivered') or o.due_on >= ${today}::date - 90)
    group by o.programme_id, o.id
    order by (o.state in ('accepted', 'cancelled')), o.due_on, o.id limit 100`.execute(db)
  return rows
}
