import type { Block } from './knapsack.ts'
import type { Random } from '../random.ts'

/** For each job so many of its cheapest people count as near. */
const nearest = 6
const leastSlack = 0.3

/** What a search among small groups is guided by: prices of jobs, and by person the price of a minute and the order of the jobs. */
export type Guide = {
  readonly block: Block
  readonly price: Float64Array
  readonly rate: Float64Array
  /** The best profit of each person at the prices. */
  readonly profit: Float64Array
  readonly order: Int32Array
}

/** Chooses people whose plans together are worth another look: far from what the prices promise, and near to each other's jobs. */
export class GroupChoice {
  readonly #guide: Guide
  /** The nearest people of each job, `nearest` places for each, −1 where there are fewer. */
  readonly #near: Int32Array
  /** How much dearer the second person of a job is than the first, on average: the grain of the costs. */
  readonly grain: number

  constructor(guide: Guide) {
    const { block, rate } = guide
    this.#guide = guide
    this.#near = new Int32Array(block.jobs * nearest).fill(-1)
    let sum = 0
    for (let job = 0; job < block.jobs; job += 1) {
      const priced = (person: number) => block.cost[person * block.jobs + job]! + rate[person]! * block.minutes[person * block.jobs + job]!
      const minutes = (person: number) => block.minutes[person * block.jobs + job]!
      const allowed: number[] = []
      for (let person = 0; person < block.people; person += 1)
        if (Number.isFinite(block.cost[person * block.jobs + job]!)) allowed.push(person)
      allowed.sort((a, b) => priced(a) - priced(b) || minutes(a) - minutes(b) || a - b)
      this.#near.set(allowed.slice(0, nearest), job * nearest)
      if (allowed.length > 1) sum += priced(allowed[1]!) - priced(allowed[0]!)
    }
    this.grain = sum / Math.max(1, block.jobs)
  }

  /** So many people in ascending order. */
  choose(assigned: Int32Array, size: number, random: Random): number[] {
    const { people } = this.#guide.block
    if (size >= people) return Array.from({ length: people }, (_, person) => person)
    const slack = this.#slack(assigned)
    const ties = this.#ties(assigned)
    const near = new Float64Array(people)
    const chosen: number[] = []
    while (chosen.length < size) {
      const next = draw(random, people, (person) => {
        if (chosen.includes(person)) return -1
        return chosen.length === 0 ? slack[person]! : 0.01 * near[person]! ** 2 * slack[person]!
      })
      chosen.push(next)
      for (let person = 0; person < people; person += 1) near[person]! += ties[next * people + person]!
    }
    return chosen.sort((a, b) => a - b)
  }

  /** So many jobs of a group in ascending order: those that lose least with another person of the group, with some noise, in grains. */
  undecided(
    people: readonly number[],
    assigned: Int32Array,
    { count, noise }: { readonly count: number; readonly noise: number },
    random: Random,
  ): number[] {
    const { block, rate } = this.#guide
    const inGroup = new Uint8Array(block.people)
    for (const person of people) inGroup[person] = 1
    const mine = [...assigned.keys()].filter((job) => inGroup[assigned[job]!] === 1)
    if (mine.length <= count) return mine
    const loss = new Float64Array(block.jobs)
    for (const job of mine) {
      let here = 0
      let least = Number.POSITIVE_INFINITY
      for (const person of people) {
        const at = person * block.jobs + job
        const priced = block.cost[at]! + rate[person]! * block.minutes[at]!
        if (person === assigned[job]) here = priced
        else if (priced < least) least = priced
      }
      loss[job] = least - here + noise * this.grain * random.next()
    }
    return mine
      .sort((a, b) => loss[a]! - loss[b]! || a - b)
      .slice(0, count)
      .sort((a, b) => a - b)
  }

  /** By how much each person's jobs bring less than their best profit at the prices. */
  #slack(assigned: Int32Array): Float64Array {
    const { block, price, profit } = this.#guide
    const slack = profit.slice()
    for (let job = 0; job < block.jobs; job += 1) slack[assigned[job]!]! -= price[job]! - block.cost[assigned[job]! * block.jobs + job]!
    return slack.map((one) => leastSlack + Math.max(0, one))
  }

  /** For each two people the jobs that one of them has and the other is near to. */
  #ties(assigned: Int32Array): Float64Array {
    const { people, jobs } = this.#guide.block
    const ties = new Float64Array(people * people)
    for (let job = 0; job < jobs; job += 1) {
      const holder = assigned[job]!
      for (let at = job * nearest; at < (job + 1) * nearest; at += 1) {
        const person = this.#near[at]!
        if (person < 0 || person === holder) continue
        ties[person * people + holder]! += 1
        ties[holder * people + person]! += 1
      }
    }
    return ties
  }
}

/** Draws one of many by weight, without putting back: the largest of random ^ (1 / weight) (Efraimidis and Spirakis, 2006). */
function draw(random: Random, count: number, weight: (one: number) => number): number {
  let best = Number.NEGATIVE_INFINITY
  let found = 0
  for (let one = 0; one < count; one += 1) {
    const heavy = weight(one)
    if (heavy < 0) continue
    const key = Math.log(random.next() + 1e-12) / (heavy + 1e-9)
    if (key > best) {
      best = key
      found = one
    }
  }
  return found
}
