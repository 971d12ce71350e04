import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { isCalendarDate, type CalendarDate } from '../../units/calendar-date.ts'
import type { Plan } from '../rules/problem/plan.ts'
import type { Problem } from '../rules/problem/problem.ts'
import type { Freed } from './live-state.ts'

/** A run that gave no sign of life for so long is taken for ended. */
export const silentSeconds = 60

export type PlanState = 'running' | 'proposed' | 'offered' | 'failed' | 'discarded'
export type PlanKind = 'whole' | 'repair'
export type PlanCause = 'declined' | 'released' | 'hours-changed' | 'away'

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
  workerId: string | null
  cause: PlanCause | null
  state: PlanState
  from: CalendarDate
  days: number
  secondsLimit: number
  /** Promised work that the person of a repair would have to hand over before its offers can be made. */
  freed: readonly Freed[]
  /** The plan that this one brings up to date. */
  refreshesId: string | null
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

const causes: readonly PlanCause[] = ['declined', 'released', 'hours-changed', 'away']
const causeOf = (text: string | null): PlanCause | null => causes.find((each) => each === text) ?? null

type Row = Awaited<ReturnType<typeof selectPlan>>

const selectPlan = (db: Db, planId: string) => db.selectFrom('matching.plan').selectAll().where('id', '=', planId).executeTakeFirst()

function planRow(row: NonNullable<Row>): PlanRow {
  if (!isCalendarDate(row.from_date)) throw new Error(`plan ${row.id} has no first day`)
  return {
    id: row.id,
    kind: row.kind === 'repair' ? 'repair' : 'whole',
    packageId: row.package_id,
    workerId: row.worker_id,
    cause: causeOf(row.cause),
    state: stateOf(row.state),
    from: row.from_date,
    days: row.days,
    secondsLimit: row.seconds_limit,
    // These columns are written by `finishPlan` and `insertProposal` alone, from values of these types.
    freed: row.freed as Freed[],
    refreshesId: row.refreshes_id,
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

/** The plan that this one refreshes, else the whole plan with a result that was asked for before it; nothing stands before a repair. */
export async function planBefore(db: Db, plan: PlanRow): Promise<PlanRow | null> {
  if (plan.kind === 'repair') return null
  if (plan.refreshesId !== null) return findPlan(db, plan.refreshesId)
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
    .leftJoin('people.worker as w', (join) => join.onRef('w.programme_id', '=', 'l.programme_id').onRef('w.id', '=', 'l.worker_id'))
    .select([
      'l.id',
      'l.state',
      'l.cause',
      'l.package_id',
      'l.from_date',
      'l.days',
      'l.asked_at',
      'l.finished_at',
      'l.offered_at',
      'l.refreshes_id',
      'p.title',
      'w.display_name',
    ])
    .select(sql<number>`coalesce(jsonb_array_length(l.plan->'offers'), 0)`.as('offer_count'))
    .select(sql<boolean>`l.freed <> '[]'`.as('hands_over'))
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
    workerName: row.display_name,
    handsOver: row.hands_over,
    refreshesId: row.refreshes_id,
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
  refreshesId?: string | null
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
      refreshes_id: plan.refreshesId ?? null,
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

/** Gives up runs that fell silent, because their process ended; answers which. */
export async function failSilentPlans(db: Db, now: Date): Promise<{ id: string; kind: string; askedBy: string }[]> {
  return db
    .updateTable('matching.plan')
    .set({ state: 'failed', fault: 'interrupted', finished_at: now.toISOString() })
    .where('state', '=', 'running')
    .where('beat_at', '<', new Date(now.getTime() - silentSeconds * 1000).toISOString())
    .returning(['id', 'kind', 'asked_by as askedBy'])
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

export async function finishPlan(
  db: Db,
  planId: string,
  result: { problem: Problem; plan: Plan } | { fault: string },
  now: Date,
): Promise<boolean> {
  const values =
    'fault' in result
      ? { state: 'failed', fault: result.fault }
      : { state: 'proposed', problem: JSON.stringify(result.problem), plan: JSON.stringify(result.plan) }
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
  const { numUpdatedRows } = await db
    .updateTable('matching.plan')
    .set({ stop_asked_at: now.toISOString() })
    .where('id', '=', planId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}
