import { compareIds, indexById } from '../problem/compile.ts'
import { exceptionsOf } from '../problem/constraints.ts'
import type { Problem } from '../problem/problem.ts'

/** The generalised assignment problem as arrays: people with one capacity, jobs that go to one person whole. */
export type Assignment = {
  readonly people: readonly string[]
  readonly jobs: readonly string[]
  readonly capacity: Float64Array
  /** cost[person × jobs + job]; infinite where the pair is not allowed. */
  readonly cost: Float64Array
  readonly minutes: Float64Array
  /** Whether every cost is an integer, so that a bound may be rounded up. */
  readonly wholeCosts: boolean
}

export function compileAssignment(problem: Problem): Assignment {
  const workers = [...problem.workers].sort(compareIds)
  const packages = [...problem.packages].sort(compareIds)
  const workerIndex = indexById(workers)
  const packageIndex = indexById(packages)
  const cost = new Float64Array(workers.length * packages.length).fill(Number.POSITIVE_INFINITY)
  const minutes = new Float64Array(cost.length)
  const exceptions = exceptionsOf(problem)
  let wholeCosts = true
  for (const pair of problem.pairs) {
    const worker = workerIndex.get(pair.worker)
    const pack = packageIndex.get(pair.package)
    if (worker === undefined || pack === undefined || pair.cost === null || pair.unitMinutes === null) continue
    const { declined, forbidden } = exceptions(pair.worker, pair.package)
    if (declined || forbidden || pair.unitMinutes > (workers[worker]!.maxMinutes ?? 0)) continue
    cost[worker * packages.length + pack] = pair.cost
    minutes[worker * packages.length + pack] = pair.unitMinutes
    if (!Number.isInteger(pair.cost)) wholeCosts = false
  }
  return {
    people: workers.map((worker) => worker.id),
    jobs: packages.map((pack) => pack.id),
    capacity: Float64Array.from(workers, (worker) => worker.maxMinutes ?? 0),
    cost,
    minutes,
    wholeCosts,
  }
}
