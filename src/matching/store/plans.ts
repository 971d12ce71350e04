import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { isCalendarDate, type CalendarDate } from '../../units/calendar-date.ts'
import type { Plan } from '../rules/plan.ts'
import type { Problem } from '../rules/problem.ts'

/** A run that gave no sign of life for so long is taken for ended. */
export const silentSeconds = 60

export type PlanState = 'running' | 'proposed' | 'offered' | 'failed' | 'discarded'
export type PlanKind = 'whole' | 'repair'
export type PlanCause = 'declined' | 'released'

export interface PlanProgress {
  stage: 'gather' | 'compile' | 'prices' | 'construct' | 'improve' | 'report'
  seconds: number
  work: number
  bound: number
}

export interface PlanRow {
  id: string
  kind: PlanKind
  packageId: string | null
  cause: PlanCause | null
  state: PlanState
  from: CalendarDate
  days: number
  secondsLimit: number
  problem: Problem | null
  plan: Plan | null
  progress: PlanProgress | null
  fault: string | null
  askedBy: string
  askedAt: string
  beatAt: string
  stopAskedAt: string | null
  finishedAt: string | null
  offeredAt: string | null
}

const states: readonly PlanState[] = ['running', 'proposed', 'offered', 'failed', 'discarded']

function stateOf(text: string): PlanState {
  const state = states.find((each) => each === text)
  if (!state) throw new Error(`unknown state of a plan: ${text}`)
  return state
}

const causeOf = (text: string | null): PlanCause | null => (text === 'released' || text === 'declined' ? text : null)

type Row = Awaited<ReturnType<typeof selectPlan>>

const selectPlan = (db: Db, planId: string) => db.selectFrom('matching.plan').selectAll().where('id', '=', planId).executeTakeFirst()

function planRow(row: NonNullable<Row>): PlanRow {
  if (!isCalendarDate(row.from_date)) throw new Error(`plan ${row.id} has no first day`)
  return {
    id: row.id,
    kind: row.kind === 'repair' ? 'repair' : 'whole',
    packageId: row.package_id,
    cause: causeOf(row.cause),
    state: stateOf(row.state),
    from: row.from_date,
    days: row.days,
    secondsLimit: row.seconds_limit,
    // Both columns are written by `finishPlan` alone, from values of these types.
    problem: row.problem as Problem | null,
    plan: row.plan as Plan | null,
    progress: row.progress as PlanProgress | null,
    fault: row.fault,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    beatAt: row.beat_at,
    stopAskedAt: row.stop_asked_at,
    finishedAt: row.finished_at,
    offeredAt: row.offered_at,
  }
}

export async function findPlan(db: Db, planId: string): Promise<PlanRow | null> {
  const row = await selectPlan(db, planId)
  return row ? planRow(row) : null
}

export async function planForUpdate(db: Db, planId: string): Promise<PlanRow | null> {
  const row = await db.selectFrom('matching.plan').selectAll().where('id', '=', planId).forUpdate().executeTakeFirst()
  return row ? planRow(row) : null
}

/** The newest whole plan that is worth showing. */
export async function newestPlanId(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('matching.plan')
    .select('id')
    .where('kind', '=', 'whole')
    .where('state', '<>', 'discarded')
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The whole plan with a result that was asked for before this one. */
export async function planBefore(db: Db, plan: PlanRow): Promise<PlanRow | null> {
  const row = await db
    .selectFrom('matching.plan')
    .selectAll()
    .where('kind', '=', 'whole')
    .where('plan', 'is not', null)
    .where('id', '<>', plan.id)
    .where('asked_at', '<=', plan.askedAt)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? planRow(row) : null
}

export async function listPlans(db: Db, kind: PlanKind, limit: number) {
  const rows = await db
    .selectFrom('matching.plan as l')
    .leftJoin('orders.package as p', (join) => join.onRef('p.programme_id', '=', 'l.programme_id').onRef('p.id', '=', 'l.package_id'))
    .select(['l.id', 'l.state', 'l.cause', 'l.package_id', 'l.from_date', 'l.days', 'l.asked_at', 'l.finished_at', 'l.offered_at', 'p.title'])
    .select(sql<number>`coalesce(jsonb_array_length(l.plan->'offers'), 0)`.as('offer_count'))
    .where('l.kind', '=', kind)
    .where('l.state', '<>', 'discarded')
    .orderBy('l.asked_at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind,
    state: stateOf(row.state),
    cause: causeOf(row.cause),
    packageId: row.package_id,
    packageTitle: row.title,
    from: row.from_date,
    days: row.days,
    offerCount: row.offer_count,
    askedAt: row.asked_at,
    finishedAt: row.finished_at,
    offeredAt: row.offered_at,
  }))
}

export interface NewPlan {
  programmeId: string
  id: string
  kind: PlanKind
  packageId: string | null
  cause: PlanCause | null
  from: CalendarDate
  days: number
  secondsLimit: number
  by: string
  now: Date
}

