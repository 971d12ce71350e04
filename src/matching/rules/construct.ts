import type { OpenPlan } from './open-plan.ts'
import { randomFrom, shuffle } from './random.ts'
import { cheapestSeats, type Prices } from './response.ts'

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

/**
 * Everybody in a seeded order takes the work that is worth most per minute at the prices, as far as it is still there. At good prices many people
 * are indifferent between several packages, so a package that fills faster than its people pass becomes a little dearer, and a slow one cheaper.
 */
export function construct(plan: OpenPlan, prices: Prices, seed: number, balance: number): void {
  const compiled = plan.compiled
  const order = shuffle(Int32Array.from(compiled.workers.keys()), randomFrom(seed))
  const cheapest = cheapestSeats(compiled, prices)
  const passed = new Float64Array(compiled.packages.length)
  const keys = new Float64Array(compiled.arcCount)
  // Work that is worth less than its price comes second, so that nobody sits on seats and units that others could use better.
  for (const least of [-balance, Number.NEGATIVE_INFINITY]) {
    passed.fill(0)
    for (const worker of order) {
      if (plan.used[worker]! >= plan.capacity[worker]!) continue
      for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1) {
        const pack = compiled.arcPackage[arc]!
        const filled = 1 - plan.left[pack]! / Math.max(1, compiled.units[pack]!)
        const elapsed = passed[pack]! / (compiled.packageStart[pack + 1]! - compiled.packageStart[pack]!)
        passed[pack]! += 1
        const margin = (compiled.arcValue[arc]! - prices.package[pack]!) / compiled.arcMinutes[arc]! - (cheapest?.[pack] ?? 0)
        keys[arc] = margin < least ? Number.NEGATIVE_INFINITY : margin - balance * (filled - elapsed)
      }
      takeInOrder(plan, worker, keys, 0)
    }
  }
  if (compiled.arcGrowth.includes(1)) for (const worker of order) takeInOrder(plan, worker, keys, 1)
}

/** One person takes work in order of the keys. */
export function takeInOrder(plan: OpenPlan, worker: number, keys: Float64Array, growth: number): void {
  const compiled = plan.compiled
  const arcs: number[] = []
  for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1) {
    if (compiled.arcGrowth[arc] === growth && keys[arc]! > Number.NEGATIVE_INFINITY && compiled.arcValue[arc]! > 0 && plan.left[compiled.arcPackage[arc]!]! > 0) arcs.push(arc)
  }
  arcs.sort((a, b) => keys[b]! - keys[a]! || a - b)
  for (const arc of arcs) {
    if (plan.used[worker]! >= plan.capacity[worker]!) return
    placeLot(plan, arc)
  }
}
