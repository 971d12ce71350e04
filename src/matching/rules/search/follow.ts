import type { OpenPlan } from '../plan/open-plan.ts'
import { placeLot } from '../plan/place-lot.ts'
import type { Mean } from '../prices/tatonnement.ts'
import { tuning } from './tuning.ts'

/**
 * Gives everybody whole units of what the linear relaxation would do. Lots of some size are rounded. The many small ones of somebody who
 * is indifferent between packages become a few of least size, in the packages that are furthest behind what they should have by then, so
 * that every package gets about its sum.
 */
export function follow(plan: OpenPlan, order: Int32Array, mean: Mean): void {
  // Growth work comes first, because it also needs the hours of its reviewers.
  for (const growth of plan.compiled.reviewers.size > 0 ? [1, 0] : [0]) followIn(plan, order, mean, growth)
  plan.wished = null
}

/** Growth work and other work apart. */
function followIn(plan: OpenPlan, order: Int32Array, { seatMinutes, units }: Mean, growth: number): void {
  const compiled = plan.compiled
  const { arcGrowth, arcMinutes, arcPackage, lotMin, packages, start } = compiled
  /** Units that each package should have more by now. */
  const behind = new Float64Array(packages.length)
  const minutes = (arc: number) => units[arc]! * arcMinutes[arc]!
  const minutesBehind = (arc: number) => behind[arcPackage[arc]!]! * arcMinutes[arc]!
  const isShared = (pack: number) => compiled.units[pack]! >= 2 * lotMin[pack]!
  const place = (arc: number, wanted: number) => {
    plan.wished = seatMinutes.get(arc) ?? null
    const placed = placeLot(plan, arc, Math.max(lotMin[arcPackage[arc]!]!, Math.round(wanted)))
    behind[arcPackage[arc]!]! -= placed
    return placed * arcMinutes[arc]!
  }
  for (const worker of order) {
    const asked: number[] = []
    let all = 0
    let open = 0
    for (let arc = start[worker]!; arc < start[worker + 1]!; arc += 1) {
      all += minutes(arc)
      if (units[arc] === 0 || arcGrowth[arc] !== growth) continue
      open += minutes(arc)
      behind[arcPackage[arc]!]! += units[arc]!
      asked.push(arc)
    }
    const smallest = tuning.leastPart * all
    const large = asked.filter((arc) => minutes(arc) >= smallest).sort((a, b) => minutes(b) - minutes(a) || a - b)
    for (const arc of large) if (units[arc]! >= lotMin[arcPackage[arc]!]! / 2) open -= place(arc, units[arc]!)
    const small = asked
      .filter((arc) => minutes(arc) < smallest && isShared(arcPackage[arc]!))
      .sort((a, b) => minutesBehind(b) - minutesBehind(a) || a - b)
    for (const arc of small) if (open >= smallest / 2) open -= place(arc, smallest / arcMinutes[arc]!)
  }
}
