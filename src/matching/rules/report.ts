import type { Compiled } from './compile.ts'
import { municipalityPrices, objectiveOf, scoresOf, secondaryScale } from './objective.ts'
import { layOutWorker, PlanOffers } from './offers.ts'
import type { OpenPlan } from './open-plan.ts'
import type { OpenOffersPlan, Overload, Plan, PlanStats, ReviewTime, Unfilled } from './plan.ts'
import type { Problem } from './problem.ts'
import type { Prices } from './question.ts'
import { pairSets, shortageOf } from './shortage.ts'
import { rankStandby, probabilityOnTime } from './standby.ts'

/** Writes an open plan as the JSON of `kado plan`; the plan must not be changed while its offers are read. */
export function report(problem: Problem, plan: OpenPlan, guide: Prices, workBound: number, stats: PlanStats): OpenOffersPlan {
  const compiled = plan.compiled
  const days = fixedDays(plan)
  const scores = scoresOf(plan, problem.municipalities)
  const objective = objectiveOf(plan, scores)
  const bound = Math.max(objective.total, workBound + (compiled.arcCount === 0 ? 0 : secondaryScale(compiled)))
  const standby = rankStandby(plan)
  return {
    offers: new PlanOffers(plan, guide),
    reviews: days.reviews,
    acceptedByDay: days.accepted,
    unfilled: unfilledOf(problem, plan),
    overloads: overloadsOf(plan, days),
    objective,
    scores,
    bound,
    gap: bound > 0 ? (bound - objective.total) / bound : 0,
    prices: pricesOf(problem, plan, guide),
    standby: namesOf(compiled, standby),
    onTime: probabilityOnTime(plan, standby),
    stats,
  }
}

type Days = {
  readonly reviews: readonly ReviewTime[]
  readonly accepted: OpenOffersPlan['acceptedByDay']
  /** Accepted minutes that found no day, by worker. */
  readonly lost: ReadonlyMap<number, number>
}

/** The days of accepted work and of reviews; those of offers are laid out when the offers are read. */
function fixedDays(plan: OpenPlan): Days {
  const { arcPackage, arcWorker, packages, workers } = plan.compiled
  const reviews: ReviewTime[] = []
  const accepted: { worker: string; package: string; byDay: number[] }[] = []
  const lost = new Map<number, number>()
  for (const [worker, { id }] of workers.entries()) {
    if (!plan.accepted.has(worker) && !plan.reviews.byReviewer.has(worker)) continue
    const laid = layOutWorker(plan, worker)
    for (const { byDay, missing, package: pack } of laid.accepted) {
      if (missing > 0) lost.set(worker, (lost.get(worker) ?? 0) + missing)
      accepted.push({ worker: id, package: packages[pack]!.id, byDay })
    }
    for (const { arc, byDay, minutes } of laid.reviews) {
      reviews.push({ worker: id, package: packages[arcPackage[arc]!]!.id, for: workers[arcWorker[arc]!]!.id, minutes, byDay })
    }
  }
  return { reviews, accepted, lost }
}

function unfilledOf(problem: Problem, plan: OpenPlan): Unfilled[] {
  const sets = pairSets(problem)
  const unfilled: Unfilled[] = []
  plan.compiled.packages.forEach((pack, index) => {
    const units = plan.left[index]!
    if (units > 0) unfilled.push({ package: pack.id, units, reason: shortageOf(plan, index, sets) })
  })
  return unfilled
}

/** Accepted work is never moved or cut here: where it does not fit any more, the answer says so with the minutes. */
function overloadsOf(plan: OpenPlan, days: Days): Overload[] {
  const compiled = plan.compiled
  const overloads: Overload[] = []
  for (const [worker, minutes] of days.lost) overloads.push({ kind: 'accepted-hours', worker: compiled.workers[worker]!.id, package: null, shortMinutes: minutes })
  for (const [worker, minutes] of plan.acceptedWithoutSeat) overloads.push({ kind: 'accepted-seats', worker: compiled.workers[worker]!.id, package: null, shortMinutes: minutes })
  for (const worker of plan.accepted.keys()) {
    const over = plan.used[worker]! - compiled.ceiling[worker]!
    if (over > 0) overloads.push({ kind: 'accepted-ceiling', worker: compiled.workers[worker]!.id, package: null, shortMinutes: over })
  }
  return overloads
}

function namesOf(compiled: Compiled, standby: ReadonlyMap<number, readonly number[]>): Record<string, string[]> {
  const names: Record<string, string[]> = {}
  for (const [pack, arcs] of standby) names[compiled.packages[pack]!.id] = arcs.map((arc) => compiled.workers[compiled.arcWorker[arc]!]!.id)
  return names
}

function pricesOf(problem: Problem, plan: OpenPlan, prices: Prices): Plan['prices'] {
  const compiled = plan.compiled
  const round = (value: number) => Math.round(value * 1e6) / 1e6
  const byPackage: Record<string, number> = {}
  compiled.packages.forEach((pack, index) => (byPackage[pack.id] = round(prices.package[index]! / pack.unitMinutes)))
  const site: Record<string, number[]> = {}
  compiled.siteIds.forEach((id, index) => (site[id] = Array.from(prices.seat.subarray(index * compiled.days, (index + 1) * compiled.days), round)))
  return { package: byPackage, site, municipality: municipalityPrices(plan, problem.municipalities) }
}
