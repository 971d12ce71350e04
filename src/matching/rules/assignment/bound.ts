import type { Assignment } from './assignment.ts'
import type { Block, Knapsack } from './knapsack.ts'

/** A lower bound of the cost with the prices that prove it. */
type AssignmentBound = { readonly bound: number; readonly perMinute: Float64Array }

const capacityRounds = 600

/**
 * Prices of capacity by the subgradient method: with a price for every minute of a person each job takes its cheapest person. The value is
 * at most the linear optimum, and close to it after a few hundred rounds. Where no price helps although the cheapest people are
 * overloaded, everybody gets a small one: then it is minutes that decide whether they hold the jobs whole.
 */
export function capacityPrices(problem: Assignment, upper: number, stop: () => boolean): AssignmentBound {
  const people = problem.people.length
  const price = new Float64Array(people)
  const load = new Float64Array(people)
  let best: AssignmentBound = { bound: Number.NEGATIVE_INFINITY, perMinute: price.slice() }
  let factor = 2
  let idle = 0
  for (let round = 0; round < capacityRounds && factor > 1e-4 && (round === 0 || !stop()); round += 1) {
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
    if (round === 0 && load.every((one, person) => one <= problem.capacity[person]!)) return best
    if (norm === 0) break
    const step = (factor * Math.max(upper - value, 0.02 * Math.abs(value), 1)) / norm
    for (let person = 0; person < people; person += 1)
      price[person] = Math.max(0, price[person]! + step * (load[person]! - problem.capacity[person]!))
  }
  return best.perMinute.some((one) => one > 0) ? best : { ...best, perMinute: price.fill(typicalPrice(problem)) }
}

/** What a job loses with its second cheapest person, by minute. */
function typicalPrice(problem: Assignment): number {
  const jobs = problem.jobs.length
  let loss = 0
  let minutes = 0
  for (let job = 0; job < jobs; job += 1) {
    let least = Number.POSITIVE_INFINITY
    let second = Number.POSITIVE_INFINITY
    let needed = 0
    for (let at = job; at < problem.cost.length; at += jobs) {
      const cost = problem.cost[at]!
      if (cost < least) needed = problem.minutes[at]!
      second = Math.min(second, Math.max(least, cost))
      least = Math.min(least, cost)
    }
    if (Number.isFinite(second)) loss += second - least
    minutes += needed
  }
  return loss / Math.max(1, minutes)
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

type PriceRule = {
  /** The cost that the steps aim at; a little too high does no harm. */
  readonly upper: number
  /** The search may end when the bound is above this. */
  readonly enough: number
  readonly rounds: number
  /** Rounds without a better bound after which steps are halved. */
  readonly patience: number
  readonly factor: number
  readonly stop?: () => boolean
}

/** How much of the last direction stays in the next one, which keeps the steps from swinging (Camerini, Fratta and Maffioli, 1975). */
const momentum = 0.5
const smallestStep = 4e-6

/**
 * The stronger bound: a price for every job, and each person solves a knapsack. Starts at the prices given and leaves the best in their
 * place; answers their bound.
 */
export function raisePrices(block: Block, price: Float64Array, rule: PriceRule, knapsack: Knapsack): number {
  const { jobs, people } = block
  const taken = new Int32Array(jobs)
  const direction = new Float64Array(jobs)
  const bestPrice = price.slice()
  let best = Number.NEGATIVE_INFINITY
  let { factor } = rule
  let idle = 0
  for (let round = 0; round < rule.rounds && factor > 1e-3 && rule.stop?.() !== true; round += 1) {
    taken.fill(0)
    let value = 0
    for (const one of price) value += one
    for (let person = 0; person < people; person += 1) value -= knapsack.best(person, price, taken)
    if (value > best + 1e-9) {
      best = value
      bestPrice.set(price)
      idle = 0
      if (best > rule.enough) break
    } else if ((idle += 1) >= rule.patience) {
      factor /= 2
      idle = 0
      price.set(bestPrice)
      direction.fill(0)
    }
    let norm = 0
    let whole = true
    for (let job = 0; job < jobs; job += 1) {
      if (taken[job] !== 1) whole = false
      direction[job] = 1 - taken[job]! + momentum * direction[job]!
      norm += direction[job]! ** 2
    }
    if (whole || norm === 0) break
    const step = (factor * Math.max(smallestStep * Math.abs(rule.upper), rule.upper - value)) / norm
    for (let job = 0; job < jobs; job += 1) price[job]! += step * direction[job]!
  }
  price.set(bestPrice)
  return best
}

/** Prices of jobs that the prices of capacity imply: what the cheapest person asks. */
export function impliedPrices(problem: Assignment, perMinute: Float64Array): Float64Array {
  const jobs = problem.jobs.length
  return Float64Array.from({ length: jobs }, (_, job) => {
    let least = Number.POSITIVE_INFINITY
    for (let person = 0; person < problem.people.length; person += 1) {
      least = Math.min(least, problem.cost[person * jobs + job]! + perMinute[person]! * problem.minutes[person * jobs + job]!)
    }
    return least
  })
}

/** A bound as it may be told: rounded up where all costs are integers, with a margin for rounding errors. */
export function roundUp(problem: Assignment, bound: number): number {
  if (!Number.isFinite(bound)) return bound
  const margin = 1e-6 + Math.abs(bound) * 1e-10
  return problem.wholeCosts ? Math.ceil(bound - margin) : bound - margin
}
