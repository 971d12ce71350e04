import type { Compiled } from './compile.ts'
import { municipalityPrices, objectiveOf, scoresOf, secondaryScale } from './objective.ts'
import type { Job, OpenPlan } from './open-plan.ts'
import type { Offer, Overload, Plan, PlanStats, ReviewTime, Unfilled } from './plan.ts'
import type { Problem } from './problem.ts'
import { cheapestSeats, type Prices } from './response.ts'
import { layOut } from './room.ts'
import { pairSets, shortageOf } from './shortage.ts'
import { rankStandby, probabilityOnTime } from './standby.ts'
import { whyOffer } from './why.ts'

/** Writes an open plan as the JSON of `kado plan`. */
export function report(problem: Problem, plan: OpenPlan, guide: Prices, workBound: number, stats: PlanStats): Plan {
  const compiled = plan.compiled
  const days = layOutDays(plan)
  const scores = scoresOf(plan, problem.municipalities)
  const objective = objectiveOf(plan, scores)
  const bound = Math.max(objective.total, workBound + (compiled.arcCount === 0 ? 0 : secondaryScale(compiled)))
  const standby = rankStandby(plan)
  return {
    offers: offersOf(plan, guide, days),
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

type LaidOut = {
  readonly byArc: ReadonlyMap<number, number[]>
  readonly reviews: ReviewTime[]
  readonly accepted: { worker: string; package: string; byDay: number[] }[]
  /** Accepted minutes that found no day, by worker. */
  readonly lost: ReadonlyMap<number, number>
}

function layOutDays(plan: OpenPlan): LaidOut {
  const byArc = new Map<number, number[]>()
  const reviews: ReviewTime[] = []
  const accepted: LaidOut['accepted'] = []
  const lost = new Map<number, number>()
  for (let worker = 0; worker < plan.compiled.workers.length; worker += 1) {
    if (plan.held[worker]!.length > 0 || plan.accepted.has(worker) || plan.reviewing.has(worker)) layOutWorker(plan, worker, { byArc, reviews, accepted, lost })
  }
  return { byArc, reviews, accepted, lost }
}

type Laying = { byArc: Map<number, number[]>; reviews: ReviewTime[]; accepted: LaidOut['accepted']; lost: Map<number, number> }

function layOutWorker(plan: OpenPlan, worker: number, out: Laying): void {
  const compiled = plan.compiled
  const person = compiled.workers[worker]!
  const acceptedJobs = plan.acceptedByPackage(worker)
  const reviewJobs = [...(plan.reviewing.get(worker) ?? [])]
  const offered = plan.held[worker]!.map((arc) => ({ arc, jobs: plan.jobsOfArc(arc) }))
  const jobs: Job[] = [...acceptedJobs.flatMap((one) => one.jobs), ...reviewJobs.map(([, job]) => job), ...offered.flatMap((one) => one.jobs)]
  const laid = layOut(compiled.hours.subarray(worker * compiled.days, (worker + 1) * compiled.days), jobs)
  let at = 0
  const merge = (count: number) => {
    if (count === 1) return laid[at++]!
    const byDay = new Array<number>(compiled.days).fill(0)
    for (const row of laid.slice(at, at + count)) row.forEach((minutes, day) => (byDay[day]! += minutes))
    at += count
    return byDay
  }
  for (const one of acceptedJobs) {
    const byDay = merge(one.jobs.length)
    const missing = one.jobs.reduce((sum, job) => sum + job.minutes, 0) - byDay.reduce((sum, minutes) => sum + minutes, 0)
    if (missing > 0) out.lost.set(worker, (out.lost.get(worker) ?? 0) + missing)
    out.accepted.push({ worker: person.id, package: compiled.packages[one.package]!.id, byDay })
  }
  for (const [arc, job] of reviewJobs) {
    const helped = compiled.workers[compiled.arcWorker[arc]!]!
    out.reviews.push({ worker: person.id, package: compiled.packages[compiled.arcPackage[arc]!]!.id, for: helped.id, minutes: job.minutes, byDay: merge(1) })
  }
  for (const one of offered) out.byArc.set(one.arc, merge(one.jobs.length))
}

function offersOf(plan: OpenPlan, prices: Prices, days: LaidOut): Offer[] {
  const compiled = plan.compiled
  const offers: Offer[] = []
  // The same few facts are told of thousands of offers: each is kept once.
  const known = new Map<string, string>()
  const once = (fact: string) => known.get(fact) ?? (known.set(fact, fact), fact)
  const cheapest = cheapestSeats(compiled, prices)
  for (let worker = 0; worker < compiled.workers.length; worker += 1) {
    for (const arc of [...plan.held[worker]!].sort((a, b) => a - b)) {
      offers.push({
        worker: compiled.workers[worker]!.id,
        package: compiled.packages[compiled.arcPackage[arc]!]!.id,
        units: plan.units[arc]!,
        minutes: plan.units[arc]! * compiled.arcMinutes[arc]!,
        byDay: days.byArc.get(arc)!,
        why: whyOffer(plan, arc, prices, cheapest).map(once),
      })
    }
  }
  return offers
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
function overloadsOf(plan: OpenPlan, days: LaidOut): Overload[] {
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
