import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'

export interface AcceptedWork {
  submissionId: string
  workerId: string
  packageId: string
  orderId: string
  municipalityId: string
  title: string
  unitName: string
  units: number
  amountYen: number
  taxRatePercent: number
  withholding: 'subject' | 'not-subject' | 'undecided'
  receivedOn: CalendarDate
  acceptedOn: CalendarDate
  payDay: number
}

/** Accepted hand-ins that have no payable yet: one, or all of the programme. */
export async function unposted(db: Db, submissionId: string | null, limit = 1_000): Promise<AcceptedWork[]> {
  const { rows } = await sql<AcceptedWork>`
    select s.id as submission_id, s.worker_id, s.package_id, p.order_id, w.municipality_id, p.title, p.unit_name, s.units,
           s.units * a.unit_price_yen as amount_yen, o.tax_rate_percent, k.withholding, s.received_on, c.accepted_on,
           (select pay_day from programme.programme where programme_id = platform.tenant()) as pay_day
    from delivery.acceptance c
    join delivery.submission s on s.programme_id = c.programme_id and s.id = c.submission_id
    join orders.assignment a on a.programme_id = s.programme_id and a.id = s.assignment_id
    join orders.package p on p.programme_id = s.programme_id and p.id = s.package_id
    join orders.client_order o on o.programme_id = p.programme_id and o.id = p.order_id
    join orders.work_kind k on k.programme_id = p.programme_id and k.id = p.work_kind_id
    join people.worker w on w.programme_id = s.programme_id and w.id = s.worker_id
    where (${submissionId}::uuid is null or s.id = ${submissionId}::uuid)
      and not exists (select from money.payable m where m.programme_id = s.programme_id and m.submission_id = s.id)
    order by s.received_on, s.id limit ${limit}`.execute(db)
  return rows
}

export interface NewPayable {
  submissionId: string
  workerId: string
  packageId: string
  orderId: string
  municipalityId: string
  description: string
  amountYen: number
  taxRatePercent: number
  withholding: string
  receivedOn: string
  acceptedOn: string
  payOn: string
}

/** Inserts payables; those that are there already are left as they are. */
export async function insertPayables(db: Db, programmeId: string, rows: readonly NewPayable[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map((row) => ({ programmeId, ...row }))
  await db
    .insertInto('money.payable')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
