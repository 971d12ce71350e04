import { Random } from '../random.ts'
import type { Assignment } from './assignment.ts'

type SearchOptions = {
  readonly seed: number
  /** Moves tried in all. */
  readonly moves: number
  readonly stop: () => boolean
  /** The search may end when the cost is down to this. */
  readonly target: number
  readonly onBetter: (cost: number) => void
  /** The search ends with the first plan that keeps every capacity. */
  readonly firstPlan?: boolean
}

/** The person of each job, with the cost; `overload` is 0 when every capacity holds. */
export type Found = { readonly person: Int32Array; readonly cost: number; readonly overload: number }

const widestList = 12
const thresholds = 1 << 16
const movesBetweenLooks = 5000
/** The part of the plans that should keep every capacity. */
const cleanPart = 0.1

/** Where a cycle begins: its temperature as a part of a typical regret, and how little idle and overloaded minutes count at first. */
type Heat = { readonly hottest: number; readonly weight: number }

const fullCycle: Heat = { hottest: 0.5, weight: 0.05 }
const mildCycle: Heat = { hottest: 0.25, weight: 0.2 }
const coldestPart = 0.02

/**
 * Simulated annealing over shifts, swaps and ejection chains to a third person, in the lists of people that are cheap for a job at the
 * capacity prices. Overload is allowed at a price per minute that rises while plans are overloaded and falls while they are not, so that
 * the search swings around the edge of what is possible, where the good plans are.
 */
export class AssignmentSearch {
  readonly #problem: Assignment
  readonly #jobs: number
  readonly #perMinute: Float64Array
  /** Cost at the capacity prices, by person and job. */
  readonly #priced: Float64Array
  readonly #listStart: Int32Array
  readonly #list: Int32Array
  readonly #person: Int32Array
  readonly #load: Float64Array
  /** The jobs of each person, as lists with the place of each job. */
  readonly #has: Int32Array
  readonly #hasCount: Int32Array
  readonly #place: Int32Array
  readonly #threshold: Float64Array
  #cost = 0
  #overload = 0
  /** What a minute of overload costs above the price of the minute. */
  #extra = 0
  /** How much of the price of idle and overloaded minutes counts. */
  #weight = 1
  readonly #random: Random
  #best: Found

