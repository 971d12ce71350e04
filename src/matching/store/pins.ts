import { lotRange } from '../../orders/rules/gates.ts'
import { failedGates, gateKeys, type Gate } from '../rules/problem/constraints.ts'
import type { Problem, Worker, WorkPackage } from '../rules/problem/problem.ts'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The first gate that keeps a person from a package whoever asks for the pair; null when all are open. */
export function closedGate(problem: Problem, worker: Worker, pack: WorkPackage): Gate | null {
  const is = (pair: { worker: string; package: string }): boolean => pair.worker === worker.id && pair.package === pack.id
  const exceptions = { forbidden: problem.pairs.some((pair) => pair.forbidden && is(pair)), declined: problem.declined.some(is) }
  const [first] = gateKeys(failedGates(worker, pack, exceptions))
  if (first !== undefined) return first
  const free = sum(worker.minutesByDay.slice(pack.releaseDay, pack.dueDay + 1))
  if (free === 0) return 'window'
  return free < lotRange(pack, pack.maxShare).min * pack.unitMinutes ? 'lot' : null
}

/**
 * The units that a director may keep with one person: what a lot allows and what fits between release and due date into the minutes
 * that promised work leaves (`takenByDay`, minutes by day of the problem), within the person's own ceiling; null when nothing fits.
 */
export function unitsToPin(worker: Worker, pack: WorkPackage, takenByDay: readonly number[]): { least: number; most: number } | null {
  const lot = lotRange(pack, pack.maxShare)
  const rest = worker.minutesByDay.map((minutes, day) => Math.max(0, minutes - (takenByDay[day] ?? 0)))
  const free = sum(rest.slice(pack.releaseDay, pack.dueDay + 1))
  const ceiling = worker.maxMinutes === null ? free : worker.maxMinutes - sum(takenByDay)
  const most = Math.min(lot.max, Math.floor(Math.min(free, ceiling) / pack.unitMinutes))
  return most < lot.min ? null : { least: lot.min, most }
}
