import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import { finds, mostOfAKind } from '../../platform/search.ts'

const invoices = (db: Db, text: string, where: RawBuilder<SqlBool>) =>
  db
    .selectFrom('money.client_invoice as i')
    .innerJoin('orders.client_order as o', (join) => sameTenant(join, 'o.id', 'i.orderId'))
    .innerJoin('sales.client as c', (join) => sameTenant(join, 'c.id', 'i.clientId'))
    .select(['i.id', sql<string>`i.number || ' ' || o.title`.as('title'), 'c.name as detail'])
    .where(where)
    .where(finds(sql<string>`concat_ws(' ', i.number, o.number, o.title, c.name)`, text))
    .orderBy('i.issuedOn', 'desc')
    .orderBy('i.id')
    .limit(mostOfAKind)
    .execute()

/** Invoices by number, order or client. */
export const findInvoices = (db: Db, text: string) => invoices(db, text, sql<SqlBool>`true`)
/** The same for a client: its own alone. */
export const findOwnInvoices = (db: Db, reach: Reach, text: string) =>
  invoices(db, text, sql<SqlBool>`i.client_id = any(${reach.ids('client')}::uuid[])`)

/** Legal documents of the programme by number or party. */
export const findDocuments = (db: Db, text: string) =>
  db
    .selectFrom('platform.document as d')
    .select(['d.id', sql<string>`d.number || ' ' || d.counterparty_name`.as('title'), sql<string>`d.transaction_on::text`.as('detail')])
    .where(finds(sql<string>`concat_ws(' ', d.number, d.counterparty_name)`, text))
    .orderBy('d.transactionOn', 'desc')
    .orderBy('d.id')
    .limit(mostOfAKind)
    .execute()
