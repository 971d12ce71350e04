import { setTimeout as pause } from 'node:timers/promises'
import { systemActor } from '../platform/access.ts'
import { type ActionContext, contextOf, newId } from '../platform/action.ts'
import type { Database, Db } from '../platform/db/db.ts'
import { job, timer } from '../platform/jobs.ts'
import { notify } from '../platform/notifications/notifications.ts'
import { enqueue } from '../platform/outbox.ts'
import { reaction } from '../platform/reactions.ts'
import { events as ordersEvents } from '../orders/rules/events.ts'
import { events as peopleEvents } from '../people/rules/events.ts'
import { giveUpSilentPlans } from './actions/give-up-silent-plans.ts'
import { refreshUnsentPlan } from './actions/refresh-unsent-plan.ts'
import { replanPerson } from './actions/replan-person.ts'
import { sendRepair } from './actions/send-repair.ts'
import { ProblemRefused, solveInThread } from './actions/solve-in-thread.ts'
import type { EarlierOffer } from './rules/replan/holding.ts'
import { notices } from './rules/notices.ts'
import type { Problem } from './rules/problem/problem.ts'
import { tasks } from './rules/tasks.ts'
import { readLiveState } from './store/live-state.ts'
import { holdersOf, titleOfPackage } from './store/notices.ts'
import { earlierOffers } from './store/plan-changes.ts'
import { plannedOffers } from './store/planned.ts'
import { beat, findPlan, finishPlan, insertPlan, setPlanState, type PlanProgress, type PlanRow } from './store/plans.ts'
import { discardOlderRepairs } from './store/proposals.ts'
import { buildProblem, horizonFrom, isPromised } from './store/problem.ts'
import { addDays, daysBetween } from '../units/calendar-date.ts'

const beatMilliseconds = 400
const repairSeconds = 10

/** Calculates a plan that was asked for: gathers the state, solves in a thread, keeps the progress and the result in its row. */
export async function calculate(database: Database, programmeId: string, planId: string): Promise<void> {
  const inside = <T>(work: Parameters<typeof database.transaction<T>>[1]) => database.transaction({ programmeId, userId: null }, work)
  const gathered = await inside(async (db) => {
    const row = await findPlan(db, planId)
    if (row === null || row.state !== 'running') return null
    const state = await readLiveState(db, addDays(row.from, -1))
    return { row, problem: buildProblem(state, row, row.packageId === null ? null : [row.packageId]), earlier: await readEarlier(db, row) }
  })
  if (gathered === null) return
  const { row, problem } = gathered
  const result = await solveWithBeats(gathered, (progress) => inside((db) => beat(db, planId, progress, new Date())))
  await inside(async (db) => {
    if (!(await finishPlan(db, planId, result, new Date()))) return
    if (!('fault' in result)) {
      await discardOlderRepairs(db, row.packageId === null ? null : [row.packageId], planId)
      if (row.packageId !== null && isNothingOpen(problem)) return setPlanState(db, planId, 'discarded', new Date())
      if (row.packageId !== null) await sendRepair(contextOf(db, programmeId, systemActor, new Date()), planId, result)
    }
    await tellOfEnd(db, programmeId, row, result)
  })
}

/** Whoever gave units back may have handed them to others in the same breath. */
const isNothingOpen = (problem: Problem): boolean => problem.packages.every((pack) => isPromised(pack.id))

/** Who asked for a plan finds its end where its beginning stood; directors hear of a repair that nobody asked for. */
async function tellOfEnd(db: Db, programmeId: string, row: PlanRow, result: Awaited<ReturnType<typeof solveWithBeats>>): Promise<void> {
  const context = { db, programmeId, now: new Date() }
  const link = `/plan/${row.id}`
  if (row.packageId === null || row.cause === null) {
    const news = { id: row.id, link }
    if ('fault' in result) await notify(context, notices['plan-failed'], [row.askedBy], { ...news, facts: {} })
    else await notify(context, notices['plan-ready'], [row.askedBy], { ...news, facts: { offerCount: result.plan.offers.length } })
    return
  }
  if ('fault' in result) return
  const facts = { title: await titleOfPackage(db, row.packageId), cause: row.cause, offerCount: result.plan.offers.length }
  await notify(context, notices['repair-proposed'], await holdersOf(db, ['director']), { link, facts })
}

interface Gathered {
  row: PlanRow
  problem: Problem
  /** Offers to stay near to, on the days of the problem. */
  earlier: EarlierOffer[] | null
}

