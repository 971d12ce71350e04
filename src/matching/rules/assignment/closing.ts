import type { Block, Knapsack } from './knapsack.ts'
import { partOf, type Part } from './part.ts'

/** What is left of a block when every job with only one possible person has gone there. */
type Rest = Part & {
  readonly price: Float64Array
  /** The jobs of the rest, the most decided first. */
  readonly jobs: readonly number[]
  /** The person of each decided job of the block, −1 for the others. */
  readonly person: Int32Array
  readonly decidedCost: number
}

/**
 * Closes the pairs with which no plan down to `target` is possible by the linear relaxations of the knapsacks, and takes the jobs that are decided by that
 * out of the block. Null when a job has nobody left or somebody too much.
 */
export function withoutDecided(block: Block, price: Float64Array, knapsack: Knapsack, bound: number, target: number): Rest | null {
  const { people, jobs } = block
  const { forced, forbidden } = linearLosses(block, price, knapsack)
  const cost = block.cost.slice()
  const person = new Int32Array(jobs).fill(-1)
  const second = new Float64Array(jobs)
  const capacity = Int32Array.from({ length: people }, (_, one) => block.capacity[one]!)
  const left: number[] = []
  let decidedCost = 0
  for (let job = 0; job < jobs; job += 1) {
    let open = 0
    let only = -1
    let least = Number.POSITIVE_INFINITY
    second[job] = Number.POSITIVE_INFINITY
    for (let one = 0; one < people; one += 1) {
      const at = one * jobs + job
      const loss = forced[at]! + forbidden[job]!
      if (bound + loss > target) cost[at] = Number.POSITIVE_INFINITY
      if (cost[at] === Number.POSITIVE_INFINITY) continue
      open += 1
      only = one
      second[job] = Math.min(second[job]!, Math.max(least, loss))
      least = Math.min(least, loss)
    }
    if (open === 0) return null
    if (open > 1) {
      left.push(job)
      continue
    }
    person[job] = only
    decidedCost += cost[only * jobs + job]!
    capacity[only]! -= block.minutes[only * jobs + job]!
    if (capacity[only]! < 0) return null
  }
  left.sort((a, b) => second[b]! - second[a]! || a - b)
  const everybody = Array.from({ length: people }, (_, one) => one)
  return {
    ...partOf({ ...block, capacity, cost }, knapsack.order, everybody, left),
    price: Float64Array.from(left, (job) => price[job]!),
    jobs: left,
    person,
    decidedCost,
  }
}

/** What forcing or forbidding a pair costs at least: its loss at the split of the knapsack, less what the knapsack is below its relaxation. */
function linearLosses(
  block: Block,
  price: Float64Array,
  knapsack: Knapsack,
): { readonly forced: Float64Array; readonly forbidden: Float64Array } {
  const { people, jobs, cost, minutes } = block
  const taken = new Int32Array(jobs)
  const forced = new Float64Array(people * jobs)
  const forbidden = new Float64Array(jobs)
  for (let person = 0; person < people; person += 1) {
    const best = knapsack.best(person, price, taken)
    const slip = knapsack.relaxed - best
    for (let job = 0; job < jobs; job += 1) {
      const at = person * jobs + job
      if (minutes[at]! > block.capacity[person]!) {
        forced[at] = Number.POSITIVE_INFINITY
        continue
      }
      const gain = price[job]! - cost[at]! - knapsack.rate * minutes[at]!
      const without = Math.max(0, gain - slip)
      forced[at] = Math.max(0, -gain - slip) - without
      forbidden[job]! += without
    }
  }
  return { forced, forbidden }
}
