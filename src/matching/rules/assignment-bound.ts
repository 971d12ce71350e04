import type { Assignment } from './assignment.ts'

/** A lower bound of the cost with the prices that prove it. */
export type AssignmentBound = { readonly bound: number; readonly perMinute: Float64Array }

/** A knapsack table above this many cells is too slow for what it adds. */
const largestTable = 40_000_000

/**
 * Prices of capacity by the subgradient method: with a price for every minute of a person each job takes its cheapest person. The value is
 * at most the linear optimum, and close to it after a few hundred rounds.
 */
export function capacityPrices(problem: Assignment, upper: number): AssignmentBound {
  const people = problem.people.length
  const price = new Float64Array(people)
  const load = new Float64Array(people)
  let best: AssignmentBound = { bound: Number.NEGATIVE_INFINITY, perMinute: price.slice() }
  let factor = 2
  let idle = 0
  for (let round = 0; round < 600 && factor > 1e-4; round += 1) {
    const value = cheapestPeople(problem, price, load)
    if (!Number.isFinite(value)) return { bound: Number.POSITIVE_INFINITY, perMinute: price }
    if (value > best.bound) {
      best = { bound: value, perMinute: price.slice() }
      idle = 0
    } else if ((idle += 1) >= 12) {
      factor /= 2
      idle = 0
      price.set(best.perMinute)
    }
    let norm = 0
    for (let person = 0; person < people; person += 1) norm += (load[person]! - problem.capacity[person]!) ** 2
    if (norm === 0) break
    const step = (factor * Math.max(upper - value, 0.02 * Math.abs(value), 1)) / norm
    for (let person = 0; person < people; person += 1) price[person] = Math.max(0, price[person]! + step * (load[person]! - problem.capacity[person]!))
  }
  return best
}

function cheapestPeople(problem: Assignment, price: Float64Array, load: Float64Array): number {
  const jobs = problem.jobs.length
  load.fill(0)
  let value = 0
  for (let person = 0; person < price.length; person += 1) value -= price[person]! * problem.capacity[person]!
  for (let job = 0; job < jobs; job += 1) {
    let least = Number.POSITIVE_INFINITY
    let chosen = 0
    for (let person = 0; person < price.length; person += 1) {
      const at = person * jobs + job
      const priced = problem.cost[at]! + price[person]! * problem.minutes[at]!
      if (priced < least) {
        least = priced
        chosen = person
      }
    }
    value += least
    load[chosen]! += problem.minutes[chosen * jobs + job]!
  }
  return value
}

/**
 * The stronger bound: a price for every job, and each person solves a knapsack exactly by dynamic programming. It starts at the
 * prices that the capacities imply. Answers the best value found, rounded up where all costs are integers.
 */
export function knapsackBound(problem: Assignment, start: AssignmentBound, upper: number, rounds: number, stop: () => boolean): number {
  const jobs = problem.jobs.length
  const widest = problem.capacity.reduce((most, one) => Math.max(most, one), 0)
  let best = start.bound
  if (widest * jobs > largestTable || !Number.isFinite(best)) return roundUp(problem, best)
  const price = Float64Array.from({ length: jobs }, (_, job) => {
    let least = Number.POSITIVE_INFINITY
    for (let person = 0; person < problem.people.length; person += 1) {
      least = Math.min(least, problem.cost[person * jobs + job]! + start.perMinute[person]! * problem.minutes[person * jobs + job]!)
    }
    return least
  })
  const bestPrice = price.slice()
  const knapsack = new Knapsack(jobs, widest)
  const taken = new Int32Array(jobs)
  let factor = 1
  let idle = 0
  for (let round = 0; round < rounds && factor > 1e-3 && !stop(); round += 1) {
    taken.fill(0)
    let value = 0
    for (const one of price) value += one
    for (let person = 0; person < problem.people.length; person += 1) value -= knapsack.best(problem, person, price, taken)
    if (value > best + 1e-9) {
      best = value
      bestPrice.set(price)
      idle = 0
    } else if ((idle += 1) >= 12) {
      factor /= 2
      idle = 0
      price.set(bestPrice)
    }
    let norm = 0
    for (let job = 0; job < jobs; job += 1) norm += (1 - taken[job]!) ** 2
    if (norm === 0 || roundUp(problem, best) >= upper) break
    const step = (factor * Math.max(0.05, upper - value)) / norm
    for (let job = 0; job < jobs; job += 1) price[job]! += step * (1 - taken[job]!)
  }
  return roundUp(problem, best)
}

function roundUp(problem: Assignment, bound: number): number {
  if (!Number.isFinite(bound)) return bound
  const margin = 1e-6 + Math.abs(bound) * 1e-10
  return problem.wholeCosts ? Math.ceil(bound - margin) : bound - margin
}

/** The 0-1 knapsack of one person: which jobs bring most above their cost within the capacity. */
class Knapsack {
  readonly #value: Float64Array
  readonly #chosen: Uint8Array
  readonly #jobs: Int32Array
  readonly #width: number

  constructor(jobs: number, widest: number) {
    this.#width = widest + 1
    this.#value = new Float64Array(this.#width)
    this.#chosen = new Uint8Array(this.#width * jobs)
    this.#jobs = new Int32Array(jobs)
  }

  /** Answers the best profit and counts the jobs taken. */
  best(problem: Assignment, person: number, price: Float64Array, taken: Int32Array): number {
    const jobs = problem.jobs.length
    const capacity = problem.capacity[person]!
    const value = this.#value
    value.fill(0, 0, capacity + 1)
    let count = 0
    for (let job = 0; job < jobs; job += 1) {
      const at = person * jobs + job
      const profit = price[job]! - problem.cost[at]!
      const minutes = problem.minutes[at]!
      if (profit <= 0 || minutes > capacity) continue
      const row = count * this.#width
      this.#chosen.fill(0, row, row + capacity + 1)
      for (let room = capacity; room >= minutes; room -= 1) {
        const other = value[room - minutes]! + profit
        if (other > value[room]!) {
          value[room] = other
          this.#chosen[row + room] = 1
        }
      }
      this.#jobs[count] = job
      count += 1
    }
    this.#trace(problem, person, count, capacity, taken)
    return value[capacity]!
  }

  #trace(problem: Assignment, person: number, count: number, capacity: number, taken: Int32Array): void {
    let room = capacity
    for (let at = count - 1; at >= 0; at -= 1) {
      if (this.#chosen[at * this.#width + room] !== 1) continue
      taken[this.#jobs[at]!]! += 1
      room -= problem.minutes[person * problem.jobs.length + this.#jobs[at]!]!
    }
  }
}
