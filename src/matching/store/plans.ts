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
  if (!isCalendarDate(row.fromDate)) throw new Error(`plan ${row.id} has no first day`)
  return {
    id: row.id,
    kind: row.kind === 'repair' ? 'repair' : 'whole',
    packageId: row.packageId,
    workerId: row.workerId,
    cause: causeOf(row.cause),
    state: stateOf(row.state),
    from: row.fromDate,
    days: row.days,
    secondsLimit: row.secondsLimit,
    // These columns are written by `finishPlan` and `insertProposal` alone, from values of these types.
    freed: row.freed as Freed[],
    refreshesId: row.refreshesId,
    problem: row.problem as Problem | null,
    plan: row.plan as Plan | null,
    progress: row.progress as PlanProgress | null,
    fault: row.fault,
    askedBy: row.askedBy,
    askedAt: row.askedAt,
    beatAt: row.beatAt,
    stopAskedAt: row.stopAskedAt,
    finishedAt: row.finishedAt,
    offeredAt: row.offeredAt,
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
    .orderBy('askedAt', 'desc')
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
    .where('askedAt', '<=', plan.askedAt)
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? planRow(row) : null
}

export async function listPlans(db: Db, kind: PlanKind, limit: number) {
  const rows = await db
    .selectFrom('matching.plan as l')
    .leftJoin('orders.package as p', (join) => join.onRef('p.programmeId', '=', 'l.programmeId').onRef('p.id', '=', 'l.packageId'))
    .leftJoin('people.worker as w', (join) => join.onRef('w.programmeId', '=', 'l.programmeId').onRef('w.id', '=', 'l.workerId'))
    .select([
      'l.id',
      'l.state',
      'l.cause',
      'l.packageId',
      'l.fromDate',
      'l.days',
      'l.askedAt',
      'l.finishedAt',
      'l.offeredAt',
      'l.refreshesId',
      'p.title',
      'w.displayName',
    ])
    .select(sql<number>`coalesce(jsonb_array_length(l.plan->'offers'), 0)`.as('offerCount'))
    .select(sql<boolean>`l.freed <> '[]'`.as('handsOver'))
    .where('l.kind', '=', kind)
    .where('l.state', '<>', 'discarded')
    .orderBy('l.askedAt', 'desc')
    .orderBy('l.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind,
    state: stateOf(row.state),
    cause: causeOf(row.cause),
    packageId: row.packageId,
    packageTitle: row.title,
    workerName: row.displayName,
    handsOver: row.handsOver,
    refreshesId: row.refreshesId,
    from: row.fromDate,
    days: row.days,
    offerCount: row.offerCount,
    askedAt: row.askedAt,
    finishedAt: row.finishedAt,
    offeredAt: row.offeredAt,
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
      programmeId: plan.programmeId,
      id: plan.id,
      kind: plan.kind,
      packageId: plan.packageId,
      cause: plan.cause,
      refreshesId: plan.refreshesId ?? null,
      state: 'running',
      fromDate: plan.from,
      days: plan.days,
      secondsLimit: plan.secondsLimit,
      askedBy: plan.by,
      askedAt: plan.now.toISOString(),
      beatAt: plan.now.toISOString(),
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows) === 1
}

/** Gives up runs that fell silent, because their process ended; answers which. */
export async function failSilentPlans(db: Db, now: Date): Promise<{ id: string; kind: string; askedBy: string }[]> {
  return db
    .updateTable('matching.plan')
    .set({ state: 'failed', fault: 'interrupted', finishedAt: now.toISOString() })
    .where('state', '=', 'running')
    .where('beatAt', '<', new Date(now.getTime() - silentSeconds * 1000).toISOString())
    .returning(['id', 'kind', 'askedBy'])
    .execute()
}

/** Writes a sign of life; answers whether somebody asked to stop, or the plan is no longer wanted. */
export async function beat(db: Db, planId: string, progress: PlanProgress, now: Date): Promise<boolean> {
  const row = await db
    .updateTable('matching.plan')
    .set({ progress: JSON.stringify(progress), beatAt: now.toISOString() })
    .where('id', '=', planId)
    .where('state', '=', 'running')
    .returning('stopAskedAt')
    .executeTakeFirst()
  return row === undefined || row.stopAskedAt !== null
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
    .set({ ...values, finishedAt: now.toISOString(), beatAt: now.toISOString() })
    .where('id', '=', planId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export async function setPlanState(db: Db, planId: string, to: 'offered' | 'discarded', now: Date): Promise<void> {
  await db
    .updateTable('matching.plan')
    .set(to === 'offered' ? { state: to, offeredAt: now.toISOString() } : { state: to })
    .where('id', '=', planId)
    .execute()
}

export async function askToStop(db: Db, planId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('matching.plan')
    .set({ stopAskedAt: now.toISOString() })
    .where('id', '=', planId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}
