import type { Db } from '../../platform/db/db.ts'
import { minutesOnDays } from '../../people/rules/free-minutes.ts'
import { addDays, daysBetween, type CalendarDate } from '../../units/calendar-date.ts'
import { overflow } from '../rules/problem/overflow.ts'
import type { Problem } from '../rules/problem/problem.ts'
import { readLiveState, type Freed, type LiveState } from './live-state.ts'
import { findPlan, newestPlanId } from './plans.ts'
import { buildProblem, defaultDays, horizonFrom, promisedDueDay, type Horizon } from './problem.ts'

interface PersonRepair extends Horizon {
  cause: 'hours-changed' | 'away'
  freed: Freed[]
  problem: Problem
}

const agreed = 'assignment:'
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * The small problem that follows from new hours or a new state of one person: other people for promised work that no longer fits,
 * else open work for hours that came free. Null when nothing follows.
 */
export async function readPersonRepair(db: Db, workerId: string, today: CalendarDate): Promise<PersonRepair | null> {
  const holds = await db.selectFrom('orders.assignment').select('id').where('workerId', '=', workerId).limit(1).executeTakeFirst()
  const newestId = await newestPlanId(db)
  if (holds === undefined && newestId === null) return null
  const state = await readLiveState(db, today)
  const worker = state.workers.find((each) => each.id === workerId)
  const freed = freedBy(state, workerId, today)
  if (freed.length > 0) {
    const after = await readLiveState(db, today, freed)
    // Only what would come free is given to others; what was open before is a matter of the whole plan.
    const freedOf = (packageId: string) => sum(freed.filter((each) => each.packageId === packageId).map((each) => each.units))
    const others = {
      ...after,
      workers: after.workers.filter((each) => each.id !== workerId),
      packages: after.packages.map((pack) => ({ ...pack, left: freedOf(pack.id) })),
    }
    const horizon = horizonFrom(today)
    return {
      cause: worker ? 'hours-changed' : 'away',
      freed,
      ...horizon,
      problem: buildProblem(
        others,
        horizon,
        freed.map((each) => each.packageId),
      ),
    }
  }
  if (!worker || newestId === null || worker.wantedMonthlyMinutes === 0) return null
  return (await hasMoreThanPlanned(db, newestId, worker, today)) ? gainOf(state, worker, today) : null
}

/** Promised work that does not fit from today on, as far as others can take it; all of that when the person takes no work now. */
function freedBy(state: LiveState, workerId: string, today: CalendarDate): Freed[] {
  const own = state.promised.filter((each) => each.workerId === workerId && each.id.startsWith(agreed))
  const worker = state.workers.find((each) => each.id === workerId)
  const over = worker
    ? overflow(
        minutesOnDays(worker.week, worker.exceptions, today, defaultDays),
        own.map((each) => ({ ...each, dueDay: promisedDueDay(each.dueOn, today) })),
      )
    : own.map(({ id, units }) => ({ id, units }))
  return over.flatMap(({ id, units }) => {
    const work = own.find((each) => each.id === id)
    const given = Math.min(units, work?.givableUnits ?? 0)
    return work && given > 0 ? [{ assignmentId: id.slice(agreed.length), packageId: work.packageId, units: given }] : []
  })
}

/** Whether somebody has more time in the days of the newest plan than that plan knew of; a plan that still waits for its director is made anew instead. */
async function hasMoreThanPlanned(db: Db, planId: string, worker: LiveState['workers'][number], today: CalendarDate): Promise<boolean> {
  const newest = await findPlan(db, planId)
  if (newest === null || newest.state !== 'offered') return false
  const known = newest.problem?.workers.find((each) => each.id === worker.id)?.minutesByDay ?? []
  const passed = Math.max(0, daysBetween(newest.from, addDays(today, 1)))
  const now = minutesOnDays(worker.week, worker.exceptions, newest.from, newest.days)
  return sum(now.slice(passed)) > sum(known.slice(passed))
}

function gainOf(state: LiveState, worker: LiveState['workers'][number], today: CalendarDate): PersonRepair | null {
  const horizon = horizonFrom(today)
  const problem = buildProblem({ ...state, workers: [worker] }, horizon)
  return state.packages.length === 0 ? null : { cause: 'hours-changed', freed: [], ...horizon, problem }
}
