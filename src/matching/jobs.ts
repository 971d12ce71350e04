import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../platform/action.ts'
import type { Database } from '../platform/db/db.ts'
import type { Job, Timer } from '../platform/jobs.ts'
import { enqueue, type Event, type Reaction } from '../platform/outbox.ts'
import { ProblemRefused, solveInThread } from './actions/solve-in-thread.ts'
import type { Problem } from './rules/problem.ts'
import { readLiveState } from './store/live-state.ts'
import { beat, directorsOf, discardOlderRepairs, findPlan, finishPlan, insertPlan, notify, type PlanCause, type PlanProgress, type PlanRow } from './store/plans.ts'
import { buildProblem, horizonFrom } from './store/problem.ts'
import { addDays } from '../units/calendar-date.ts'

const beatMilliseconds = 400
const repairSeconds = 10

/** Calculates a plan that was asked for: gathers the state, solves in a thread, keeps the progress and the result in its row. */
export async function calculate(database: Database, programmeId: string, planId: string): Promise<void> {
  const inside = <T>(work: Parameters<typeof database.transaction<T>>[1]) => database.transaction({ programmeId, userId: null }, work)
  const gathered = await inside(async (db) => {
    const row = await findPlan(db, planId)
    if (row === null || row.state !== 'running') return null
    const state = await readLiveState(db, addDays(row.from, -1))
    return { row, problem: buildProblem(state, row, row.packageId === null ? null : [row.packageId]) }
  })
  if (gathered === null) return
  const { row, problem } = gathered
  const result = await solveWithBeats(row, problem, (progress) => inside((db) => beat(db, planId, progress, new Date())))
  await inside(async (db) => {
    if (!(await finishPlan(db, planId, result, new Date())) || 'fault' in result) return
    await discardOlderRepairs(db, row.packageId === null ? null : [row.packageId], planId)
    if (row.packageId === null) return
    const people = await directorsOf(db, programmeId)
    const data = { packageId: row.packageId, cause: row.cause, offerCount: result.plan.offers.length }
    await notify(db, people.map((userId) => ({ programmeId, id: newId(), userId, kind: 'matching.repair-proposed', link: `/plan/${planId}`, data })))
  })
}

/** Solves while telling the row how far it is; stops when the row says so. Faults are results here, the row shows them. */
async function solveWithBeats(row: PlanRow, problem: Problem, tell: (progress: PlanProgress) => Promise<boolean>) {
  const startedAt = Date.now()
  const known: { progress: PlanProgress } = { progress: { stage: 'gather', seconds: 0, work: 0, bound: 0 } }
  const solving = solveInThread(problem, {
    timeLimitSeconds: row.secondsLimit,
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
  while (!finished) {
    if (await tell({ ...known.progress, seconds: Math.round((Date.now() - startedAt) / 100) / 10 })) solving.stop()
    await Promise.race([ended, pause(beatMilliseconds)])
  }
  return done
}

/** A decline or a release asks for a small plan of that package alone; a director decides whether anything is sent. */
function repairOn(event: string, cause: PlanCause): Reaction {
  return {
    event,
    name: `matching.repair-after-${cause}`,
    react: async ({ db, programmeId, now, today }, happened: Event) => {
      const packageId = happened.payload['packageId']
      if (typeof packageId !== 'string') return
      const planId = newId(now.getTime())
      const plan = { programmeId, id: planId, kind: 'repair', packageId, cause, ...horizonFrom(today), secondsLimit: repairSeconds, by: 'system', now } as const
      if (await insertPlan(db, plan)) await enqueue(db, 'matching.calculate', { programmeId, planId })
    },
  }
}

export const reactions: Reaction[] = [repairOn('offer.declined', 'declined'), repairOn('assignment.released', 'released')]

export const jobs: Job[] = [
  {
    name: 'matching.calculate',
    run: async (database, { programmeId, planId }) => {
      if (typeof programmeId === 'string' && typeof planId === 'string') await calculate(database, programmeId, planId)
    },
  },
]

export const timers: Timer[] = []
