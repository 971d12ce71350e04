import { skillGaps } from '../../../orders/rules/gates.ts'
import { canReview, type exceptionsOf, failedGates, gateBit, gateKeys, type Gate } from '../problem/constraints.ts'
import type { OpenPlan } from '../plan/open-plan.ts'
import type { Shortage, ShortageGate } from '../problem/plan.ts'
import type { WorkPackage } from '../problem/problem.ts'

type Exceptions = ReturnType<typeof exceptionsOf>

/** The first missing thing of a package with units left: a gate that nobody passes, else the capacity that is used up. */
export function shortageOf(plan: OpenPlan, pack: number, exceptions: Exceptions): Shortage {
  const compiled = plan.compiled
  const described = compiled.packages[pack]!
  const shortMinutes = plan.left[pack]! * described.unitMinutes
  if (compiled.packageStart[pack] === compiled.packageStart[pack + 1]) {
    const gate = firstClosedGate(plan, described, exceptions)
    return { gate, need: needOf(described, gate), shortMinutes, municipality: null }
  }
  const gate = usedUp(plan, pack)
  return { gate, need: needOf(described, gate), shortMinutes, municipality: municipalityOf(plan, pack) }
}

/** Goes through the gates in order and stops at the one that leaves nobody. */
function firstClosedGate(plan: OpenPlan, pack: WorkPackage, exceptions: Exceptions): Gate {
  let passed = 0
  let furthest: Gate = 'skill'
  for (const worker of plan.compiled.workers) {
    const failed = failedGates(worker, pack, exceptions(worker.id, pack.id))
    const first = gateKeys(failed)[0]
    if (first === undefined) return windowGate(plan, pack, exceptions)
    if (gateBit(first) > passed) {
      passed = gateBit(first)
      furthest = first
    }
  }
  return furthest
}

/** Somebody passes every gate that needs no hours, so it is the days: none in the window, or too few for one lot. */
function windowGate(plan: OpenPlan, pack: WorkPackage, exceptions: Exceptions): Gate {
  if (pack.releaseDay >= plan.compiled.days) return 'window'
  const some = plan.compiled.workers.some((worker) => {
    const open = failedGates(worker, pack, exceptions(worker.id, pack.id)) === 0
    return open && worker.minutesByDay.slice(pack.releaseDay, pack.dueDay + 1).some((minutes) => minutes > 0)
  })
  return some ? 'lot' : 'window'
}

function usedUp(plan: OpenPlan, pack: number): ShortageGate {
  const compiled = plan.compiled
  const described = compiled.packages[pack]!
  const lot = compiled.lotMin[pack]!
  if (plan.left[pack]! < lot) return 'lot'
  const site = compiled.packageSite[pack]!
  if (site >= 0) {
    let seats = 0
    for (let day = compiled.release[pack]!; day <= compiled.due[pack]!; day += 1) seats += plan.seatsLeft[site * compiled.days + day]!
    if (seats < lot * described.unitMinutes) return 'seats'
  }
  const arcs = compiled.byPackage.subarray(compiled.packageStart[pack]!, compiled.packageStart[pack + 1]!)
  if (arcs.every((arc) => compiled.arcGrowth[arc] === 1)) {
    const reviewers = compiled.workers.some(
      (worker) => canReview(worker, described) && skillGaps(worker.skills, described.skills).length === 0,
    )
    if (!reviewers || described.review !== null) return 'review'
  }
  return 'hours'
}

function needOf(pack: WorkPackage, gate: ShortageGate): Readonly<Record<string, number>> {
  if (gate === 'skill') return pack.skills
  if (gate === 'review') return pack.review?.skills ?? {}
  if (gate === 'equipment') return Object.fromEntries(pack.equipment.map((item) => [item, 1]))
  return {}
}

const peopleCounted = 300

/** Where most of the people live who could do the work, were there more hours; null when nobody says where they live. */
function municipalityOf(plan: OpenPlan, pack: number): string | null {
  const compiled = plan.compiled
  const counts = new Map<string, number>()
  for (
    let at = compiled.packageStart[pack]!;
    at < Math.min(compiled.packageStart[pack + 1]!, compiled.packageStart[pack]! + peopleCounted);
    at += 1
  ) {
    const municipality = compiled.workers[compiled.arcWorker[compiled.byPackage[at]!]!]!.municipality
    if (municipality !== null) counts.set(municipality, (counts.get(municipality) ?? 0) + 1)
  }
  let most: string | null = null
  for (const [municipality, count] of counts) {
    const best = most === null ? 0 : (counts.get(most) ?? 0)
    if (count > best || (count === best && most !== null && municipality < most)) most = municipality
  }
  return most
}
