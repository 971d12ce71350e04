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
  select h.id, h.received_on, case when h.inspect_by < ${today}::date then 'overdue' else 'waiting' end as state
  from delivery.waiting_hand_in h where h.received_on <= ${closeOn}::date
  union all
  -- Nearly all are posted: the two keys are compared first.
  select s.id, s.received_on, 'unposted'
  from (
    select a.programme_id, a.submission_id from delivery.acceptance a
    where not exists (select from money.payable m where m.programme_id = a.programme_id and m.submission_id = a.submission_id) offset 0
  ) a join delivery.submission s on s.programme_id = a.programme_id and s.id = a.submission_id
  where s.received_on <= ${closeOn}::date`

/** Receipts up to a day that a close cannot take yet: not judged, or accepted and not posted. */
export async function listReceipts(db: Db, closeOn: CalendarDate, today: CalendarDate, limit: number): Promise<ReceiptRow[]> {
  const { rows } = await sql<ReceiptRow>`
    select h.id as submission_id, p.title as package_title, o.number as order_number, w.display_name as worker_name, h.received_on, h.inspect_by, x.state
    from (${differences(closeOn, today)} order by received_on, id limit ${limit}) x
    join delivery.hand_in h on h.programme_id = platform.tenant() and h.id = x.id
    join orders.package p on p.programme_id = h.programme_id and p.id = h.package_id
    join orders.client_order o on o.programme_id = p.programme_id and o.id = p.order_id
    join people.worker w on w.programme_id = h.programme_id and w.id = h.worker_id
    order by h.received_on, h.id`.execute(db)
  return rows
}

export async function countReceipts(db: Db, closeOn: CalendarDate, today: CalendarDate): Promise<Record<ReceiptRow['state'], number>> {
  const { rows } = await sql<Record<ReceiptRow['state'], number>>`
    select (count(*) filter (where state = 'waiting'))::int as waiting, (count(*) filter (where state = 'overdue'))::int as overdue,
           (count(*) filter (where state = 'unposted'))::int as unposted
    from (${differences(closeOn, today)}) x`.execute(db)
  return rows[0] ?? { waiting: 0, overdue: 0, unposted: 0 }
}
