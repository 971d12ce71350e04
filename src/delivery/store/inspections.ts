import { type RawBuilder, sql } from 'kysely'
import type { Actor, Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readSqlPortion } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { finds } from '../../platform/search.ts'
import { type CalendarDate, daysBetween } from '../../units/calendar-date.ts'
import { payOnFor } from '../rules/receipt.ts'
import { describeHandIns, type HandInRow, handInsOf, payDayOf } from './hand-ins.ts'
import { packageInReach } from '../../orders/store/reach.ts'

interface WaitingRow {
  submissionId: string
  packageId: string
  packageTitle: string
  orderId: string
  orderNumber: string
  workerName: string
  units: number
  unitName: string
  receivedAt: string
  receivedOn: CalendarDate
  inspectBy: CalendarDate
  isCorrection: boolean
  workerUserId: string | null
}

interface WaitingCounts {
  total: number
  lateCount: number
}

const waitingColumns = sql`
  h.id as submission_id, h.package_id, p.title as package_title, p.order_id, o.number as order_number,
  w.display_name as worker_name, h.units, p.unit_name, h.received_at, h.received_on,
  h.inspect_by, h.replaces is not null as is_correction, w.user_id as worker_user_id`
const described = (handIns: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
  from ${handIns} h
  join orders.package p on p.programme_id = h.programme_id and p.id = h.package_id
  join orders.client_order o on o.programme_id = p.programme_id and o.id = p.order_id
  join people.worker w on w.programme_id = h.programme_id and w.id = h.worker_id
  where ${where}`

const describe = ({ workerUserId, ...row }: WaitingRow, actor: Actor, today: CalendarDate) => ({
  ...row,
  daysLeft: daysBetween(today, row.inspectBy),
  isOwn: workerUserId !== null && workerUserId === actor.userId,
})

/** Hand-ins that wait for an inspection by this person, oldest receipt first, and how inspections went lately. */
export const listWaiting = async (...question: Parameters<typeof waitingPage>) => {
  const [db, reach, , today] = question
  return { ...(await waitingPage(...question)), ...(await firstPass(db, reach, today)) }
}

export async function waitingPage(
  db: Db,
  reach: Reach,
  actor: Actor,
  today: CalendarDate,
  question: Paging & { orderId: string | null; search: string },
) {
  const found = described(
    sql`delivery.waiting_hand_in`,
    sql`${packageInReach(reach)}
    and (${question.orderId}::uuid is null or p.order_id = ${question.orderId}::uuid)
    and (${question.search === ''} or ${finds(sql<string>`concat_ws(' ', p.title, w.display_name, w.kana, o.number)`, question.search)})`,
  )
  const counts = (over: RawBuilder<unknown>) => sql`
    (count(*) ${over})::int as total, (count(*) filter (where h.inspect_by < ${today}::date) ${over})::int as late_count`
  const list = keyset(question, { 'x.received_at': 'timestamptz', 'x.submission_id': 'uuid' }, 'asc')
  // Few wait, and planning takes longer than counting them: a page brings the counts of all with it.
  const page = await readSqlPortion<WaitingRow & WaitingCounts>(
    db,
    list,
    sql`x.*`,
    sql`from (select ${waitingColumns}, ${counts(sql`over ()`)} ${found}) x where true`,
  )
  const counted = page.rows[0] ?? (list.begins ? null : (await sql<WaitingCounts>`select ${counts(sql``)} ${found}`.execute(db)).rows[0])
  return {
    rows: page.rows.map(({ total: _total, lateCount: _lateCount, ...row }) => describe(row, actor, today)),
    next: page.next,
    total: counted?.total ?? 0,
    lateCount: counted?.lateCount ?? 0,
  }
}

/** Acceptances of the last 90 days and how many of them were accepted without a return. */
async function firstPass(db: Db, reach: Reach, today: CalendarDate) {
  const { rows } = await sql<{ accepted: number; firstPass: number }>`
    select count(*)::int as accepted, (count(*) filter (where a.first_pass))::int as first_pass
    from delivery.acceptance a
    join delivery.submission s on s.programme_id = a.programme_id and s.id = a.submission_id
    join orders.package p on p.programme_id = s.programme_id and p.id = s.package_id
    where a.accepted_on > ${today}::date - 90 and ${packageInReach(reach)}`.execute(db)
  return { acceptedCount: rows[0]?.accepted ?? 0, firstPassCount: rows[0]?.firstPass ?? 0 }
}

interface InspectionRow extends WaitingRow {
  state: HandInRow['state']
  note: string
  assignmentId: string
  workerId: string
  dueOn: string
  assignedUnits: number
  specification: string
}

/** One hand-in with what it is inspected against, or null. */
export async function readInspection(db: Db, reach: Reach, actor: Actor, today: CalendarDate, submissionId: string) {
  const { rows } = await sql<InspectionRow>`
    select x.*, h.state, h.note, h.assignment_id, h.worker_id, a.due_on, a.units as assigned_units, p.specification
    from (select ${waitingColumns} ${described(sql`delivery.hand_in`, sql`h.id = ${submissionId} and ${packageInReach(reach)}`)}) x
    join delivery.hand_in h on h.id = x.submission_id
    join orders.assignment a on a.programme_id = h.programme_id and a.id = h.assignment_id
    join orders.package p on p.programme_id = h.programme_id and p.id = h.package_id`.execute(db)
  const [row] = rows
  if (!row) return null
  const { assignmentId, workerId, ...shown } = row
  const history = await describeHandIns(db, chainOf(await handInsOf(db, assignmentId), submissionId))
  const queue = await waitingPage(db, reach, actor, today, { cursor: null, limit: 20, orderId: null, search: '' })
  return {
    ...describe(shown, actor, today),
    state: row.state,
    note: row.note,
    dueOn: row.dueOn,
    payOn: payOnFor(row.receivedOn, await payDayOf(db)),
    assignedUnits: row.assignedUnits,
    specification: row.specification,
    files: history.find((each) => each.id === submissionId)?.files ?? [],
    ...(await checkList(db, row.packageId, workerId)),
    history,
    nextSubmissionId: queue.rows.find((each) => each.submissionId !== submissionId && !each.isOwn)?.submissionId ?? null,
  }
}

/** The hand-in with those before and after it in its chain of corrections, oldest first. */
function chainOf(rows: readonly HandInRow[], submissionId: string): HandInRow[] {
  const ids = new Set([submissionId])
  for (let grown = true; grown;) {
    grown = false
    for (const row of rows) {
      const linked = ids.has(row.id) ? row.replaces : row.replaces !== null && ids.has(row.replaces) ? row.id : null
      if (linked !== null && !ids.has(linked)) grown = ids.add(linked).has(linked)
    }
  }
  return rows.filter((row) => ids.has(row.id))
}

/** The steps of the newest manual that are ticked off, and which of them the worker ticked. */
async function checkList(db: Db, packageId: string, workerId: string) {
  const { rows } = await sql<{ version: number; steps: { title: string; body: string; check: boolean }[]; checked: number[] | null }>`
    select m.version, m.steps, r.checked
    from orders.manual_version m
    left join orders.manual_reading r on r.programme_id = m.programme_id and r.package_id = m.package_id and r.worker_id = ${workerId}::uuid
      and r.version = m.version
    where m.package_id = ${packageId}
    order by m.version desc limit 1`.execute(db)
  const [manual] = rows
  const checks = (manual?.steps ?? []).flatMap((step, at) =>
    step.check ? [{ step: at, title: step.title, body: step.body, ticked: manual?.checked?.includes(at) ?? false }] : [],
  )
  return { manualVersion: manual?.version ?? null, checks }
}

/** Open questions on the packages within reach, oldest first. */
export async function openQuestions(db: Db, reach: Reach, limit: number) {
  const { rows } = await sql<{ id: string; packageId: string; packageTitle: string; text: string; askedAt: string }>`
    select q.id, q.package_id, p.title as package_title, q.text, q.asked_at
    from orders.question q
    join orders.package p on p.programme_id = q.programme_id and p.id = q.package_id
    where q.answered_at is null and ${packageInReach(reach)}
    order by q.asked_at limit ${limit}`.execute(db)
  return rows
}
