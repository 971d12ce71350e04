import type { OpenPlan } from '../plan/open-plan.ts'
import { marginAt, type Prices, questionAt } from '../prices/question.ts'

/** Packages from which no idle time can be reached. */
export const outOfReach = 255

/**
 * How many exchanges lie between each package and somebody's idle time: 0 where somebody has time for the work, 1 where somebody who holds such work
 * could take this instead and lose nothing, and so on. Chains that follow these numbers downwards end where work can be gained.
 */
export function reachOf(plan: OpenPlan, prices: Prices): Uint8Array {
  const compiled = plan.compiled
  const levels = new Uint8Array(plan.left.length).fill(outOfReach)
  const question = questionAt(compiled, prices)
  const margin = (arc: number) => marginAt(compiled, question, arc)
  let level = packagesWithTime(plan, levels)
  for (let depth = 1; depth < outOfReach && level.length > 0; depth += 1) {
    const next: number[] = []
    for (const pack of level) {
      for (let at = compiled.packageStart[pack]!; at < compiled.packageStart[pack + 1]!; at += 1) {
        const held = compiled.byPackage[at]!
        if (plan.units[held] === 0 || compiled.arcGrowth[held] === 1 || plan.locked.has(held)) continue
        const worker = compiled.arcWorker[held]!
        const least = margin(held)
        for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1) {
          const other = compiled.arcPackage[arc]!
          if (levels[other] !== outOfReach || !canTake(plan, arc) || margin(arc) < least || !windowsMeet(plan, pack, other)) continue
          levels[other] = depth
          next.push(other)
        }
      }
    }
    level = next
  }
  return levels
}

/** Packages for which somebody has time left, set to level 0. */
function packagesWithTime(plan: OpenPlan, levels: Uint8Array): number[] {
  const compiled = plan.compiled
  const found: number[] = []
  for (let worker = 0; worker < compiled.workers.length; worker += 1) {
    const idle = plan.capacity[worker]! - plan.used[worker]!
    if (idle <= 0) continue
    for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1) {
      const pack = compiled.arcPackage[arc]!
      if (levels[pack] === 0 || !canTake(plan, arc)) continue
      const least = compiled.arcMinutes[arc]! * (plan.units[arc]! > 0 ? 1 : compiled.lotMin[pack]!)
      if (idle < least || plan.minutesFree(worker, compiled.release[pack]!, compiled.due[pack]!) < least) continue
      levels[pack] = 0
      found.push(pack)
    }
  }
  return found
}

function canTake(plan: OpenPlan, arc: number): boolean {
  return plan.compiled.arcGrowth[arc] === 0 && plan.compiled.arcValue[arc]! > 0 && plan.lotLeft(arc) > 0
}

function windowsMeet(plan: OpenPlan, one: number, other: number): boolean {
  return plan.compiled.due[one]! >= plan.compiled.release[other]! && plan.compiled.release[one]! <= plan.compiled.due[other]!
}
