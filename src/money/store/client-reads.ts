import { sql } from 'kysely'
import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readSqlPage } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { finds } from '../../platform/search.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { invoiceSelect } from './sales.ts'

interface InvoiceRow {
  id: string
  number: string
  clientName: string
  orderId: string
  orderNumber: string
  orderTitle: string
  issuedOn: string
  dueOn: string
  subtotalYen: number
  taxYen: number
  totalYen: number
  settledYen: number
  openYen: number
  state: 'open' | 'overdue' | 'paid'
  documentId: string | null
}

interface Question extends Paging {
  search: string
  state: 'all' | 'open' | 'overdue' | 'paid'
  openYen: number | null
}

/** Invoices, newest first, with what is open of all of them and the accepted deliveries without one. */
export async function listInvoices(db: Db, today: CalendarDate, question: Question) {
  const where = sql`(${question.search === ''}
    or ${finds(sql<string>`concat_ws(' ', y.number, y.client_name, y.order_number, y.order_title)`, question.search)})
    and (${question.state} = 'all' or y.state = ${question.state} or (${question.state} = 'open' and y.state = 'overdue'))
    and (${question.openYen}::bigint is null or y.open_yen = ${question.openYen}::bigint)`
  const page = await invoicePage(db, today, question, where)
  const sums = await sql<{ open: number; overdue: number }>`
    select coalesce(sum(open_yen), 0)::bigint as open, (count(*) filter (where state = 'overdue'))::int as overdue from (${invoiceSelect(today)}) y`.execute(
    db,
  )
  return { ...page, openTotalYen: sums.rows[0]?.open ?? 0, overdueCount: sums.rows[0]?.overdue ?? 0, missing: await listWithoutInvoice(db) }
}

/** A client's own invoices, newest first. */
export const listOwnInvoices = (db: Db, reach: Reach, today: CalendarDate, question: Paging) =>
  invoicePage(db, today, question, sql`y.client_id = any(${reach.ids('client')}::uuid[])`)

function invoicePage(db: Db, today: CalendarDate, question: Paging, where: ReturnType<typeof sql>) {
  const list = keyset(question, { 'y.issued_on': 'date', 'y.id': 'uuid' }, 'desc')
  return readSqlPage<InvoiceRow>(db, list, sql`y.*`, sql`from (${invoiceSelect(today)}) y where ${where}`)
}

export async function listWithoutInvoice(db: Db) {
  const { rows } = await sql<{ deliveryId: string; orderNumber: string; clientName: string; acceptedOn: string; totalYen: number }>`
    select s.delivery_id, o.number as order_number, c.name as client_name, s.accepted_on, s.subtotal_yen + s.tax_yen as total_yen
    from money.client_sale s
    join orders.client_order o on o.programme_id = s.programme_id and o.id = s.order_id
    join sales.client c on c.programme_id = s.programme_id and c.id = s.client_id
    where s.subtotal_yen > 0 and not exists (select from money.client_invoice i where i.programme_id = s.programme_id and i.delivery_id = s.delivery_id)
    order by s.accepted_on limit 100`.execute(db)
  return rows
}

/** One invoice with what was received of it, or null. */
export async function readInvoice(db: Db, today: CalendarDate, invoiceId: string) {
  const { rows } = await sql<InvoiceRow>`select y.* from (${invoiceSelect(today)}) y where y.id = ${invoiceId}`.execute(db)
  const [invoice] = rows
  if (!invoice) return null
  const receipts = await sql<{
    id: string
    entryId: string | null
    receivedOn: string
    amountYen: number
    deductedFeeYen: number
    isReversed: boolean
  }>`
    select r.id, e.id as entry_id, r.received_on, r.amount_yen, r.deducted_fee_yen, v.id is not null as is_reversed
    from money.client_receipt r
    left join money.entry e on e.programme_id = r.programme_id and e.kind = 'client-receipt' and e.source_id = r.id
    left join money.entry v on v.programme_id = r.programme_id and v.kind = 'reversal' and v.source_id = e.id
    where r.invoice_id = ${invoiceId} order by r.received_on, r.id`.execute(db)
  return { ...invoice, receipts: receipts.rows }
}
