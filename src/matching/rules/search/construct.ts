import type { Compiled } from '../problem/compile.ts'
import { follow } from './follow.ts'
import { Heap } from '../heap.ts'
import type { OpenPlan } from '../plan/open-plan.ts'
import { placeLot } from '../plan/place-lot.ts'
import { marginAt, noPrices, type Prices, type Question, questionAt } from '../prices/question.ts'
import { Random, shuffle } from '../random.ts'
import { Response } from '../prices/response.ts'
import { type Mean, typicalWorth } from '../prices/tatonnement.ts'
import { tuning } from './tuning.ts'

/**
 * Everybody in a seeded order takes the work that is worth most per minute at the prices, as far as it is still there. At good prices many people
 * are indifferent between several packages, so a package that fills faster than its people pass becomes a little dearer, and a slow one cheaper.
 * The pull grows with the price: work that has a price must be done by somebody, and work without one need not.
 */
export function construct(plan: OpenPlan, prices: Prices, seed: number, mean: Mean | null): void {
  const order = shuffle(Int32Array.from(plan.compiled.workers.keys()), new Random(seed))
  plan.preferCheapDays(prices.seat)
  plan.reviews.preferCheap(worthOfReviewers(plan.compiled, prices))
  if (mean !== null) follow(plan, order, mean)
  new Construction(plan, prices, order).run()
}

/** What a minute of each reviewer is worth at the prices on average when nothing is paid for reviews; 0 for all others. */
function worthOfReviewers(compiled: Compiled, prices: Prices): Float64Array {
  const worth = new Float64Array(compiled.workers.length)
  if (compiled.reviewers.size === 0) return worth
  const response = new Response(compiled)
  const question = questionAt(compiled, { ...prices, review: noPrices(compiled).review })
  for (const worker of compiled.reviewedBy.keys()) {
    const sum = response.ask(worker, question)
    const minutes = response.minutes.subarray(0, response.taken).reduce((all, one) => all + one, 0)
    worth[worker] = minutes > 0 ? sum / minutes : 0
  }
  return worth
}

class Construction {
  readonly #plan: OpenPlan
  readonly #prices: Prices
  readonly #order: Int32Array
  readonly #question: Question
  /** People who have passed each package. */
  readonly #passed: Float64Array
  readonly #worth: number
  readonly #waiting: Heap

  constructor(plan: OpenPlan, prices: Prices, order: Int32Array) {
    const compiled = plan.compiled
    this.#plan = plan
    this.#prices = prices
    this.#order = order
    this.#question = questionAt(compiled, prices)
    this.#passed = new Float64Array(compiled.packages.length)
    this.#worth = tuning.worthPull * typicalWorth(compiled)
    let widest = 0
    for (const worker of order) widest = Math.max(widest, compiled.start[worker + 1]! - compiled.start[worker]!)
    this.#waiting = new Heap(widest)
  }

  run(): void {
    // Work that is worth less than its price comes second, so that nobody sits on seats and units that others could use better.
    for (const least of [-this.#worth, Number.NEGATIVE_INFINITY]) {
      this.#passed.fill(0)
      for (const worker of this.#order) this.#take(worker, least, 0)
    }
    if (!this.#plan.compiled.arcGrowth.includes(1)) return
    for (const worker of this.#order) this.#take(worker, Number.NEGATIVE_INFINITY, 1)
  }

  /** One person takes work that is worth at least `least` above its price per minute; growth work and other work apart. */
  #take(worker: number, least: number, growth: number): void {
    const plan = this.#plan
    const compiled = plan.compiled
    if (plan.used[worker]! >= plan.capacity[worker]!) return
    const waiting = this.#waiting
    let length = 0
    for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1) {
      const pack = compiled.arcPackage[arc]!
      this.#passed[pack]! += 1
      if (plan.left[pack]! <= 0 || compiled.arcGrowth[arc] !== growth || compiled.arcValue[arc]! <= 0) continue
      const margin = marginAt(compiled, this.#question, arc)
      if (margin < least) continue
      waiting.keys[length] = margin - this.#pull(arc, pack)
      waiting.codes[length] = arc
      length += 1
    }
    for (waiting.order(length); waiting.length > 0 && plan.used[worker]! < plan.capacity[worker]!; waiting.pop())
      placeLot(plan, waiting.codes[0]!)
  }

  /** How much dearer a minute is because the package fills faster than its people pass. */
  #pull(arc: number, pack: number): number {
    const compiled = this.#plan.compiled
    const filled = 1 - this.#plan.left[pack]! / Math.max(1, compiled.units[pack]!)
    const elapsed = (this.#passed[pack]! - 1) / (compiled.packageStart[pack + 1]! - compiled.packageStart[pack]!)
    return (this.#worth + (tuning.pricePull * this.#prices.package[pack]!) / compiled.arcMinutes[arc]!) * (filled - elapsed)
  }
}
