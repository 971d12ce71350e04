import { raisePrices } from './bound.ts'
import { withoutDecided } from './closing.ts'
import { Knapsack, type Block } from './knapsack.ts'
import type { Part } from './part.ts'
import { KnapsackTables, largestTables } from './tables.ts'

type Ask = {
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
    const answer = this.#search(rest.block, rest.price, {
      ...ask,
      target,
      known: known !== null && same ? Int32Array.from(rest.jobs, (job) => known[job]!) : null,
    })
    if (answer.person === null) return answer
    const person = rest.person.slice()
    rest.jobs.forEach((job, at) => (person[job] = answer.person![at]!))
    return { ...answer, person, cost: answer.cost + rest.decidedCost }
  }

  #search(block: Block, price: Float64Array, ask: Ask): Answer {
    if (KnapsackTables.cells(block) > largestTables) return { ...nothing, finished: false }
    const bound = this.#tables.fill(block, price)
    if (bound > ask.target || !this.#tables.close(block, price, bound, ask.target)) return nothing
    const closed = this.#tables.fill(block, price)
    return closed > ask.target ? nothing : new Branching(block, price, this.#tables, ask).run(closed)
  }
}

class Branching {
  readonly #block: Block
  readonly #tables: KnapsackTables
  readonly #ask: Ask
  readonly #price: Float64Array
  /** The possible people of each job. */
  readonly #open: Int32Array
  readonly #openFrom: Int32Array
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
    this.#price = price
    this.#openFrom = new Int32Array(jobs + 1)
    this.#open = new Int32Array(people * jobs)
    let open = 0
    for (let job = 0; job < jobs; job += 1) {
      for (let person = 0; person < people; person += 1) if (Number.isFinite(block.cost[person * jobs + job]!)) this.#open[open++] = person
      this.#openFrom[job + 1] = open
    }
    this.#room = Int32Array.from({ length: people }, (_, person) => block.capacity[person]!)
    this.#person = new Int32Array(jobs)
    this.#choice = new Int32Array(jobs * people)
    this.#bound = new Float64Array(jobs * people)
  }

  /** `bound` is the one at the prices of the tables. */
  run(bound: number): Answer {
    this.#branch(0, 0, bound, this.#ask.known !== null)
    return { person: this.#best, cost: this.#cost, finished: this.#branchings <= this.#ask.branchings, branchings: this.#branchings }
  }

  /** `same` while everything chosen so far is as in the known plan. */
  #branch(job: number, cost: number, bound: number, same: boolean): void {
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
    const end = this.#order(job, bound)
    for (let at = first; at < end; at += 1) {
      if (this.#bound[at]! > this.#limit || this.#branchings > this.#ask.branchings) return
      const person = this.#choice[at]!
      const need = minutes[person * jobs + job]!
      this.#person[job] = person
      this.#room[person]! -= need
      this.#branch(job + 1, cost + this.#block.cost[person * jobs + job]!, this.#bound[at]!, same && this.#ask.known![job] === person)
      this.#room[person]! += need
    }
  }

  /** Lists the people of a job that may still lead below the limit, with their bounds; answers where the list ends. */
  #order(job: number, bound: number): number {
    const { jobs, people, cost, minutes } = this.#block
    const { value, row } = this.#tables
    const room = this.#room
    const bounds = this.#bound
    const open = this.#open
    const from = this.#openFrom[job]!
    const to = this.#openFrom[job + 1]!
    // The bound without this job: only the rows of its possible people end here.
    let all = bound - this.#price[job]!
    for (let at = from; at < to; at += 1) {
      const person = open[at]!
      const here = person * (jobs + 1) + job
      all += value[row[here]! + room[person]!]! - value[row[here + 1]! + room[person]!]!
    }
    const first = job * people
    let end = first
    for (let at = from; at < to; at += 1) {
      const person = open[at]!
      const cell = person * jobs + job
      const need = minutes[cell]!
      if (need > room[person]!) continue
      const here = row[cell + person + 1]! + room[person]!
      const next = all + cost[cell]! + value[here]! - value[here - need]!
      if (!(next <= this.#limit)) continue
      let place = end
      while (place > first && bounds[place - 1]! > next) {
        bounds[place] = bounds[place - 1]!
        this.#choice[place] = this.#choice[place - 1]!
        place -= 1
      }
      bounds[place] = next
      this.#choice[place] = person
      end += 1
    }
    return end
  }
}
