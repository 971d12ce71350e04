import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { CloseLine, CloseWorker } from '../rules/close.ts'
import { portionsOf } from '../../platform/db/bulk.ts'

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

interface NewPayable {
  submissionId: string
  workerId: string
  packageId: string
  orderId: string
  municipalityId: string
  description: string
  amountYen: number
  taxRatePercent: number
  withholding: 'subject' | 'not-subject' | 'undecided'
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

/** Of a payable `p`: no statement holds it yet. */
export const isOpen = sql<boolean>`not exists (select from money.statement_line l where l.programme_id = p.programme_id and l.submission_id = p.submission_id)`

/** The payables that no statement holds, to read from. Nearly all are held, so that the two keys are compared before anything else is read. */
export const openPayables = sql`(
  select p.* from (select p.programme_id, p.submission_id from money.payable p where ${isOpen} offset 0) o
  join money.payable p on p.programme_id = o.programme_id and p.submission_id = o.submission_id)`

/** Of a payable `p`: whether tax is withheld, by the newest decision where its kind of work left that open. */
export const withholdingNow = sql<string>`case when p.withholding <> 'undecided' then p.withholding else coalesce((
  select d.withholding from money.withholding_decision d
  join orders.package k on k.programme_id = d.programme_id and k.work_kind_id = d.work_kind_id
  where k.programme_id = p.programme_id and k.id = p.package_id order by d.decided_at desc, d.id desc limit 1), 'undecided') end`

export interface OpenLine extends CloseLine {
  submissionId: string
}
export interface OpenWorker extends CloseWorker<OpenLine> {
  workerId: string
  workerName: string
  municipalityId: string
}

/**
 * Everybody who is owed something for work received up to a day, with all the lines of it, in portions of so many people.
 * A portion must not be small: what the planner decides for the references of the first is kept for all others, and from a
 * hundred new rows it takes the wrong index (100,000 payables: 60 s of CPU with portions of 100, 6 s with 500 or 1,000).
 */
export function openWorkers(db: Db, closeOn: CalendarDate, size = 1_000): AsyncGenerator<OpenWorker[]> {
  const query = sql<OpenWorker>`
    select w.id as worker_id, w.display_name as worker_name, w.municipality_id, w.kind, o.lines,
           array(select json_build_object('number', r.number, 'from', r.valid_from, 'to', r.valid_to) from people.invoice_registration r
             where r.programme_id = w.programme_id and r.worker_id = w.id order by r.recorded_at desc, r.id desc) as registrations
    from (
      select p.programme_id, p.worker_id,
             json_agg(json_build_object('submissionId', p.submission_id, 'suppliedOn', p.received_on, 'amountYen', p.amount_yen,
               'taxRatePercent', p.tax_rate_percent, 'withholding', ${withholdingNow}) order by p.received_on, p.submission_id) as lines
      from money.payable p where p.received_on <= ${closeOn}::date and ${isOpen} group by p.programme_id, p.worker_id
    ) o join people.worker w on w.programme_id = o.programme_id and w.id = o.worker_id
    order by w.id`
  return portionsOf(db, query, size)
}
