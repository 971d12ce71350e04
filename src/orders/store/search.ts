import { personalTemplates } from '../../platform/documents.ts'
import { sql, type Expression } from 'kysely'
import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import { finds, mostOfAKind, nearness } from '../../platform/search.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { orderInReach } from './reach.ts'
import { packageInReach } from './reach.ts'

/** Orders in reach by number, title or client. */
export const findOrders = (db: Db, reach: Reach, text: string) =>
  db
    .selectFrom('orders.client_order as o')
    .innerJoin('sales.client as c', (join) => sameTenant(join, 'c.id', 'o.clientId'))
    .select(['o.id', sql<string>`o.number || ' ' || o.title`.as('title'), 'c.name as detail'])
    .where((e) => orderInReach(reach, e.ref('o.id') as Expression<string>))
    .where(finds(sql<string>`concat_ws(' ', o.number, o.title, c.name)`, text))
    .orderBy(nearness(sql<string>`o.number || ' ' || o.title`, text))
    .orderBy('o.orderedOn', 'desc')
    .orderBy('o.id')
    .limit(mostOfAKind)
    .execute()

/** Packages in reach by title or kind of work; a site shows its own packages, not their whole orders. */
export const findPackages = (db: Db, reach: Reach, text: string) =>
  db
    .selectFrom('orders.package as p')
    .innerJoin('orders.client_order as o', (join) => sameTenant(join, 'o.id', 'p.orderId'))
    .innerJoin('orders.work_kind as k', (join) => sameTenant(join, 'k.id', 'p.workKindId'))
    .select(['p.id', 'p.title', sql<string>`o.number || ' ' || o.title`.as('detail')])
    .where(packageInReach(reach))
    .where(finds(sql<string>`concat_ws(' ', p.title, k.name_ja, k.name_en, o.number)`, text))
    .orderBy(nearness(sql<string>`p.title`, text))
    .orderBy('p.dueOn', 'desc')
    .orderBy('p.id')
    .limit(mostOfAKind)
    .execute()

/** Work on the public list. */
export const findJobs = (db: Db, text: string, today: CalendarDate) =>
  db
    .selectFrom('orders.package as p')
    .innerJoin('orders.work_kind as k', (join) => sameTenant(join, 'k.id', 'p.workKindId'))
    .select(['p.id', 'p.title', 'k.nameJa as detail'])
    .where('p.isPublic', '=', true)
    .where('p.state', '=', 'ready')
    .where('p.dueOn', '>=', today)
    .where(finds(sql<string>`concat_ws(' ', p.title, p.summary, k.name_ja, k.name_en)`, text))
    .orderBy(nearness(sql<string>`p.title`, text))
    .orderBy('p.dueOn')
    .orderBy('p.id')
    .limit(mostOfAKind)
    .execute()

/** A person's own legal documents by number, work or the other side. */
export const findOwnDocuments = (db: Db, userId: string, text: string) =>
  db
    .selectFrom('platform.document')
    .select(['id', 'number as title', sql<string>`concat_ws(' ', transaction_on::text, data -> 'work' ->> 'title')`.as('detail')])
    .where('ownerUserId', '=', userId)
    .where('template', 'in', personalTemplates())
    .where(finds(sql<string>`concat_ws(' ', number, data -> 'work' ->> 'title', data -> 'orderer' ->> 'name')`, text))
    .orderBy('transactionOn', 'desc')
    .orderBy('id')
    .limit(mostOfAKind)
    .execute()
