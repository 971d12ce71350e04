import type { OpenPlan } from './open-plan.ts'

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
