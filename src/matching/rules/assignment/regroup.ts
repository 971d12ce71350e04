import { GroupChoice, type Guide } from './group.ts'
import type { Found } from './search.ts'
import { partOf } from './part.ts'
import { type Answer, AssignmentTree, tolerance } from './tree.ts'
import { Random } from '../random.ts'

type RegroupOptions = {
  readonly seed: number
  /** The work that may be done, counted in branchings. */
  readonly effort: number
  readonly stop: () => boolean
  readonly wholeCosts: boolean
  /** The search may end when the cost is down to this. */
  readonly target: number
  readonly onBetter: (cost: number) => void
}

/** `proven` when no plan can cost less. */
type Regrouped = { readonly person: Int32Array; readonly cost: number; readonly proven: boolean }

/** Jobs given out again together at first, and at least. */
const firstJobs = 40
const fewestJobs = 12
/**
 * How many jobs the people of a group have for each one that is given out again: small problems are best looked at in groups of few with all their
 * jobs, large ones in groups of many with only the jobs that are least decided.
 */
const widestGroup = 3
const jobsOfWidth = 133
const fewestPeople = 3
/** Branchings after which a group is given up; groups of few with all their jobs are worth more of them. */
const narrowBranchings = 50_000
const wideBranchings = 20_000
/** Noise on what a job loses with another person, in grains: how much the choice of the jobs varies. */
const choiceNoise = 0.5
/** A plan that nothing improves is looked at as a whole where it is at most so many times larger than a group, in at most this part of the work. */
const largestWhole = 4
const wholePart = 0.3
/** What preparing a group costs for each of its pairs, in branchings. */
const effortPerPair = 60
/** After so many groups without a gain the plan is shaken, this many groups at a time. */
const patience = 120
const shakes = 6
/** Noise on the costs of a shaken group, in grains. */
const shakeNoise = 3
/** A plan that is worse than the best by more than this part is given up for the best one. */
const worstPart = 0.0003
/** Group sizes are looked at after so many groups: many unfinished searches make them smaller, few larger. */
const trial = 20
const manyUnfinished = 6
const fewUnfinished = 2
const growth = 1.05
const peopleShaken = 5

/**
 * Makes a plan better by taking the jobs of a few people together and giving them out again at the least cost, exactly where the tree finishes. Groups
 * grow as long as that works, up to everybody, which then proves the plan. A plan that nothing improves is shaken.
 */
export class Regroup {
  readonly #guide: Guide
  readonly #options: RegroupOptions
  readonly #choice: GroupChoice
  readonly #tree = new AssignmentTree()
  readonly #random: Random
  readonly #person: Int32Array
  #cost: number
  #best: Found
  /** Jobs that are given out again together. */
  #size: number
  readonly #breadth: number
  readonly #branchings: number
  #unfinished = 0
  #tried = 0
  #effort = 0
  #wholeBranchings = narrowBranchings
  #wholeEffort = 0

  constructor(guide: Guide, begun: Found, options: RegroupOptions) {
    this.#guide = guide
    this.#options = options
    this.#choice = new GroupChoice(guide)
    this.#random = new Random(options.seed)
    this.#person = begun.person.slice()
    this.#cost = begun.cost
    this.#best = begun
    this.#size = Math.min(firstJobs, guide.block.jobs)
    this.#breadth = Math.max(1, Math.min(widestGroup, guide.block.jobs / jobsOfWidth))
    this.#branchings = this.#breadth > 1 ? wideBranchings : narrowBranchings
  }

  run(): Regrouped {
    const { stop, effort, target } = this.#options
    let idle = 0
    let proven = false
    while (!proven && this.#best.cost > target && this.#effort < effort && !stop()) {
      if (idle >= patience) {
        this.#goBack()
        proven = this.#wholeFits() && this.#improve(true)
        if (!proven) for (let count = 0; count < shakes; count += 1) this.#shake()
        idle = 0
      } else proven = this.#improve(this.#size === this.#guide.block.jobs)
      idle += 1
      if (this.#cost < this.#best.cost - this.#step / 2) {
        this.#best = { person: this.#person.slice(), cost: this.#cost, overload: 0 }
        this.#options.onBetter(this.#cost)
        idle = 0
      }
    }
    return { person: this.#best.person, cost: this.#best.cost, proven }
  }

  /** The least by which two costs differ that are not equal. */
  get #step(): number {
    return this.#options.wholeCosts ? 1 : 1e-7 * Math.max(1, Math.abs(this.#best.cost))
  }

  #goBack(): void {
    if (this.#cost - this.#best.cost <= worstPart * Math.abs(this.#best.cost)) return
    this.#person.set(this.#best.person)
    this.#cost = this.#best.cost
  }

