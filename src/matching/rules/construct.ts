import { Heap } from './heap.ts'
import type { OpenPlan } from './open-plan.ts'
import { randomFrom, shuffle } from './random.ts'
import { marginAt, type Prices, type Question, questionAt } from './question.ts'
import { typicalWorth } from './tatonnement.ts'

/**
 * Puts as many units on an arc as the plan allows, as a lot of proper size, and answers how many.
 * `most` limits the units; nothing is placed when the lot would be too small.
 */
export function placeLot(plan: OpenPlan, arc: number, most = Number.POSITIVE_INFINITY): number {
  const pack = plan.compiled.arcPackage[arc]!
  const lotMin = plan.compiled.lotMin[pack]!
  const had = plan.units[arc]!
  const worker = plan.compiled.arcWorker[arc]!
  const least = had === 0 ? lotMin : 1
  if (plan.capacity[worker]! - plan.used[worker]! < least * plan.compiled.arcMinutes[arc]!) return 0
  const wanted = Math.min(most, plan.left[pack]!, plan.lotLeft(arc))
  if (wanted <= 0 || had + wanted < lotMin) return 0
  const units = plan.fitWithin(arc, wanted)
  if (units <= 0 || had + units < lotMin) return 0
  plan.place(arc, units)
  return units
}

/** Work that is a smaller part of somebody's minutes than this is no offer of its own. */
const leastPart = 0.08

/** A package that nobody has taken while all its people have passed is cheaper by this part of its price, and by this part of a typical worth. */
const pricePull = 0.4
const worthPull = 0.025

/**
 * Everybody in a seeded order takes the work that is worth most per minute at the prices, as far as it is still there. At good prices many people
 * are indifferent between several packages, so a package that fills faster than its people pass becomes a little dearer, and a slow one cheaper.
 * The pull grows with the price: work that has a price must be done by somebody, and work without one need not.
 */
export function construct(plan: OpenPlan, prices: Prices, seed: number, mean: Float32Array | null): void {
  const construction = new Construction(plan, prices, shuffle(Int32Array.from(plan.compiled.workers.keys()), randomFrom(seed)))
  plan.preferCheapDays(prices.seat)
  if (mean !== null) construction.follow(mean)
  construction.run()
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
  readonly #arcs: number[] = []

  constructor(plan: OpenPlan, prices: Prices, order: Int32Array) {
    const compiled = plan.compiled
    this.#plan = plan
    this.#prices = prices
    this.#order = order
    this.#question = questionAt(compiled, prices)
    this.#passed = new Float64Array(compiled.packages.length)
    this.#worth = worthPull * typicalWorth(compiled)
    let widest = 0
    for (const worker of order) widest = Math.max(widest, compiled.start[worker + 1]! - compiled.start[worker]!)
    this.#waiting = new Heap(widest)
  }

  /** Everybody takes whole units of what the linear relaxation gives them, as far as they make proper lots. */
  follow(mean: Float32Array): void {
    const compiled = this.#plan.compiled
    // Growth work comes first, because it also needs the hours of its reviewers.
    if (compiled.reviewers.size > 0) this.#follow(mean, 1)
    this.#follow(mean, 0)
  }

  #follow(mean: Float32Array, growth: number): void {
    const compiled = this.#plan.compiled
    const arcs = this.#arcs
    for (const worker of this.#order) {
      arcs.length = 0
      let minutes = 0
      for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1) minutes += mean[arc]! * compiled.arcMinutes[arc]!
      for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1) {
        if (mean[arc]! * compiled.arcMinutes[arc]! < leastPart * minutes) continue
        if (mean[arc]! >= compiled.lotMin[compiled.arcPackage[arc]!]! / 2 && compiled.arcGrowth[arc] === growth) arcs.push(arc)
      }
      arcs.sort((a, b) => mean[b]! * compiled.arcMinutes[b]! - mean[a]! * compiled.arcMinutes[a]! || a - b)
      for (const arc of arcs) placeLot(this.#plan, arc, Math.max(compiled.lotMin[compiled.arcPackage[arc]!]!, Math.floor(mean[arc]! + 0.5)))
    }
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
    for (waiting.order(length); waiting.length > 0 && plan.used[worker]! < plan.capacity[worker]!; waiting.pop()) placeLot(plan, waiting.codes[0]!)
  }

  /** How much dearer a minute is because the package fills faster than its people pass. */
  #pull(arc: number, pack: number): number {
    const compiled = this.#plan.compiled
    const filled = 1 - this.#plan.left[pack]! / Math.max(1, compiled.units[pack]!)
    const elapsed = (this.#passed[pack]! - 1) / (compiled.packageStart[pack + 1]! - compiled.packageStart[pack]!)
    return (this.#worth + (pricePull * this.#prices.package[pack]!) / compiled.arcMinutes[arc]!) * (filled - elapsed)
  }
}