  constructor(problem: Assignment, perMinute: Float64Array, seed: number) {
    const people = problem.people.length
    this.#problem = problem
    this.#jobs = problem.jobs.length
    this.#perMinute = perMinute
    this.#priced = problem.cost.map((one, at) => one + perMinute[Math.floor(at / problem.jobs.length)]! * problem.minutes[at]!)
    this.#random = new Random(seed)
    this.#threshold = Float64Array.from({ length: thresholds }, (_, at) => -Math.log((at + 0.5) / thresholds))
    const lists = Array.from({ length: this.#jobs }, (_, job) => this.#cheapest(job))
    this.#listStart = new Int32Array(this.#jobs + 1)
    lists.forEach((list, job) => (this.#listStart[job + 1] = this.#listStart[job]! + list.length))
    this.#list = Int32Array.from(lists.flat())
    this.#person = new Int32Array(this.#jobs)
    this.#load = new Float64Array(people)
    this.#has = new Int32Array(people * this.#jobs)
    this.#hasCount = new Int32Array(people)
    this.#place = new Int32Array(this.#jobs)
    this.#begin()
    this.#best = { person: this.#person.slice(), cost: this.#cost, overload: this.#overload }
  }

  run(options: SearchOptions): Found {
    const typical = this.#typicalRegret()
    this.#extra = typical / 10
    let done = 0
    let cycle = 200_000 + 4000 * this.#jobs
    for (let count = 0; !this.#finished(done, options); count += 1) {
      const length = Math.min(cycle, options.moves - done)
      this.#anneal(length, typical, count % 3 === 0 ? fullCycle : mildCycle, options)
      done += length
      if (count % 3 === 2) cycle *= 2
      this.#restart()
    }
    return this.#best
  }

  #finished(done: number, options: SearchOptions): boolean {
    return (
      done >= options.moves ||
      options.stop() ||
      (this.#best.overload === 0 && (this.#best.cost <= options.target || options.firstPlan === true))
    )
  }

  /** The people of a job in order of cost at the prices. */
  #cheapest(job: number): number[] {
    const allowed: number[] = []
    for (let person = 0; person < this.#problem.people.length; person += 1) {
      if (Number.isFinite(this.#problem.cost[person * this.#jobs + job]!)) allowed.push(person)
    }
    const minutes = (person: number) => this.#problem.minutes[person * this.#jobs + job]!
    return allowed.sort((a, b) => this.#pricedAt(a, job) - this.#pricedAt(b, job) || minutes(a) - minutes(b) || a - b).slice(0, widestList)
  }

  /** The mean difference between the cheapest and the second cheapest person of a job. */
  #typicalRegret(): number {
    let sum = 0
    let count = 0
    for (let job = 0; job < this.#jobs; job += 1) {
      const first = this.#listStart[job]!
      if (this.#listStart[job + 1]! - first < 2) continue
      sum += this.#pricedAt(this.#list[first + 1]!, job) - this.#pricedAt(this.#list[first]!, job)
      count += 1
    }
    // Where every person costs the same, a small part of the cost itself is the measure.
    const mean = Math.abs(this.#cost) / Math.max(1, this.#jobs)
    return Math.max(1e-3, sum / Math.max(1, count), 0.005 * mean)
  }

  #pricedAt(person: number, job: number): number {
    return this.#priced[person * this.#jobs + job]!
  }

  /** Every job, the largest first, goes to the cheapest of its people that has room, else to the cheapest. */
  #begin(): void {
    const problem = this.#problem
    const size = (job: number) => problem.minutes[this.#list[this.#listStart[job]!]! * this.#jobs + job] ?? 0
    const order = [...this.#place.keys()]
      .filter((job) => this.#listStart[job + 1]! > this.#listStart[job]!)
      .sort((a, b) => size(b) - size(a) || a - b)
    this.#person.fill(-1)
    for (const job of order) {
      const list = this.#list.subarray(this.#listStart[job]!, this.#listStart[job + 1]!)
      const free = list.find((person) => this.#load[person]! + problem.minutes[person * this.#jobs + job]! <= problem.capacity[person]!)
      this.#put(job, free ?? list[0]!)
    }
  }

  #put(job: number, person: number): void {
    const at = person * this.#jobs + job
    const before = Math.max(0, this.#load[person]! - this.#problem.capacity[person]!)
    this.#load[person]! += this.#problem.minutes[at]!
    this.#overload += Math.max(0, this.#load[person]! - this.#problem.capacity[person]!) - before
    this.#cost += this.#problem.cost[at]!
    this.#person[job] = person
    this.#place[job] = this.#hasCount[person]!
    this.#has[person * this.#jobs + this.#hasCount[person]!] = job
    this.#hasCount[person]! += 1
  }

  #take(job: number): void {
    const person = this.#person[job]!
    const at = person * this.#jobs + job
    const before = Math.max(0, this.#load[person]! - this.#problem.capacity[person]!)
    this.#load[person]! -= this.#problem.minutes[at]!
    this.#overload += Math.max(0, this.#load[person]! - this.#problem.capacity[person]!) - before
    this.#cost -= this.#problem.cost[at]!
    const last = this.#hasCount[person]! - 1
    const moved = this.#has[person * this.#jobs + last]!
    this.#has[person * this.#jobs + this.#place[job]!] = moved
    this.#place[moved] = this.#place[job]!
    this.#hasCount[person] = last
  }

  #restart(): void {
    for (let job = 0; job < this.#jobs; job += 1) {
      if (this.#person[job]! >= 0 && this.#person[job] !== this.#best.person[job]) {
        this.#take(job)
        this.#put(job, this.#best.person[job]!)
      }
    }
  }

  #anneal(moves: number, typical: number, heat: Heat, options: SearchOptions): void {
    const hottest = heat.hottest * typical
    const coldest = coldestPart * typical
    let temperature = hottest
    for (let done = 0; done < moves; done += movesBetweenLooks) {
      temperature = hottest * (coldest / hottest) ** (done / moves)
      this.#weight = heat.weight ** (1 - Math.min(1, done / moves / 0.8))
      let clean = 0
      const length = Math.min(movesBetweenLooks, moves - done)
      for (let move = 0; move < length; move += 1) {
        this.#move(temperature)
        if (this.#overload === 0) {
          clean += 1
          if (this.#cost < this.#best.cost - 1e-9 || this.#best.overload > 0) this.#keep(options)
        } else if (this.#best.overload > 0 && this.#overload < this.#best.overload) this.#keep(options)
      }
      this.#extra *= clean === 0 ? 1.3 : clean < cleanPart * length ? 1.03 : 1 / 1.03
      this.#extra = Math.max(1e-4 * typical, this.#extra)
      if (options.stop() || (this.#best.overload === 0 && this.#best.cost <= options.target)) return
    }
  }

  #keep(options: SearchOptions): void {
    this.#best = { person: this.#person.slice(), cost: this.#cost, overload: this.#overload }
    if (this.#overload === 0) options.onBetter(this.#cost)
  }

  /** A place in a list, the early places more often. */
  #likely(width: number): number {
    const drawn = this.#random.next()
    return Math.floor(width * drawn * drawn)
  }

  /** One try: a shift, or a swap with a job of the person that is shifted to, or a chain on to a third person. */
  #move(temperature: number): void {
    const job = this.#random.below(this.#jobs)
    const from = this.#person[job]!
    const first = this.#listStart[job]!
    const width = this.#listStart[job + 1]! - first
    if (width < 2) return
    const to = this.#list[first + this.#likely(width)]!
    if (to === from) return
    const allowed = temperature * this.#threshold[this.#random.below(thresholds)]!
    const kind = this.#random.below(8)
    if (kind === 0 || this.#hasCount[to] === 0) return this.#tryShift(job, from, to, allowed)
    const other = this.#has[to * this.#jobs + this.#random.below(this.#hasCount[to]!)]!
    if (kind < 5) return this.#trySwap(job, from, other, to, allowed)
    const start = this.#listStart[other]!
    const third = this.#list[start + this.#likely(this.#listStart[other + 1]! - start)]!
    if (third === to) return
    if (third === from) return this.#trySwap(job, from, other, to, allowed)
    this.#tryChain(job, from, other, to, third, allowed)
  }

  #over(person: number, change: number): number {
    const capacity = this.#problem.capacity[person]!
    const before = this.#load[person]! - capacity
    const after = before + change
    const idle = this.#weight * this.#perMinute[person]!
    const over = idle + this.#extra
    return (after > 0 ? after * over : -after * idle) - (before > 0 ? before * over : -before * idle)
  }

  #tryShift(job: number, from: number, to: number, allowed: number): void {
    const { minutes } = this.#problem
    const cost = this.#priced
    const here = from * this.#jobs + job
    const there = to * this.#jobs + job
    const change = cost[there]! - cost[here]! + this.#over(from, -minutes[here]!) + this.#over(to, minutes[there]!)
    if (change > allowed) return
    this.#take(job)
    this.#put(job, to)
  }

  #trySwap(job: number, from: number, other: number, to: number, allowed: number): void {
    const { minutes } = this.#problem
    const cost = this.#priced
    const jobHere = from * this.#jobs + job
    const jobThere = to * this.#jobs + job
    const otherHere = to * this.#jobs + other
    const otherThere = from * this.#jobs + other
    let change = cost[jobThere]! - cost[jobHere]! + cost[otherThere]! - cost[otherHere]!
    change += this.#over(from, minutes[otherThere]! - minutes[jobHere]!) + this.#over(to, minutes[jobThere]! - minutes[otherHere]!)
    if (!(change <= allowed)) return
    this.#take(job)
    this.#take(other)
    this.#put(job, to)
    this.#put(other, from)
  }

  #tryChain(job: number, from: number, other: number, to: number, third: number, allowed: number): void {
    const { minutes } = this.#problem
    const cost = this.#priced
    const jobHere = from * this.#jobs + job
    const jobThere = to * this.#jobs + job
    const otherHere = to * this.#jobs + other
    const otherThere = third * this.#jobs + other
    let change = cost[jobThere]! - cost[jobHere]! + cost[otherThere]! - cost[otherHere]!
    change +=
      this.#over(from, -minutes[jobHere]!) +
      this.#over(to, minutes[jobThere]! - minutes[otherHere]!) +
      this.#over(third, minutes[otherThere]!)
    if (!(change <= allowed)) return
    this.#take(job)
    this.#take(other)
    this.#put(job, to)
    this.#put(other, third)
  }
}
