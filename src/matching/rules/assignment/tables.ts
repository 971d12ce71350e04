import type { Block } from './knapsack.ts'

/** Tables above this many cells would cost more time and memory than the search is worth. */
export const largestTables = 16_000_000

/**
 * The knapsack of every person over the jobs from some place on, for every amount of room: the bound of any partial plan is then one
 * look-up for each person. Jobs that bring a person no profit add no row.
 */
export class KnapsackTables {
  value = new Float64Array(1 << 16)
  /** Where the row of person × (jobs + 1) + job begins; the last row of a person is the empty one. */
  row = new Int32Array(1 << 10)
  #before = new Float64Array(1 << 10)

  static cells(block: Block): number {
    let rooms = 0
    for (let person = 0; person < block.people; person += 1) rooms += block.capacity[person]! + 1
    return rooms * (block.jobs + 1)
  }

  /** Fills the tables and answers the bound at the prices. */
  fill(block: Block, price: Float64Array): number {
    const { people, jobs } = block
    const cells = KnapsackTables.cells(block)
    if (this.value.length < cells) this.value = new Float64Array(Math.ceil(1.5 * cells))
    if (this.row.length < people * (jobs + 1)) this.row = new Int32Array(2 * people * (jobs + 1))
    let bound = 0
    for (let job = 0; job < jobs; job += 1) bound += price[job]!
    let first = 0
    for (let person = 0; person < people; person += 1) {
      const top = this.#fillPerson(block, price, person, first)
      bound -= this.value[top + block.capacity[person]!]!
      first = top + block.capacity[person]! + 1
    }
    return bound
  }

  #fillPerson({ jobs, cost, minutes, capacity }: Block, price: Float64Array, person: number, first: number): number {
    const { value, row } = this
    const room = capacity[person]!
    let at = first
    value.fill(0, at, at + room + 1)
    row[person * (jobs + 1) + jobs] = at
    for (let job = jobs - 1; job >= 0; job -= 1) {
      const profit = price[job]! - cost[person * jobs + job]!
      const need = minutes[person * jobs + job]!
      if (profit > 0 && need <= room) {
        const next = at + room + 1
        for (let left = 0; left < need; left += 1) value[next + left] = value[at + left]!
        for (let left = need; left <= room; left += 1) value[next + left] = Math.max(value[at + left]!, value[at + left - need]! + profit)
        at = next
      }
      row[person * (jobs + 1) + job] = at
    }
    return at
  }

  /**
   * Closes every pair with which no plan down to `target` is possible, by making its cost infinite: forcing a job on a person, and forbidding it to all
   * others, costs what the joined tables from both sides say. Answers false when a job has nobody left. (Posta, Ferland and Michelon, 2012.)
   */
  close(block: Block, price: Float64Array, bound: number, target: number): boolean {
    const { people, jobs, cost } = block
    const forced = new Float64Array(people * jobs).fill(Number.POSITIVE_INFINITY)
    const forbidden = new Float64Array(jobs)
    for (let person = 0; person < people; person += 1) this.#weigh(block, price, person, forced, forbidden)
    for (let job = 0; job < jobs; job += 1) {
      let open = 0
      for (let at = job; at < cost.length; at += jobs) {
        if (bound + forced[at]! + forbidden[job]! > target) cost[at] = Number.POSITIVE_INFINITY
        else open += 1
      }
      if (open === 0) return false
    }
    return true
  }

  #weigh(block: Block, price: Float64Array, person: number, forced: Float64Array, forbidden: Float64Array): void {
    const { jobs, cost, minutes } = block
    const { value, row } = this
    const room = block.capacity[person]!
    if (this.#before.length <= room) this.#before = new Float64Array(2 * room + 2)
    const before = this.#before
    before.fill(0, 0, room + 1)
    const best = value[row[person * (jobs + 1)]! + room]!
    for (let job = 0; job < jobs; job += 1) {
      const at = person * jobs + job
      const need = minutes[at]!
      if (!Number.isFinite(cost[at]!) || need > room) continue
      const profit = price[job]! - cost[at]!
      const after = row[person * (jobs + 1) + job + 1]!
      const without = profit > 0 ? joined(before, value, after, room) : best
      forced[at] = without - (profit + joined(before, value, after, room - need))
      forbidden[job]! += best - without
      if (profit <= 0) continue
      for (let left = room; left >= need; left -= 1) before[left] = Math.max(before[left]!, before[left - need]! + profit)
    }
  }
}

/** The best of sharing some room between the jobs before and the jobs after one. */
function joined(before: Float64Array, value: Float64Array, after: number, room: number): number {
  let best = Number.NEGATIVE_INFINITY
  for (let left = 0, other = after + room; left <= room; left += 1, other -= 1) {
    const both = before[left]! + value[other]!
    if (both > best) best = both
  }
  return best
}
