import { sql } from 'kysely'
import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { deliveriesOfOrder, type OrderState, packagesOfOrder } from './clients.ts'

/** What may be delivered of an order within reach, and what went before; or null. */
export async function readOrderDelivery(db: Db, reach: Reach, orderId: string) {
  const { rows } = await sql<{ orderId: string; orderNumber: string; title: string; state: OrderState; dueOn: string; clientName: string }>`
    select o.id as order_id, o.number as order_number, o.title, o.state, o.due_on, c.name as client_name
    from orders.client_order o
    join sales.client c on c.programme_id = o.programme_id and c.id = o.client_id
    where o.id = ${orderId} and (${reach.everything} or o.id = any(${reach.ids('order')}::uuid[])
      or exists (select from orders.package p where p.programme_id = o.programme_id and p.order_id = o.id
        and p.on_site_id = any(${reach.ids('site')}::uuid[])))`.execute(db)
  const [order] = rows
  if (!order) return null
  const packages = await packagesOfOrder(db, orderId)
  return {
    ...order,
    packages: packages.map((each) => ({
      ...each,
      deliverableUnits: Math.max(0, each.acceptedUnits - each.deliveredUnits),
    })),
    deliveries: await deliveriesOfOrder(db, orderId),
  }
}
