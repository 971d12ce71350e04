import { type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import { isCalendarDate, type CalendarDate } from '../../units/calendar-date.ts'
import type { Plan } from '../rules/problem/plan.ts'
import type { Problem } from '../rules/problem/problem.ts'
import type { Freed } from './live-state.ts'

/** A run that gave no sign of life for so long is taken for ended. */
const silentSeconds = 60

type PlanKind = 'whole' | 'repair'
export type PlanCause = 'declined' | 'released' | 'hours-changed' | 'away'

export interface PlanProgress {
  stage: 'gather' | 'compile' | 'prices' | 'construct' | 'improve' | 'report'
  seconds: number
  work: number
  bound: number
}

export type PlanRow = Selectable<DB['matching.plan']> & {
  from: CalendarDate
  /** Promised work that the person of a repair would have to hand over before its offers can be made. */
  freed: readonly Freed[]
  problem: Problem | null
  plan: Plan | null
  progress: PlanProgress | null
}

type Row = Awaited<ReturnType<typeof selectPlan>>

const selectPlan = (db: Db, planId: string) => db.selectFrom('matching.plan').selectAll().where('id', '=', planId).executeTakeFirst()

function planRow(row: NonNullable<Row>): PlanRow {
  if (!isCalendarDate(row.fromDate)) throw new Error(`plan ${row.id} has no first day`)
  return {
    ...row,
    from: row.fromDate,
    // These columns are written by `finishPlan` and `insertProposal` alone, from values of these types.
    freed: row.freed as Freed[],
    problem: row.problem as Problem | null,
    plan: row.plan as Plan | null,
    progress: row.progress as PlanProgress | null,
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
  return db
    .selectFrom('matching.plan as l')
    .leftJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'l.packageId'))
    .leftJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'l.workerId'))
    .select(['l.id', 'l.kind', 'l.state', 'l.cause', 'l.packageId', 'p.title as packageTitle', 'w.displayName as workerName'])
    .select(['l.fromDate as from', 'l.days', 'l.askedAt', 'l.finishedAt', 'l.offeredAt', 'l.refreshesId'])
    .select(sql<number>`coalesce(jsonb_array_length(l.plan->'offers'), 0)`.as('offerCount'))
    .select(sql<boolean>`l.freed <> '[]'`.as('handsOver'))
    .where('l.kind', '=', kind)
    .where('l.state', '<>', 'discarded')
    .orderBy('l.askedAt', 'desc')
    .orderBy('l.id', 'desc')
    .limit(limit)
    .execute()
}

interface NewPlan {
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
export async function insertPlan(db: Db, { from, by, now, ...plan }: NewPlan): Promise<boolean> {
  const inserted = await db
    .insertInto('matching.plan')
    .values({ ...plan, state: 'running', fromDate: from, askedBy: by, askedAt: now.toISOString(), beatAt: now.toISOString() })
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
      ? { state: 'failed' as const, fault: result.fault }
      : { state: 'proposed' as const, problem: JSON.stringify(result.problem), plan: JSON.stringify(result.plan) }
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
