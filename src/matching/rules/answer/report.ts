import type { Compiled } from '../problem/compile.ts'
import { exceptionsOf } from '../problem/constraints.ts'
import { minutesOf } from '../problem/fixed-work.ts'
import { municipalityPrices, objectiveOf, scoresOf, secondaryScale } from '../plan/objective.ts'
import { layOutWorker, PlanOffers } from './offers.ts'
import type { OpenPlan } from '../plan/open-plan.ts'
import type { OpenOffersPlan, Overload, Plan, PlanStats, ReviewTime, Unfilled } from '../problem/plan.ts'
import type { Problem } from '../problem/problem.ts'
import type { Prices } from '../prices/question.ts'
import { shortageOf } from './shortage.ts'
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
    overloads: overloadsOf(plan),
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
}

/** The days of accepted work and of reviews; those of offers are laid out when the offers are read. */
function fixedDays(plan: OpenPlan): Days {
  const { arcPackage, arcWorker, packages, workers } = plan.compiled
  const reviews: ReviewTime[] = []
  const accepted: { worker: string; package: string; byDay: number[] }[] = []
  for (const [worker, { id }] of workers.entries()) {
    if (!plan.accepted.has(worker) && !plan.reviews.byReviewer.has(worker)) continue
    const laid = layOutWorker(plan, worker)
    for (const { byDay, package: pack } of laid.accepted) accepted.push({ worker: id, package: packages[pack]!.id, byDay })
    for (const { arc, byDay, minutes } of laid.reviews) {
      reviews.push({ worker: id, package: packages[arcPackage[arc]!]!.id, for: workers[arcWorker[arc]!]!.id, minutes, byDay })
    }
  }
  return { reviews, accepted }
}

function unfilledOf(problem: Problem, plan: OpenPlan): Unfilled[] {
  const exceptions = exceptionsOf(problem)
  const unfilled: Unfilled[] = []
  plan.compiled.packages.forEach((pack, index) => {
    const units = plan.left[index]!
    if (units > 0) unfilled.push({ package: pack.id, units, reason: shortageOf(plan, index, exceptions) })
  })
  return unfilled
}

/** Accepted work is never moved or cut here: where it does not fit any more, the answer says so with the minutes. */
function overloadsOf(plan: OpenPlan): Overload[] {
  const { ceiling, promised, workers } = plan.compiled
  const overloads: Overload[] = []
  const tell = (kind: Overload['kind'], worker: number, shortMinutes: number) => {
    if (shortMinutes > 0) overloads.push({ kind, worker: workers[worker]!.id, package: null, shortMinutes })
  }
  for (const [worker, { jobs, withoutSeat }] of promised) {
    tell('accepted-hours', worker, minutesOf(jobs) - minutesOf(plan.accepted.get(worker) ?? []))
    tell('accepted-seats', worker, withoutSeat)
    tell('accepted-ceiling', worker, plan.used[worker]! - ceiling[worker]!)
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
  compiled.siteIds.forEach(
    (id, index) => (site[id] = Array.from(prices.seat.subarray(index * compiled.days, (index + 1) * compiled.days), round)),
  )
  return { package: byPackage, site, municipality: municipalityPrices(plan, problem.municipalities) }
}
