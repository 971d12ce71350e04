import type { OpenPlan } from './open-plan.ts'
import { randomFrom, shuffle } from './random.ts'
import type { Prices } from './response.ts'

/**
 * Puts as many units on an arc as the plan allows, as a lot of proper size, and answers how many.
 * `most` limits the units; nothing is placed when the lot would be too small.
 */
export function placeLot(plan: OpenPlan, arc: number, most = Number.POSITIVE_INFINITY): number {
  const pack = plan.compiled.arcPackage[arc]!
  const lotMin = plan.compiled.lotMin[pack]!
  const had = plan.units[arc]!
  const wanted = Math.min(most, plan.left[pack]!, plan.lotLeft(arc))
  if (wanted <= 0 || had + wanted < lotMin) return 0
  const units = plan.fitWithin(arc, wanted)
  if (units <= 0 || had + units < lotMin) return 0
  plan.place(arc, units)
  return units
}

/** Everybody in a seeded order takes the work that is worth most per minute at the prices, as far as it is still there. */
export function construct(plan: OpenPlan, prices: Prices, seed: number): void {
  const compiled = plan.compiled
  const order = shuffle(Int32Array.from(compiled.workers.keys()), randomFrom(seed))
  const keys = new Float64Array(compiled.arcCount)
  for (let arc = 0; arc < compiled.arcCount; arc += 1) {
    keys[arc] = (compiled.arcValue[arc]! - prices.package[compiled.arcPackage[arc]!]!) / compiled.arcMinutes[arc]!
  }
  for (const growth of [0, 1]) {
    for (const worker of order) takeInOrder(plan, worker, keys, growth)
  }
}

function takeInOrder(plan: OpenPlan, worker: number, keys: Float64Array, growth: number): void {
  const compiled = plan.compiled
  const arcs: number[] = []
  for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1) {
    if (compiled.arcGrowth[arc] === growth && compiled.arcValue[arc]! > 0 && plan.left[compiled.arcPackage[arc]!]! > 0) arcs.push(arc)
  }
  arcs.sort((a, b) => keys[b]! - keys[a]! || a - b)
  for (const arc of arcs) {
    if (plan.used[worker]! >= compiled.ceiling[worker]!) return
    placeLot(plan, arc)
  }
}