  /** Searches one group, or all; half of the groups also take a plan that costs the same. True when nothing can be better than the plan as it is. */
  #improve(whole: boolean): boolean {
    const { block, order, price } = this.#guide
    const size = whole ? block.jobs : this.#size
    const people = this.#choice.choose(this.#person, this.#peopleFor(size), this.#random)
    const jobs = this.#choice.undecided(people, this.#person, { count: size, noise: choiceNoise }, this.#random)
    const now = this.#costOf(jobs)
    const sideways = !whole && this.#random.next() < 0.5
    const answer = this.#tree.solve(partOf({ ...block, capacity: this.#roomFor(jobs) }, order, people, jobs), pricesOf(price, jobs), {
      target: now + (sideways ? tolerance : tolerance - 1) * this.#step,
      step: this.#step,
      branchings: whole ? this.#wholeBranchings : this.#branchings,
      known: sideways ? Int32Array.from(jobs, (job) => people.indexOf(this.#person[job]!)) : null,
      stop: this.#options.stop,
    })
    const effort = answer.branchings + effortPerPair * people.length * jobs.length
    this.#effort += effort
    this.#take(people, jobs, answer)
    if (whole && answer.finished) return true
    if (whole) {
      this.#wholeBranchings *= 4
      this.#wholeEffort += effort
    }
    this.#adapt(answer.finished, whole)
    return false
  }

  #wholeFits(): boolean {
    return this.#guide.block.jobs <= largestWhole * this.#size && this.#wholeEffort <= wholePart * this.#effort
  }

  #peopleFor(jobs: number): number {
    const { block } = this.#guide
    const wanted = Math.ceil((this.#breadth * jobs * block.people) / block.jobs)
    return Math.min(block.people, Math.max(fewestPeople, wanted))
  }

  #costOf(jobs: readonly number[]): number {
    return jobs.reduce((sum, job) => sum + this.#guide.block.cost[this.#person[job]! * this.#guide.block.jobs + job]!, 0)
  }

  /** The room of everybody when some jobs are taken away. */
  #roomFor(jobs: readonly number[]): Int32Array {
    const { block } = this.#guide
    const room = Int32Array.from({ length: block.people }, (_, person) => block.capacity[person]!)
    this.#person.forEach((person, job) => (room[person]! -= block.minutes[person * block.jobs + job]!))
    for (const job of jobs) room[this.#person[job]!]! += block.minutes[this.#person[job]! * block.jobs + job]!
    return room
  }

  /** Gives the jobs of a group out again at costs with noise, which leads to another plan of about the same cost. */
  #shake(): void {
    const { block, order, price } = this.#guide
    const people = this.#choice.choose(this.#person, Math.min(peopleShaken, block.people), this.#random)
    const jobs = this.#choice.undecided(people, this.#person, { count: block.jobs, noise: 0 }, this.#random)
    const noise = shakeNoise * Math.max(this.#choice.grain, this.#step)
    const part = partOf(block, order, people, jobs)
    for (let at = 0; at < part.block.cost.length; at += 1) part.block.cost[at]! += noise * this.#random.next()
    const now = jobs.reduce((sum, job, at) => sum + part.block.cost[people.indexOf(this.#person[job]!) * jobs.length + at]!, 0)
    const raised = pricesOf(price, jobs).map((one) => one + noise / 2)
    const answer = this.#tree.solve(part, raised, {
      target: now - tolerance * this.#step,
      step: this.#step,
      branchings: wideBranchings / 4,
      known: null,
      stop: this.#options.stop,
    })
    this.#effort += answer.branchings + effortPerPair * people.length * jobs.length
    this.#take(people, jobs, answer)
  }

  #take(people: readonly number[], jobs: readonly number[], answer: Answer): void {
    if (answer.person === null) return
    const { block } = this.#guide
    jobs.forEach((job, at) => {
      const person = people[answer.person![at]!]!
      this.#cost += block.cost[person * block.jobs + job]! - block.cost[this.#person[job]! * block.jobs + job]!
      this.#person[job] = person
    })
  }

  #adapt(finished: boolean, whole: boolean): void {
    this.#tried += 1
    if (!finished) this.#unfinished += 1
    const { jobs } = this.#guide.block
    if (whole && this.#size === jobs) this.#size = Math.floor(this.#size / growth)
    if (this.#tried < trial) return
    if (this.#unfinished > manyUnfinished) this.#size = Math.max(Math.min(fewestJobs, this.#size), Math.floor(this.#size / growth))
    else if (this.#unfinished < fewUnfinished) this.#size = Math.min(jobs, Math.ceil(this.#size * growth))
    this.#unfinished = 0
    this.#tried = 0
  }
}

function pricesOf(price: Float64Array, jobs: readonly number[]): Float64Array {
  return Float64Array.from(jobs, (job) => price[job]!)
}
