import { isElsewhere, missingEquipment, type SkillGap, skillGaps } from '../../../orders/rules/gates.ts'
import { pairKey, type Problem, type Worker, type WorkPackage } from './problem.ts'

/**
 * Every rule that a plan obeys, by name. A gate decides on one worker and one package; a capacity is shared.
 * The order of the gates is the order in which a reason is told: the first failed gate is the answer to "why not".
 */
export const gates = ['skill', 'equipment', 'site', 'forbidden', 'declined', 'window', 'lot'] as const
export const capacities = ['hours', 'ceiling', 'seats', 'demand', 'lotSize', 'indivisible', 'review', 'accepted'] as const

export type Gate = (typeof gates)[number]
type Capacity = (typeof capacities)[number]
export type ConstraintKey = Gate | Capacity

const bitOf = {
  skill: 1,
  equipment: 2,
  site: 4,
  forbidden: 8,
  declined: 16,
  window: 32,
  lot: 64,
} as const satisfies Record<Gate, number>

export function gateBit(gate: Gate): number {
  return bitOf[gate]
}

/** The names of the gates in a set of bits, in the order in which they are told. */
export function gateKeys(bits: number): Gate[] {
  return gates.filter((gate) => (bits & bitOf[gate]) !== 0)
}

type PairExceptions = { readonly forbidden: boolean; readonly declined: boolean }

/** What is settled for single pairs, by the ids of worker and package. */
export function exceptionsOf(problem: Problem): (worker: string, pack: string) => PairExceptions {
  const forbidden = new Set(problem.pairs.filter((pair) => pair.forbidden).map(pairKey))
  const declined = new Set(problem.declined.map(pairKey))
  return (worker, pack) => {
    const key = pairKey({ worker, package: pack })
    return { forbidden: forbidden.has(key), declined: declined.has(key) }
  }
}

/** Whether a person grows by this work: exactly one skill is exactly one level short and the package is reviewed. */
export function isGrowth(gaps: readonly SkillGap[], pack: WorkPackage): boolean {
  const gap = gaps[0]
  return pack.review !== null && gaps.length === 1 && gap !== undefined && gap.asked - gap.had === 1
}

export function canReview(worker: Worker, pack: WorkPackage): boolean {
  return pack.review !== null && skillGaps(worker.skills, pack.review.skills).length === 0
}

/** Whole minutes of review for so many minutes of growth work; 0.2 × 60 is 12 and not a hair more. */
export function reviewMinutes(share: number, minutes: number): number {
  return Math.ceil(share * minutes - 1e-9)
}

/** The gates that a worker fails for a package as bits, without those that need the hours of the worker (window, lot). */
export function failedGates(worker: Worker, pack: WorkPackage, exceptions: PairExceptions): number {
  const gaps = skillGaps(worker.skills, pack.skills)
  let failed = 0
  if (gaps.length > 0 && !isGrowth(gaps, pack)) failed |= bitOf.skill
  if (missingEquipment(worker.equipment, pack.equipment).length > 0) failed |= bitOf.equipment
  if (isElsewhere(worker.site, pack.onSite)) failed |= bitOf.site
  if (exceptions.forbidden) failed |= bitOf.forbidden
  if (exceptions.declined) failed |= bitOf.declined
  return failed
}
