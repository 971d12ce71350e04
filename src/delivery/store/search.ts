import { sql } from 'kysely'
import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import { finds, mostOfAKind, nearness } from '../../platform/search.ts'

/** Work that the worker has agreed to, by title. */
export const findWork = (db: Db, reach: Reach, text: string) =>
  db
    .selectFrom('orders.assignment as a')
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'a.packageId'))
    .select(['a.id', 'p.title', sql<string>`a.due_on::text`.as('detail')])
    .where(sql<boolean>`a.worker_id = any(${reach.ids('self')}::uuid[])`)
    .where(finds(sql<string>`p.title`, text))
    .orderBy(nearness(sql<string>`p.title`, text))
    .orderBy('a.dueOn', 'desc')
    .orderBy('a.id')
    .limit(mostOfAKind)
    .execute()

/** Deliveries to the client, by number or by the order's title and number. */
export const findDeliveries = (db: Db, reach: Reach, text: string) =>
  db
    .selectFrom('delivery.client_delivery as d')
    .innerJoin('orders.client_order as o', (join) => sameTenant(join, 'o.id', 'd.orderId'))
    .select(['d.id', sql<string>`d.number || ' ' || o.title`.as('title'), sql<string>`d.delivered_on::text`.as('detail')])
    .where(sql<boolean>`o.client_id = any(${reach.ids('client')}::uuid[])`)
    .where(finds(sql<string>`concat_ws(' ', d.number, o.number, o.title)`, text))
    .orderBy('d.deliveredOn', 'desc')
    .orderBy('d.id')
    .limit(mostOfAKind)
    .execute()
