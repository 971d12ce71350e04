/** People with capacities and jobs of which each goes to one person: a whole problem or a part of one. Cells are person × jobs + job. */
export type Block = {
  readonly people: number
  readonly jobs: number
  readonly capacity: ArrayLike<number>
  /** Infinite where the pair is not allowed. */
  readonly cost: Float64Array
  readonly minutes: Int32Array
}

/** A core above this many cells is too slow for what it adds: the relaxation is answered, which keeps every bound true. */
const largestCore = 200_000
/** Jobs on each side of the split that are tried first; their best filling makes the core small. */
const window = 5
const widestWindow = 8191
const tolerance = 1e-9

/**
 * The knapsack of each person at given prices of jobs: which jobs bring most above their cost within the capacity. Only the jobs that the linear
 * relaxation leaves undecided go through the dynamic programme: the core of Balas and Zemel (1980).
 */
export class Knapsack {
  readonly #block: Block
  /** The jobs of each person by profit per minute, kept from one call to the next because prices move little. */
  readonly order: Int32Array
  readonly #rateOf: Float64Array
  readonly #profit: Float64Array
  readonly #minutes: Int32Array
  readonly #rate: Float64Array
  readonly #core: Int32Array
  #value = new Int32Array(widestWindow + 1)
  #chosen = new Uint8Array(16_384)
  #count = 0
  /** Of the last call: the profit of a minute at which the linear relaxation splits, and the value of that relaxation. */
  rate = 0
  relaxed = 0

  /** `order` may give the jobs of each person in about the order of profit per minute, which saves the first sorting. */
  constructor(block: Block, order?: Int32Array) {
    const { jobs } = block
    this.#block = block
    this.order = order ?? Int32Array.from({ length: block.people * jobs }, (_, at) => at % jobs)
    this.#core = new Int32Array(jobs)
    this.#rateOf = new Float64Array(jobs)
    this.#profit = new Float64Array(jobs)
    this.#minutes = new Int32Array(jobs)
    this.#rate = new Float64Array(jobs)
  }

  /** Answers the best profit of a person, or slightly more where that takes too long, and counts the jobs taken. */
  best(person: number, price: Float64Array, taken: Int32Array): number {
    this.#sort(person, price)
    const count = this.#count
    const row = person * this.#block.jobs
    let room = this.#block.capacity[person]!
    let split = 0
    let value = 0
    while (split < count && this.#minutes[split]! <= room) {
      room -= this.#minutes[split]!
      value += this.#profit[split]!
      split += 1
    }
    this.rate = split < count ? this.#rate[split]! : 0
    this.relaxed = value + room * this.rate
    const gap = this.relaxed - value - Math.max(0, this.#gainAround(split, room)) + tolerance
    return this.#byCore(row, split, room, value, gap, taken)
  }

  /** The optimum by dynamic programme over the jobs whose loss against the relaxation is not above the gap that is left. */
  #byCore(row: number, split: number, spare: number, whole: number, gap: number, taken: Int32Array): number {
    let room = spare
    let value = whole
    let core = 0
    for (let at = 0; at < this.#count; at += 1) {
      const loss = this.#profit[at]! - this.rate * this.#minutes[at]!
      if (at < split && loss > gap) taken[this.order[row + at]!]! += 1
      else if (loss >= -gap) {
        this.#core[core] = at
        core += 1
        if (at < split) {
          room += this.#minutes[at]!
          value -= this.#profit[at]!
        }
      }
    }
    if ((room + 1) * core > largestCore) {
      for (let at = 0; at < core; at += 1) if (this.#core[at]! < split) taken[this.order[row + this.#core[at]!]!]! += 1
      return this.relaxed
    }
    return value + this.#solveCore(row, core, room, taken)
  }

  /** What the best filling gains when only the few jobs around the split may change. */
  #gainAround(split: number, spare: number): number {
    let room = spare
    let fixed = 0
    const from = Math.max(0, split - window)
    const to = Math.min(this.#count, split + window)
    for (let at = from; at < split; at += 1) {
      room += this.#minutes[at]!
      fixed -= this.#profit[at]!
    }
    if (room > widestWindow) return 0
    const value = this.#value
    value.fill(0, 0, room + 1)
    const scale = this.#scaleFor(from, to)
    for (let at = from; at < to; at += 1) {
      const need = this.#minutes[at]!
      const profit = Math.floor(this.#profit[at]! * scale)
      for (let left = room; left >= need; left -= 1) {
        const kept = value[left]!
        const more = (value[left - need]! + profit - kept) | 0
        value[left] = kept + (more & ~(more >> 31))
      }
    }
    return fixed + value[room]! / scale
  }

  /** Whole numbers per unit of profit, so that all profits together stay within 30 bits. */
  #scaleFor(from: number, to: number): number {
    let sum = 1
    for (let at = from; at < to; at += 1) sum += this.#profit[at]!
    return Math.min(2 ** 20, 2 ** 30 / sum)
  }

  /**
   * Profits are rounded up to whole numbers, which keeps the bound true; the maximum is taken by bits, because a branch
   * that nobody can foresee costs several times as much.
   */
  #solveCore(row: number, count: number, room: number, taken: Int32Array): number {
    const width = room + 1
    if (this.#value.length < width) this.#value = new Int32Array(2 * width)
    if (this.#chosen.length < width * count) this.#chosen = new Uint8Array(2 * width * count)
    const value = this.#value
    const chosen = this.#chosen
    value.fill(0, 0, width)
    const scale = this.#scaleFor(0, this.#count)
    for (let at = 0; at < count; at += 1) {
      const need = this.#minutes[this.#core[at]!]!
      const profit = Math.ceil(this.#profit[this.#core[at]!]! * scale)
      const first = (at * width) | 0
      for (let left = room; left >= need; left -= 1) {
        const kept = value[left]!
        const more = (value[left - need]! + profit - kept) | 0
        const sign = more >> 31
        value[left] = kept + (more & ~sign)
        chosen[first + left] = sign + 1
      }
    }
    let left = room
    for (let at = count - 1; at >= 0; at -= 1) {
      const need = this.#minutes[this.#core[at]!]!
      if (left < need || chosen[at * width + left] !== 1) continue
      taken[this.order[row + this.#core[at]!]!]! += 1
      left -= need
    }
    return value[room]! / scale
  }

  /** Brings the jobs of a person into order; those that bring profit and fit come first. */
  #sort(person: number, price: Float64Array): void {
    const { jobs, cost, minutes } = this.#block
    const row = person * jobs
    const { order } = this
    const rate = this.#rateOf
    const capacity = this.#block.capacity[person]!
    let count = 0
    for (let job = 0; job < jobs; job += 1) {
      const profit = price[job]! - cost[row + job]!
      const fits = profit > 0 && minutes[row + job]! <= capacity
      rate[job] = fits ? profit / Math.max(minutes[row + job]!, 1e-3) : -1
      if (fits) count += 1
    }
    for (let at = 1; at < jobs; at += 1) {
      const job = order[row + at]!
      const mine = rate[job]!
      let to = at
      while (to > 0 && rate[order[row + to - 1]!]! < mine) {
        order[row + to] = order[row + to - 1]!
        to -= 1
      }
      order[row + to] = job
    }
    this.#count = count
    for (let at = 0; at < count; at += 1) {
      const job = order[row + at]!
      this.#profit[at] = price[job]! - cost[row + job]!
      this.#minutes[at] = minutes[row + job]!
      this.#rate[at] = rate[job]!
    }
  }
}
