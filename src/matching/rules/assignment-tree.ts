import { raisePrices } from './assignment-bound.ts'
import { withoutDecided } from './assignment-closing.ts'
import { Knapsack, type Block } from './assignment-knapsack.ts'
import type { Part } from './assignment-part.ts'
import { KnapsackTables, largestTables } from './assignment-tables.ts'

export type Ask = {
  /** The highest cost that is wanted. */
  readonly target: number
  /** A further plan must cost so much less than the one before. */
  readonly step: number
  /** Branchings after which the search is given up. */
  readonly branchings: number
  /** The plan that is known and does not count as an answer. */
  readonly known: Int32Array | null
  readonly stop: () => boolean
}

/** The person of each job, null when none was found; `finished` when there is none that costs less, or none at all. */
export type Answer = { readonly person: Int32Array | null; readonly cost: number; readonly finished: boolean; readonly branchings: number }

const nothing: Answer = { person: null, cost: Number.POSITIVE_INFINITY, finished: true, branchings: 0 }
const priceRounds = 10
const roundsOfRest = 5
/** How far above the target the price steps aim, in steps of cost. */
const aim = 0.3
/** A part of a step, above the rounding errors of a bound. */
export const tolerance = 1e-5
const branchingsBetweenLooks = 20_000

/**
 * Looks for the cheapest plan of a small block, exactly while the branchings last: prices by Lagrangian relaxation, pairs closed by their reduced costs, then
 * branching on one job after the other with the bound of the knapsack tables. (After Posta, Ferland and Michelon, 2012.)
 */
export class AssignmentTree {
  readonly #tables = new KnapsackTables()

  /** `price` is where the prices start, and holds the best found afterwards. */
  solve({ block, order }: Part, price: Float64Array, ask: Ask): Answer {
    const knapsack = new Knapsack(block, order)
    const rule = { upper: ask.target + aim * ask.step, enough: ask.target, rounds: priceRounds, patience: 4, factor: 1 }
    const bound = raisePrices(block, price, rule, knapsack)
    if (bound > ask.target) return nothing
    const rest = withoutDecided(block, price, knapsack, bound, ask.target)
    if (rest === null) return nothing
    const target = ask.target - rest.decidedCost
    const restRule = { upper: target + aim * ask.step, enough: target, rounds: roundsOfRest, patience: 4, factor: 0.7 }
    if (raisePrices(rest.block, rest.price, restRule, new Knapsack(rest.block, rest.order)) > target) return nothing
    const { known } = ask
    const same = known !== null && rest.person.every((person, job) => person < 0 || person === known[job])
    const answer = this.#search(rest.block, rest.price, { ...ask, target, known: known !== null && same ? Int32Array.from(rest.jobs, (job) => known[job]!) : null })
    if (answer.person === null) return answer
    const person = rest.person.slice()
    rest.jobs.forEach((job, at) => (person[job] = answer.person![at]!))
    return { ...answer, person, cost: answer.cost + rest.decidedCost }
  }

  #search(block: Block, price: Float64Array, ask: Ask): Answer {
    if (KnapsackTables.cells(block) > largestTables) return { ...nothing, finished: false }
    const bound = this.#tables.fill(block, price)
    if (bound > ask.target || !this.#tables.close(block, price, bound, ask.target)) return nothing
    if (this.#tables.fill(block, price) > ask.target) return nothing
    return new Branching(block, price, this.#tables, ask).run()
  }
}

class Branching {
  readonly #block: Block
  readonly #tables: KnapsackTables
  readonly #ask: Ask
  /** Sums of the prices of the jobs from some place on. */
  readonly #priceFrom: Float64Array
  readonly #room: Int32Array
  readonly #person: Int32Array
  /** The possible people of the job at each depth with their bounds, the lowest bound first. */
  readonly #choice: Int32Array
  readonly #bound: Float64Array
  #limit: number
  #best: Int32Array | null = null
  #cost = Number.POSITIVE_INFINITY
  #branchings = 0

  constructor(block: Block, price: Float64Array, tables: KnapsackTables, ask: Ask) {
    const { people, jobs } = block
    this.#block = block
    this.#tables = tables
    this.#ask = ask
    this.#limit = ask.target
    this.#priceFrom = new Float64Array(jobs + 1)
    for (let job = jobs - 1; job >= 0; job -= 1) this.#priceFrom[job] = this.#priceFrom[job + 1]! + price[job]!
    this.#room = Int32Array.from({ length: people }, (_, person) => block.capacity[person]!)
    this.#person = new Int32Array(jobs)
    this.#choice = new Int32Array(jobs * people)
    this.#bound = new Float64Array(jobs * people)
  }

  run(): Answer {
    this.#branch(0, 0, this.#ask.known !== null)
    return { person: this.#best, cost: this.#cost, finished: this.#branchings <= this.#ask.branchings, branchings: this.#branchings }
  }

  /** `same` while everything chosen so far is as in the known plan. */
  #branch(job: number, cost: number, same: boolean): void {
    const { people, jobs, minutes } = this.#block
    if (job === jobs) {
      if (same) return
      this.#best = this.#person.slice()
      this.#cost = cost
      this.#limit = cost - (1 - tolerance) * this.#ask.step
      return
    }
    this.#branchings += 1
    if (this.#branchings % branchingsBetweenLooks === 0 && this.#ask.stop()) this.#branchings = this.#ask.branchings + 1
    const first = job * people
    const end = this.#order(job, cost)
    for (let at = first; at < end; at += 1) {
      if (this.#bound[at]! > this.#limit || this.#branchings > this.#ask.branchings) return
      const person = this.#choice[at]!
      const need = minutes[person * jobs + job]!
      this.#person[job] = person
      this.#room[person]! -= need
      this.#branch(job + 1, cost + this.#block.cost[person * jobs + job]!, same && this.#ask.known![job] === person)
      this.#room[person]! += need
    }
  }

  /** Lists the people of a job that may still lead below the limit; answers where the list ends. */
  #order(job: number, paid: number): number {
    const { people, jobs, cost, minutes } = this.#block
    const { value, row } = this.#tables
    const room = this.#room
    const bounds = this.#bound
    let all = paid + this.#priceFrom[job + 1]!
    for (let person = 0, at = job + 1; person < people; person += 1, at += jobs + 1) all -= value[row[at]! + room[person]!]!
    const first = job * people
    let end = first
    for (let person = 0, at = job; person < people; person += 1, at += jobs) {
      const need = minutes[at]!
      if (need > room[person]!) continue
      const here = row[at + person + 1]! + room[person]!
      const bound = all + cost[at]! + value[here]! - value[here - need]!
      if (!(bound <= this.#limit)) continue
      let to = end
      while (to > first && bounds[to - 1]! > bound) {
        bounds[to] = bounds[to - 1]!
        this.#choice[to] = this.#choice[to - 1]!
        to -= 1
      }
      bounds[to] = bound
      this.#choice[to] = person
      end += 1
    }
    return end
  }
}
