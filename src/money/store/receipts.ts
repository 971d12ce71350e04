import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'

interface ReceiptRow {
  submissionId: string
  packageTitle: string
  orderNumber: string
  workerName: string
  receivedOn: string
  inspectBy: string
  state: 'waiting' | 'overdue' | 'unposted'
}

const differences = (closeOn: CalendarDate, today: CalendarDate) => sql`
  select h.id as submission_id, p.title as package_title, o.number as order_number, w.display_name as worker_name, h.received_on, h.inspect_by,
         case when h.state = 'accepted' then 'unposted' when h.inspect_by < ${today}::date then 'overdue' else 'waiting' end as state
  from delivery.hand_in h
  join orders.package p on p.programme_id = h.programme_id and p.id = h.package_id
  join orders.client_order o on o.programme_id = p.programme_id and o.id = p.order_id
  join people.worker w on w.programme_id = h.programme_id and w.id = h.worker_id
  where h.received_on <= ${closeOn}::date
    and (h.state = 'waiting' or (h.state = 'accepted'
      and not exists (select from money.payable m where m.programme_id = h.programme_id and m.submission_id = h.id)))`

/** Receipts up to a day that a close cannot take yet: not judged, or accepted and not posted. */
export async function listReceipts(db: Db, closeOn: CalendarDate, today: CalendarDate, limit: number): Promise<ReceiptRow[]> {
  const { rows } = await sql<ReceiptRow>`${differences(closeOn, today)} order by h.received_on, h.id limit ${limit}`.execute(db)
  return rows
}

export async function countReceipts(db: Db, closeOn: CalendarDate, today: CalendarDate): Promise<Record<ReceiptRow['state'], number>> {
  const { rows } = await sql<Record<ReceiptRow['state'], number>>`
    select (count(*) filter (where state = 'waiting'))::int as waiting, (count(*) filter (where state = 'overdue'))::int as overdue,
           (count(*) filter (where state = 'unposted'))::int as unposted
    from (${differences(closeOn, today)}) x`.execute(db)
  return rows[0] ?? { waiting: 0, overdue: 0, unposted: 0 }
}
