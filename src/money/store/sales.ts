import { type Insertable, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'

export interface AcceptedDelivery {
  deliveryId: string
  orderId: string
  orderNumber: string
  title: string
  orderedOn: CalendarDate
  clientId: string
  clientName: string
  postalAddress: string
  contactName: string
  paymentDueDays: number
  municipalityId: string | null
  amountYen: number
  taxRatePercent: number
  acceptedOn: CalendarDate
  /** Minutes of work of the whole order, and of all its deliveries that were accepted up to this one. */
  totalWeight: number
  acceptedWeight: number
  invoicedYen: number
}

/** An accepted delivery with its order, its client and what was invoiced of the order before, or null. The order is locked. */
export async function acceptedDelivery(db: Db, deliveryId: string): Promise<AcceptedDelivery | null> {
  await sql`select o.id from orders.client_order o where o.id = (select order_id from delivery.client_delivery where id = ${deliveryId}) for update`.execute(
    db,
  )
  const { rows } = await sql<AcceptedDelivery>`
    select d.id as delivery_id, o.id as order_id, o.number as order_number, o.title, o.ordered_on, o.client_id, c.name as client_name,
           c.postal_address, c.contact_name,
           c.payment_due_days, o.municipality_id, o.amount_yen, o.tax_rate_percent, a.accepted_on,
           (select coalesce(sum(p.units::bigint * p.unit_minutes), 0)::bigint from orders.package p where p.programme_id = o.programme_id
             and p.order_id = o.id) as total_weight,
           (select coalesce(sum((line ->> 'units')::bigint * p.unit_minutes), 0)::bigint
            from delivery.client_delivery x
            join delivery.client_acceptance y on y.programme_id = x.programme_id and y.delivery_id = x.id
            cross join lateral jsonb_array_elements(x.units_by_package) line
            join orders.package p on p.programme_id = x.programme_id and p.id = (line ->> 'packageId')::uuid
            where x.programme_id = o.programme_id and x.order_id = o.id and x.id <= d.id) as accepted_weight,
           (select coalesce(sum(s.subtotal_yen), 0)::bigint from money.client_sale s where s.programme_id = o.programme_id
             and s.order_id = o.id) as invoiced_yen
    from delivery.client_delivery d
    join delivery.client_acceptance a on a.programme_id = d.programme_id and a.delivery_id = d.id
    join orders.client_order o on o.programme_id = d.programme_id and o.id = d.order_id
    join sales.client c on c.programme_id = o.programme_id and c.id = o.client_id
    where d.id = ${deliveryId}`.execute(db)
  return rows[0] ?? null
}

export const saleOf = (db: Db, deliveryId: string) =>
  db
    .selectFrom('money.client_sale')
    .selectAll()
    .where('deliveryId', '=', deliveryId)
    .executeTakeFirst()
    .then((row) => row ?? null)
export const invoiceOf = (db: Db, deliveryId: string) =>
  db
    .selectFrom('money.client_invoice')
    .select('id')
    .where('deliveryId', '=', deliveryId)
    .executeTakeFirst()
    .then((row) => row ?? null)

export async function insertSale(db: Db, row: Insertable<DB['money.client_sale']>): Promise<void> {
  await db.insertInto('money.client_sale').values(row).execute()
}
export async function insertInvoice(db: Db, row: Insertable<DB['money.client_invoice']>): Promise<void> {
  await db.insertInto('money.client_invoice').values(row).execute()
}
export async function insertReceipt(db: Db, row: Insertable<DB['money.client_receipt']>): Promise<void> {
  await db.insertInto('money.client_receipt').values(row).execute()
}

/** What was received of an invoice and not taken back. */
const settled = sql`coalesce((
  select sum(r.amount_yen + r.deducted_fee_yen) from money.client_receipt r
  where r.programme_id = i.programme_id and r.invoice_id = i.id and not exists (
    select from money.entry e join money.entry v on v.programme_id = e.programme_id and v.kind = 'reversal' and v.source_id = e.id
    where e.programme_id = r.programme_id and e.kind = 'client-receipt' and e.source_id = r.id)), 0)::bigint`

/** An invoice with what is open of it, locked, or null. */
export async function lockInvoice(db: Db, invoiceId: string) {
  await db.selectFrom('money.client_invoice').select('id').where('id', '=', invoiceId).forUpdate().executeTakeFirst()
  const { rows } = await sql<{
    id: string
    number: string
    clientId: string
    orderId: string
    municipalityId: string | null
    issuedOn: string
    openYen: number
  }>`
    select i.id, i.number, i.client_id, i.order_id, o.municipality_id, i.issued_on, (i.total_yen - ${settled})::bigint as open_yen
    from money.client_invoice i join orders.client_order o on o.programme_id = i.programme_id and o.id = i.order_id where i.id = ${invoiceId}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** `select` of invoices with what is settled and open of them, named as the contract names it. */
export const invoiceSelect = (today: CalendarDate) => sql`
  select x.*, x.total_yen - x.settled_yen as open_yen,
         case when x.settled_yen >= x.total_yen then 'paid' when x.due_on < ${today}::date then 'overdue' else 'open' end as state
  from (
    select i.id, i.number, i.client_id, c.name as client_name, i.order_id, o.number as order_number, o.title as order_title, i.issued_on,
           i.due_on, i.subtotal_yen, i.tax_yen, i.total_yen, ${settled} as settled_yen, i.document_id
    from money.client_invoice i
    join sales.client c on c.programme_id = i.programme_id and c.id = i.client_id
    join orders.client_order o on o.programme_id = i.programme_id and o.id = i.order_id
  ) x`
