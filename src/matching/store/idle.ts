import { missingEquipment, skillGaps, type SkillGap } from '../../orders/rules/gates.ts'
import type { WorkView } from '../../people/rules/blockers.ts'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { failedGates, gateKeys } from '../rules/problem/constraints.ts'
import type { Problem, Worker } from '../rules/problem/problem.ts'
import { readPackages } from './board.ts'
import { type LiveState, readLiveState } from './live-state.ts'
import { buildProblem, horizonFrom, isPromised } from './problem.ts'

/** How the work that is there looks from one person. */
export interface Idle extends Omit<WorkView, 'title'> {
  has: 'has-work' | 'offer-waits' | null
  /** The only level, and the only thing, that is short for the nearest work. */
  skill: SkillGap | null
  equipment: string | null
  /** The nearest work, or the first that could be offered. */
  packageId: string | null
}

/**
 * Gives what stands between a person and the work nearest to them, asked in the order of the gates. Work that they declined or gave back is
 * work like any other here: the list of jobs offers it to them, though nobody asks them for it again.
 */
export function idleOf(state: LiveState, problem: Problem): (worker: Worker) => Idle {
  const agreed = new Set(state.promised.filter((each) => each.id.startsWith('assignment:')).map((each) => each.workerId))
  const asked = new Set(state.promised.filter((each) => each.id.startsWith('offer:')).map((each) => each.workerId))
  const open = problem.packages.filter((pack) => !isPromised(pack.id))
  return (worker) => {
    const has = agreed.has(worker.id) ? 'has-work' : asked.has(worker.id) ? 'offer-waits' : null
    const hasTime = worker.minutesByDay.some((minutes) => minutes > 0)
    const plain = { has, hasWork: has !== null, hasTime, skill: null, equipment: null, packageId: null } as const
    if (has !== null || !hasTime) return { ...plain, blocker: null }
    const gates = open.map((pack) => ({ pack, keys: gateKeys(failedGates(worker, pack, { forbidden: false, declined: false })) }))
    // The gate that is nearest to being passed: the package with the fewest failed ones tells.
    const [nearest] = gates.sort((a, b) => a.keys.length - b.keys.length)
    if (!nearest) return { ...plain, blocker: 'no-work-left' }
    const { pack, keys } = nearest
    const [gate] = keys
    const blocker =
      gate === undefined ? 'could-be-offered' : gate === 'skill' || gate === 'equipment' || gate === 'site' ? gate : 'no-work-left'
    const [gap = null, ...otherGaps] = skillGaps(worker.skills, pack.skills)
    const [item = null, ...otherItems] = missingEquipment(worker.equipment, pack.equipment)
    // What would change it is told only where that alone is enough.
    if (keys.length > 1 || (gate === 'skill' && otherGaps.length > 0) || (gate === 'equipment' && otherItems.length > 0))
      return { ...plain, blocker }
    return { ...plain, blocker, skill: gate === 'skill' ? gap : null, equipment: gate === 'equipment' ? item : null, packageId: pack.id }
  }
}

/** The same of everybody who may be offered work, by worker id; who wants no time is told of no work. */
export async function readWorkViewsOf(db: Db, today: CalendarDate): Promise<ReadonlyMap<string, WorkView>> {
  const state = await readLiveState(db, today)
  const problem = buildProblem(state, horizonFrom(today))
  const wanting = new Set(state.workers.filter((worker) => worker.wantedMonthlyMinutes > 0).map((worker) => worker.id))
  const idle = idleOf(state, problem)
  const open = problem.packages.filter((pack) => !isPromised(pack.id)).map((pack) => pack.id)
  const titles = new Map((await readPackages(db, open)).map((pack) => [pack.id, pack.title]))
  return new Map(
    problem.workers.map((worker) => {
      const { hasWork, hasTime, blocker, packageId } = idle(worker)
      const wants = wanting.has(worker.id)
      const title = packageId === null || !wants ? null : (titles.get(packageId) ?? null)
      return [worker.id, { hasWork, hasTime, blocker: wants ? blocker : null, title }]
    }),
  )
}