/** False when such a plan is being calculated already. */
export async function insertPlan(db: Db, plan: NewPlan): Promise<boolean> {
  const inserted = await db
    .insertInto('matching.plan')
    .values({
      programme_id: plan.programmeId,
      id: plan.id,
      kind: plan.kind,
      package_id: plan.packageId,
      cause: plan.cause,
      state: 'running',
      from_date: plan.from,
      days: plan.days,
      seconds_limit: plan.secondsLimit,
      asked_by: plan.by,
      asked_at: plan.now.toISOString(),
      beat_at: plan.now.toISOString(),
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows) === 1
}

/** Gives up runs that fell silent, because their process ended. */
export async function giveUpSilentPlans(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('matching.plan')
    .set({ state: 'failed', fault: 'interrupted', finished_at: now.toISOString() })
    .where('state', '=', 'running')
    .where('beat_at', '<', new Date(now.getTime() - silentSeconds * 1000).toISOString())
    .execute()
}

/** Writes a sign of life; answers whether somebody asked to stop, or the plan is no longer wanted. */
export async function beat(db: Db, planId: string, progress: PlanProgress, now: Date): Promise<boolean> {
  const row = await db
    .updateTable('matching.plan')
    .set({ progress: JSON.stringify(progress), beat_at: now.toISOString() })
    .where('id', '=', planId)
    .where('state', '=', 'running')
    .returning('stop_asked_at')
    .executeTakeFirst()
  return row === undefined || row.stop_asked_at !== null
}

export async function finishPlan(db: Db, planId: string, result: { problem: Problem; plan: Plan } | { fault: string }, now: Date): Promise<boolean> {
  const values = 'fault' in result ? { state: 'failed', fault: result.fault } : { state: 'proposed', problem: JSON.stringify(result.problem), plan: JSON.stringify(result.plan) }
  const { numUpdatedRows } = await db
    .updateTable('matching.plan')
    .set({ ...values, finished_at: now.toISOString(), beat_at: now.toISOString() })
    .where('id', '=', planId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export async function setPlanState(db: Db, planId: string, to: 'offered' | 'discarded', now: Date): Promise<void> {
  await db
    .updateTable('matching.plan')
    .set(to === 'offered' ? { state: to, offered_at: now.toISOString() } : { state: to })
    .where('id', '=', planId)
    .execute()
}

export async function askToStop(db: Db, planId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('matching.plan').set({ stop_asked_at: now.toISOString() }).where('id', '=', planId).where('state', '=', 'running').executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** A newer proposal for a package, or for all when none is named, makes the repairs before it worthless. */
export async function discardOlderRepairs(db: Db, packageIds: readonly string[] | null, keptId: string): Promise<void> {
  await db
    .updateTable('matching.plan')
    .set({ state: 'discarded' })
    .where('kind', '=', 'repair')
    .where('state', '=', 'proposed')
    .where('id', '<>', keptId)
    .$if(packageIds !== null, (query) => query.where('package_id', 'in', [...(packageIds ?? [])]))
    .execute()
}

export async function setPairRule(db: Db, rule: { programmeId: string; workerId: string; packageId: string; rule: 'pinned' | 'forbidden'; units: number | null; by: string; now: Date }): Promise<void> {
  const values = { rule: rule.rule, units: rule.units, set_by: rule.by, set_at: rule.now.toISOString() }
  await db
    .insertInto('matching.pair_rule')
    .values({ programme_id: rule.programmeId, worker_id: rule.workerId, package_id: rule.packageId, ...values })
    .onConflict((c) => c.columns(['programme_id', 'worker_id', 'package_id']).doUpdateSet(values))
    .execute()
}

export async function removePairRule(db: Db, workerId: string, packageId: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('matching.pair_rule').where('worker_id', '=', workerId).where('package_id', '=', packageId).executeTakeFirst()
  return Number(numDeletedRows) === 1
}

/** Whether both records exist in this programme. */
export async function doBothExist(db: Db, workerId: string, packageId: string): Promise<boolean> {
  const worker = await db.selectFrom('people.worker').select('id').where('id', '=', workerId).executeTakeFirst()
  const work = await db.selectFrom('orders.package').select('id').where('id', '=', packageId).executeTakeFirst()
  return worker !== undefined && work !== undefined
}

/** The accounts of those who direct the whole programme; they hear of proposals. */
export async function directorsOf(db: Db, programmeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('programme.membership')
    .select('user_id')
    .distinct()
    .where('role', '=', 'director')
    .where('scope_kind', '=', 'programme')
    .where('scope_id', '=', programmeId)
    .where('programme_id', '=', programmeId)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map((row) => row.user_id)
}

export async function notify(db: Db, rows: readonly { programmeId: string; id: string; userId: string; kind: string; link: string; data: Record<string, unknown> }[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('platform.notification')
    .values(rows.map((row) => ({ programme_id: row.programmeId, id: row.id, user_id: row.userId, kind: row.kind, link: row.link, data: JSON.stringify(row.data) })))
    .execute()
}
