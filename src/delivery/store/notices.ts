import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { HandInState } from '../rules/acceptance.ts'

export { holdersOf } from '../../programme/store/holders.ts'

/** What is told about a hand-in, and to whom. */
export async function handInNews(db: Db, submissionId: string) {
  const { rows } = await sql<{
    title: string
    units: number
    unitName: string
    inspectBy: CalendarDate
    receivedOn: CalendarDate
    correctBy: CalendarDate | null
    assignmentId: string
    orderId: string
    onSiteId: string | null
    userId: string | null
    state: HandInState
    acceptedOn: CalendarDate | null
  }>`
    select p.title, h.units, p.unit_name, h.inspect_by, h.received_on, h.correct_by, h.assignment_id, p.order_id, p.on_site_id, w.user_id,
           h.state, h.accepted_on
    from delivery.hand_in h
    join orders.package p on p.programme_id = h.programme_id and p.id = h.package_id
    join people.worker w on w.programme_id = h.programme_id and w.id = h.worker_id
    where h.id = ${submissionId}`.execute(db)
  return rows[0] ?? null
}

/** What is told about a delivery to a client, and to whom. */
export async function deliveryNews(db: Db, deliveryId: string) {
  const { rows } = await sql<{
    orderId: string
    number: string
    title: string
    clientId: string
    siteIds: (string | null)[]
    isWaiting: boolean
    deliveredOn: CalendarDate
    answeredOn: CalendarDate | null
  }>`
    select o.id as order_id, o.number, o.title, o.client_id,
           array(select distinct p.on_site_id from orders.package p where p.programme_id = o.programme_id and p.order_id = o.id
             and p.on_site_id is not null) as site_ids, d.delivered_on,
           (select coalesce(a.accepted_on, r.returned_on) from (select 1) one
             left join delivery.client_acceptance a on a.programme_id = d.programme_id and a.delivery_id = d.id
             left join delivery.client_return r on r.programme_id = d.programme_id and r.delivery_id = d.id) as answered_on,
           not exists (select from delivery.client_acceptance a where a.programme_id = d.programme_id and a.delivery_id = d.id)
             and not exists (select from delivery.client_return r where r.programme_id = d.programme_id and r.delivery_id = d.id) as is_waiting
    from delivery.client_delivery d
    join orders.client_order o on o.programme_id = d.programme_id and o.id = d.order_id
    where d.id = ${deliveryId}`.execute(db)
  return rows[0] ?? null
}
