import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readSqlPage } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { calendarDate, type CalendarDate, daysBetween, jstDateOf } from '../../units/calendar-date.ts'
import type { work } from '../contract/hand-in.ts'
import { inspectBy, minutesPerDay, payOnFor } from '../rules/receipt.ts'
import { comingPay } from './coming-pay.ts'
import { describeHandIns, handInsOf, payDayOf } from './hand-ins.ts'

type Work = z.output<typeof work>

interface WorkRow {
  id: string
  packageId: string
  title: string
  unitName: string
  units: number
  releasedUnits: number
  waitingUnits: number
  acceptedUnits: number
  toCorrectUnits: number
  leftUnits: number
  owedUnits: number
  unitMinutes: number
  unitPriceYen: number
  dueOn: string
  correctBy: string | null
}

const workSelect = sql`
  select a.id, a.package_id, p.title, p.unit_name, a.units, u.released_units, u.waiting_units, u.accepted_units, u.to_correct_units, u.left_units, u.owed_units,
         p.unit_minutes, a.unit_price_yen, a.due_on, u.correct_by
  from orders.assignment a
  join orders.package p on p.programme_id = a.programme_id and p.id = a.package_id
  join orders.assignment_units u on u.programme_id = a.programme_id and u.assignment_id = a.id`

const workOf = <R extends WorkRow>(row: R, today: CalendarDate): R & Work => ({
  ...row,
  daysLeft: daysBetween(today, calendarDate(row.dueOn)),
  minutesPerDay: minutesPerDay(row.owedUnits, row.unitMinutes, today, calendarDate(row.dueOn)),
})

/** A worker's agreed work: open while units are left, waiting or to correct, soonest due first; done latest first. */
export async function listWork(db: Db, workerIds: readonly string[], today: CalendarDate, question: Paging & { state: 'open' | 'done' }) {
  const open = question.state === 'open'
  const mine = sql`from (${workSelect} where a.worker_id = any(${workerIds}::uuid[])) x
    where (x.left_units + x.waiting_units + x.to_correct_units > 0) = ${open}`
  const list = keyset(question, { 'x.due_on': 'date', 'x.id': 'uuid' }, open ? 'asc' : 'desc')
  const page = await readSqlPage<WorkRow>(db, list, sql`x.*`, mine)
  return { ...page, rows: page.rows.map((row) => workOf(row, today)) }
}

/** One piece of agreed work of this worker with everything about it, or null. */
export async function readAssignment(db: Db, workerIds: readonly string[], today: CalendarDate, assignmentId: string) {
  const { rows } = await sql<WorkRow & AssignmentRow>`
    select w.*, a.worker_id, a.ordered_on, a.fee_yen, a.tax_yen, a.notice_document_id, a.inspection_complete_on, p.specification, p.inspection_days,
           (select max(version) from orders.manual_version m where m.programme_id = p.programme_id and m.package_id = p.id) as manual_version,
           (select max(version) from orders.manual_reading m where m.programme_id = p.programme_id and m.package_id = p.id
             and m.worker_id = a.worker_id) as manual_version_read
    from (${workSelect} where a.id = ${assignmentId} and a.worker_id = any(${workerIds}::uuid[])) w
    join orders.assignment a on a.id = w.id
    join orders.package p on p.programme_id = a.programme_id and p.id = a.package_id`.execute(db)
  const [row] = rows
  if (!row) return null
  const terms = {
    inspectionDays: row.inspectionDays,
    dueOn: calendarDate(row.dueOn),
    inspectionCompleteOn: calendarDate(row.inspectionCompleteOn),
  }
  const questions = await db
    .selectFrom('orders.question')
    .select(['id', 'text', 'askedAt', 'answer', 'answeredAt'])
    .where('packageId', '=', row.packageId)
    .where('workerId', '=', row.workerId)
    .orderBy('askedAt', 'desc')
    .limit(50)
    .execute()
  return {
    ...workOf(row, today),
    today: { receivedOn: today, inspectBy: inspectBy(today, terms), payOn: payOnFor(today, await payDayOf(db)) },
    handIns: await describeHandIns(db, await handInsOf(db, assignmentId)),
    questions,
  }
}
interface AssignmentRow {
  workerId: string
  orderedOn: string
  feeYen: number
  taxYen: number
  noticeDocumentId: string
  inspectionCompleteOn: string
  specification: string
  inspectionDays: number
  manualVersion: number | null
  manualVersionRead: number | null
}

/** What a worker finds first. */
export async function readMyHome(db: Db, workerIds: readonly string[], now: Date) {
  const today = jstDateOf(now)
  const { rows } = await sql<{
    usual: number
    free: number
    offers: number
    proposedFor: string | null
    applies: boolean
    openQuestions: number
    answeredQuestions: number
    agreedYen: number
  }>`
    select coalesce((select sum(minutes) from people.free_minutes where worker_id = any(${workerIds}::uuid[])
      and weekday = extract(isodow from ${today}::date)), 0)::int as usual,
           coalesce((select sum(minutes) from people.free_days(${today}::date, ${today}::date) where worker_id = any(${workerIds}::uuid[])), 0)::int as free,
           (select count(*)::int from orders.open_offers(${today}::date) where worker_id = any(${workerIds}::uuid[])) as offers,
           (select c.assignment_id from orders.terms_change c join orders.assignment a on a.programme_id = c.programme_id and a.id = c.assignment_id
            where c.state = 'open' and a.worker_id = any(${workerIds}::uuid[]) order by c.proposed_at limit 1) as proposed_for,
           coalesce((select bool_and(state = 'applicant') from people.worker where id = any(${workerIds}::uuid[])), false) as applies,
           (select count(*)::int from orders.question where worker_id = any(${workerIds}::uuid[]) and answered_at is null) as open_questions,
           (select count(*)::int from orders.question where worker_id = any(${workerIds}::uuid[])
             and answered_at > ${now.toISOString()}::timestamptz - interval '7 days') as answered_questions,
           (select coalesce(sum(a.unit_price_yen * u.owed_units), 0)::bigint
            from orders.assignment a join orders.assignment_units u on u.programme_id = a.programme_id and u.assignment_id = a.id
            where a.worker_id = any(${workerIds}::uuid[])) as agreed_yen`.execute(db)
  const [facts] = rows
  if (!facts) throw new Error('no facts of the worker')
  const list = await listWork(db, workerIds, today, { cursor: null, limit: 20, state: 'open' })
  return {
    today,
    todayMinutes: facts.free,
    usualMinutes: facts.usual,
    openOfferCount: facts.offers,
    proposedFor: facts.proposedFor,
    isApplicant: facts.applies,
    work: list.rows,
    coming: await comingPay(db, workerIds, today),
    agreedYen: facts.agreedYen,
    openQuestionCount: facts.openQuestions,
    answeredQuestionCount: facts.answeredQuestions,
  }
}
