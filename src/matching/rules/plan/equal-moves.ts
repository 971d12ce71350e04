import type { OpenPlan } from './open-plan.ts'

export type Part = { readonly arc: number; readonly units: number }

/** Growth work is left where it is because reviewers are booked for it, and so is whatever is locked. */
export function isMovable(plan: OpenPlan, arc: number): boolean {
  return plan.compiled.arcGrowth[arc] === 0 && !plan.locked.has(arc)
}

/** Whether a unit of a package is worth exactly the same and takes the same minutes with another person. */
export function isEqualWork(plan: OpenPlan, from: number, to: number): boolean {
  const { arcMinutes, arcValue, arcWorker } = plan.compiled
  return arcValue[from] === arcValue[to] && arcMinutes[from] === arcMinutes[to] && arcWorker[from] !== arcWorker[to]
}

/** Whether an arc would have no lot or a proper one after so many units are taken away. */
export function mayGive(plan: OpenPlan, { arc, units }: Part): boolean {
  const rest = plan.units[arc]! - units
  return units > 0 && (rest === 0 || rest >= plan.compiled.lotMin[plan.compiled.arcPackage[arc]!]!)
}

/** Whether an arc would have a proper lot with so many units more. */
export function mayTake(plan: OpenPlan, { arc, units }: Part): boolean {
  return plan.units[arc]! + units >= plan.compiled.lotMin[plan.compiled.arcPackage[arc]!]! && units <= plan.lotLeft(arc)
}

/** Takes parts of a plan away and places others; where one of them does not fit everything is put back, and the answer is false. */
export function exchange(plan: OpenPlan, given: readonly Part[], taken: readonly Part[]): boolean {
  const before = given.map(({ arc }) => plan.snapshot(arc))
  for (const { arc, units } of given) plan.remove(arc, units)
  for (const { arc, units } of taken) {
    if (plan.fitWithin(arc, units) < units) {
      for (const state of before.reverse()) plan.restore(state)
      return false
    }
    before.push(plan.snapshot(arc))
    plan.place(arc, units)
  }
  return true
}