async function readEarlier(db: Db, row: PlanRow): Promise<EarlierOffer[] | null> {
  const before = row.refreshesId === null ? null : await findPlan(db, row.refreshesId)
  if (!before?.problem || before.plan === null) return null
  return earlierOffers(plannedOffers(before.problem, before.plan), daysBetween(before.from, row.from))
}

/** Solves while telling the row how far it is; stops when the row says so. Faults are results here, the row shows them. */
async function solveWithBeats({ row, problem, earlier }: Gathered, tell: (progress: PlanProgress) => Promise<boolean>) {
  const startedAt = Date.now()
  const known: { progress: PlanProgress } = { progress: { stage: 'gather', seconds: 0, work: 0, bound: 0 } }
  const solving = solveInThread(problem, {
    timeLimitSeconds: row.secondsLimit,
    earlier,
    onProgress: ({ stage, work, bound }) => {
      known.progress = { stage, seconds: 0, work, bound: Number.isFinite(bound) ? bound : 0 }
    },
  })
  let finished = false
  const done = solving.done.then(
    (plan) => ({ problem, plan }),
    (error: unknown) => ({ fault: error instanceof ProblemRefused ? `problem-refused: ${error.message}` : 'solver-failed' }),
  )
  const ended = done.then(() => {
    finished = true
  })
  try {
    while (!finished) {
      if (await tell({ ...known.progress, seconds: Math.round((Date.now() - startedAt) / 100) / 10 })) solving.stop()
      await Promise.race([ended, pause(beatMilliseconds)])
    }
  } catch (error) {
    // The queue begins again when the database is back; two threads would then calculate the same plan.
    solving.stop()
    throw error
  }
  return done
}

/** A decline or a release asks for a small plan of that package alone; a director decides whether anything is sent. */
const repairAfter =
  (cause: 'declined' | 'released') =>
  async ({ db, programmeId, now, today }: ActionContext, { packageId }: { packageId: string }): Promise<void> => {
    const planId = newId(now.getTime())
    const plan = {
      programmeId,
      id: planId,
      kind: 'repair',
      packageId,
      cause,
      ...horizonFrom(today),
      secondsLimit: repairSeconds,
      by: 'system',
      now,
    } as const
    if (await insertPlan(db, plan)) await enqueue(db, tasks['matching.calculate'], { programmeId, planId })
  }

/** Several changes in a row, day after day of a week, are looked at together. */
const settlingMilliseconds = 3_000

/** New hours or a new state of a person ask whether promised work still fits, or open work would. */
const replan = ({ db, programmeId, now }: ActionContext, { workerId }: { workerId: string }): Promise<void> =>
  enqueue(
    db,
    tasks['matching.replan-person'],
    { programmeId, workerId },
    { key: `matching.replan-person ${workerId}`, at: new Date(now.getTime() + settlingMilliseconds) },
  )

/** A plan that is being looked at is not replaced at every change; when some time has passed the changes are taken together. */
const refreshMilliseconds = 5 * 60_000

const refresh = ({ db, programmeId, now }: ActionContext): Promise<void> =>
  enqueue(
    db,
    tasks['matching.refresh-unsent-plan'],
    { programmeId },
    { key: `matching.refresh-unsent-plan ${programmeId}`, at: new Date(now.getTime() + refreshMilliseconds) },
  )

export const reactions = [
  reaction(ordersEvents['offer.declined'], 'matching.repair-after-declined', repairAfter('declined')),
  reaction(ordersEvents['assignment.released'], 'matching.repair-after-released', repairAfter('released')),
  reaction(peopleEvents['free-minutes.changed'], 'matching.replan-after-hours', replan),
  reaction(peopleEvents['person.state-changed'], 'matching.replan-after-state', replan),
  reaction(ordersEvents['offer.declined'], 'matching.refresh-after-declined', refresh),
  reaction(ordersEvents['assignment.released'], 'matching.refresh-after-released', refresh),
  reaction(peopleEvents['free-minutes.changed'], 'matching.refresh-after-hours', refresh),
  reaction(peopleEvents['person.state-changed'], 'matching.refresh-after-state', refresh),
]

export const jobs = [
  job(tasks['matching.calculate'], (database, { programmeId, planId }) => calculate(database, programmeId, planId)),
  job(tasks['matching.replan-person'], (database, { programmeId, workerId }) => replanPerson(database, programmeId, workerId, new Date())),
  job(tasks['matching.refresh-unsent-plan'], (database, { programmeId }) => refreshUnsentPlan(database, programmeId, new Date())),
]

export const timers = [
  // Every minute: a page on which somebody waits for a plan learns soon that its server went away.
  timer('matching.give-up-silent-plans', '* * * * *', giveUpSilentPlans),
]
