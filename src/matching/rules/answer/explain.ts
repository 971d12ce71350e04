import { levelOf, missingEquipment, skillGaps, lotRange } from '../../../orders/rules/gates.ts'
import { canReview, exceptionsOf, failedGates, gateKeys, isGrowth, reviewMinutes, type Gate } from '../problem/constraints.ts'
import type { Plan } from '../problem/plan.ts'
import type { Problem, Worker, WorkPackage } from '../problem/problem.ts'

/** A fact about a person and a package, with the numbers that prove it; every one can be worked out again from the problem and the plan. */
export type Reason =
  | { readonly kind: 'skill-short'; readonly skill: string; readonly asked: number; readonly had: number }
  | { readonly kind: 'skill-met'; readonly skill: string; readonly asked: number; readonly had: number }
  | { readonly kind: 'equipment-missing'; readonly items: readonly string[] }
  | { readonly kind: 'other-site'; readonly asked: string; readonly had: string | null }
  | { readonly kind: 'pair-forbidden' }
  | { readonly kind: 'declined-before' }
  | { readonly kind: 'no-hours-in-window'; readonly releaseDay: number; readonly dueDay: number }
  | {
      readonly kind: 'lot-does-not-fit'
      readonly lotMinutes: number
      readonly freeMinutes: number
      readonly releaseDay: number
      readonly dueDay: number
    }
  | { readonly kind: 'accepted'; readonly units: number }
  | { readonly kind: 'offered'; readonly units: number; readonly minutes: number; readonly lastDay: number; readonly dueDay: number }
  | { readonly kind: 'grows'; readonly skill: string; readonly reviewers: readonly string[]; readonly reviewMinutes: number }
  | { readonly kind: 'hours-taken'; readonly freeMinutes: number; readonly lotMinutes: number; readonly byPackages: readonly string[] }
  | { readonly kind: 'ceiling-reached'; readonly minutes: number; readonly ceiling: number; readonly lotMinutes: number }
  | { readonly kind: 'all-given'; readonly units: number; readonly people: number }
  | { readonly kind: 'rest-too-small'; readonly unitsLeft: number; readonly lotUnits: number }
  | { readonly kind: 'seats-taken'; readonly site: string; readonly seatMinutesLeft: number; readonly lotMinutes: number }
  | { readonly kind: 'reviewers-taken'; readonly freeMinutes: number; readonly reviewMinutes: number }
  | { readonly kind: 'given-to'; readonly worker: string; readonly cost: number; readonly costHere: number }
  | { readonly kind: 'no-room'; readonly minutes: number; readonly usedMinutes: number; readonly ceiling: number }
  | { readonly kind: 'would-fit'; readonly units: number }
  | { readonly kind: 'scarce'; readonly price: number }
  | { readonly kind: 'next-in-line'; readonly workers: readonly string[] }

export type Explanation = {
  readonly worker: string
  readonly package: string
  readonly status: 'offered' | 'accepted' | 'not-offered' | 'not-possible'
  /** The first one is the answer; the others say more. */
  readonly reasons: readonly Reason[]
}

export type ExplainedPlan = Pick<Plan, 'offers' | 'reviews' | 'acceptedByDay' | 'prices' | 'standby'>

/** Why this person has or has not been offered a package; null when one of them is not in the problem. */
export function explain(problem: Problem, plan: ExplainedPlan, workerId: string, packageId: string): Explanation | null {
  const worker = problem.workers.find((one) => one.id === workerId)
  const pack = problem.packages.find((one) => one.id === packageId)
  if (worker === undefined || pack === undefined) return null
  const told = (status: Explanation['status'], reasons: Reason[]): Explanation => ({
    worker: workerId,
    package: packageId,
    status,
    reasons,
  })
  if (problem.objective === 'assignment-cost') return told(...whyAssigned(problem, plan, worker, packageId))
  const accepted = problem.accepted.find((one) => one.worker === workerId && one.package === packageId)
  if (accepted !== undefined) return told('accepted', [{ kind: 'accepted', units: accepted.units }])
  const pair = { problem, plan, worker, pack, unitMinutes: minutesPerUnit(problem, worker, pack) }
  const offer = plan.offers.find((one) => one.worker === workerId && one.package === packageId)
  if (offer !== undefined) return told('offered', whyOffered(pair, offer))
  const closed = whyClosed(pair)
  if (closed.length > 0) return told('not-possible', closed)
  return told('not-offered', whyNotOffered(pair))
}

type PairView = {
  readonly problem: Problem
  readonly plan: ExplainedPlan
  readonly worker: Worker
  readonly pack: WorkPackage
  readonly unitMinutes: number
}

function minutesPerUnit(problem: Problem, worker: Worker, pack: WorkPackage): number {
  return problem.pairs.find((pair) => pair.worker === worker.id && pair.package === pack.id)?.unitMinutes ?? pack.unitMinutes
}

function whyOffered(view: PairView, offer: Plan['offers'][number]): Reason[] {
  const { pack, worker, plan } = view
  const reasons: Reason[] = [
    {
      kind: 'offered',
      units: offer.units,
      minutes: offer.minutes,
      lastDay: offer.byDay.findLastIndex((minutes) => minutes > 0),
      dueDay: pack.dueDay,
    },
  ]
  const gaps = skillGaps(worker.skills, pack.skills)
  for (const [skill, asked] of Object.entries(pack.skills)) {
    if (!gaps.some((gap) => gap.skill === skill)) reasons.push({ kind: 'skill-met', skill, asked, had: levelOf(worker.skills, skill) })
  }
  const gap = gaps[0]
  if (gap !== undefined && isGrowth(gaps, pack)) {
    const reviews = plan.reviews.filter((review) => review.for === worker.id && review.package === pack.id)
    reasons.push({
      kind: 'grows',
      skill: gap.skill,
      reviewers: reviews.map((review) => review.worker),
      reviewMinutes: reviews.reduce((sum, review) => sum + review.minutes, 0),
    })
  }
  return [...reasons, ...scarcity(view)]
}

/** A price below this is within the error of the price search. */
const leastPrice = 0.01

/** A package that is given out whole and still has a price is one that more people could do than there is work. */
function scarcity({ plan, pack, problem }: PairView): Reason[] {
  const reasons: Reason[] = []
  const price = plan.prices.package[pack.id] ?? 0
  if (price >= leastPrice && unitsLeft({ plan, pack, problem }) === 0) reasons.push({ kind: 'scarce', price })
  const next = plan.standby[pack.id] ?? []
  if (next.length > 0) reasons.push({ kind: 'next-in-line', workers: next })
  return reasons
}

function unitsLeft({ plan, pack, problem }: Pick<PairView, 'plan' | 'pack' | 'problem'>): number {
  return [...plan.offers, ...problem.accepted].reduce((left, one) => (one.package === pack.id ? left - one.units : left), pack.units)
}

/** The gates that are closed, in the order in which they are told. */
function whyClosed(view: PairView): Reason[] {
  const { problem, worker, pack } = view
  const exceptions = exceptionsOf(problem)(worker.id, pack.id)
  const reasons = gateKeys(failedGates(worker, pack, exceptions)).flatMap((gate) => gateReasons(gate, worker, pack))
  return reasons.length > 0 ? reasons : hoursGate(view)
}

function gateReasons(gate: Gate, worker: Worker, pack: WorkPackage): Reason[] {
  switch (gate) {
    case 'skill':
      return skillGaps(worker.skills, pack.skills).map((gap) => ({ kind: 'skill-short', ...gap }))
    case 'equipment':
      return [{ kind: 'equipment-missing', items: missingEquipment(worker.equipment, pack.equipment) }]
    case 'site':
      return [{ kind: 'other-site', asked: pack.onSite ?? '', had: worker.site }]
    case 'forbidden':
      return [{ kind: 'pair-forbidden' }]
    case 'declined':
      return [{ kind: 'declined-before' }]
    case 'window':
    case 'lot':
      return []
  }
}

function hoursGate({ worker, pack, unitMinutes }: PairView): Reason[] {
  const { dueDay, releaseDay } = pack
  const freeMinutes = worker.minutesByDay.slice(releaseDay, dueDay + 1).reduce((sum, minutes) => sum + minutes, 0)
  if (freeMinutes === 0) return [{ kind: 'no-hours-in-window', releaseDay, dueDay }]
  const lotMinutes = lotRange(pack, pack.maxShare).min * unitMinutes
  if (freeMinutes < lotMinutes) return [{ kind: 'lot-does-not-fit', lotMinutes, freeMinutes, releaseDay, dueDay }]
  return worker.maxMinutes !== null && worker.maxMinutes < lotMinutes
    ? [{ kind: 'ceiling-reached', minutes: 0, ceiling: worker.maxMinutes, lotMinutes }]
    : []
}

/** Every gate is open, so something shared is used up; the first thing that stands in the way comes first. */
function whyNotOffered(view: PairView): Reason[] {
  const { problem, plan, worker, pack, unitMinutes } = view
  const lot = lotRange(pack, pack.maxShare)
  const left = unitsLeft(view)
  if (left === 0)
    return [
      {
        kind: 'all-given',
        units: pack.units,
        people: [...plan.offers, ...problem.accepted].filter((one) => one.package === pack.id).length,
      },
      ...scarcity(view),
    ]
  if (left < lot.min) return [{ kind: 'rest-too-small', unitsLeft: left, lotUnits: lot.min }]
  const lotMinutes = lot.min * unitMinutes
  const free = freeMinutes(view, worker)
  if (worker.maxMinutes !== null && free.ofCeiling < lotMinutes)
    return [{ kind: 'ceiling-reached', minutes: worker.maxMinutes - free.ofCeiling, ceiling: worker.maxMinutes, lotMinutes }]
  if (free.inWindow < lotMinutes) {
    return [
      {
        kind: 'hours-taken',
        freeMinutes: free.inWindow,
        lotMinutes,
        byPackages: plan.offers.filter((one) => one.worker === worker.id).map((one) => one.package),
      },
    ]
  }
  const seatMinutesLeft = pack.onSite === null ? free.inWindow : seatsFree(view, free.byDay)
  if (pack.onSite !== null && seatMinutesLeft < lotMinutes) return [{ kind: 'seats-taken', site: pack.onSite, seatMinutesLeft, lotMinutes }]
  const reviewed = isGrowth(skillGaps(worker.skills, pack.skills), pack) ? reviewersFree(view) : null
  const share = pack.review?.share ?? 0
  if (reviewed !== null && reviewed < reviewMinutes(share, lotMinutes))
    return [{ kind: 'reviewers-taken', freeMinutes: reviewed, reviewMinutes: reviewMinutes(share, lotMinutes) }]
  const minutes = Math.min(free.ofCeiling, seatMinutesLeft, reviewed === null || share === 0 ? Number.POSITIVE_INFINITY : reviewed / share)
  return [{ kind: 'would-fit', units: Math.min(left, lot.max, Math.floor(minutes / unitMinutes)) }]
}

type Free = { readonly byDay: readonly number[]; readonly inWindow: number; readonly ofCeiling: number }

/** What the plan leaves free of a person's days in the window of the package, and of the ceiling. */
function freeMinutes(view: PairView, worker: Worker): Free {
  const { pack } = view
  const used = usedByDay(view, worker)
  const byDay = worker.minutesByDay.map((minutes, day) =>
    day >= pack.releaseDay && day <= pack.dueDay ? Math.max(0, minutes - (used[day] ?? 0)) : 0,
  )
  const inWindow = byDay.reduce((sum, minutes) => sum + minutes, 0)
  return {
    byDay,
    inWindow,
    ofCeiling: worker.maxMinutes === null ? inWindow : Math.max(0, worker.maxMinutes - used.reduce((sum, minutes) => sum + minutes, 0)),
  }
}

function reviewersFree(view: PairView): number {
  const reviewers = view.problem.workers.filter((one) => one.id !== view.worker.id && canReview(one, view.pack))
  return reviewers.map((one) => freeMinutes(view, one)).reduce((sum, free) => sum + Math.min(free.inWindow, free.ofCeiling), 0)
}

/** Minutes of the worker that the plan uses, by day. */
function usedByDay({ problem, plan }: PairView, worker: Worker): number[] {
  const used = new Array<number>(problem.days).fill(0)
  for (const list of [plan.offers, plan.reviews, plan.acceptedByDay]) {
    for (const one of list) if (one.worker === worker.id) one.byDay.forEach((minutes, day) => (used[day] = (used[day] ?? 0) + minutes))
  }
  return used
}

/** Seat minutes free on days on which the worker is free too. */
function seatsFree({ problem, plan, pack }: PairView, freeByDay: readonly number[]): number {
  const seats = problem.sites.find((site) => site.id === pack.onSite)?.seatMinutesByDay ?? []
  const atSite = new Set(problem.packages.filter((one) => one.onSite === pack.onSite).map((one) => one.id))
  const used = new Array<number>(problem.days).fill(0)
  for (const one of [...plan.offers, ...plan.acceptedByDay]) {
    if (atSite.has(one.package)) one.byDay.forEach((minutes, day) => (used[day] = (used[day] ?? 0) + minutes))
  }
  return freeByDay.reduce((sum, minutes, day) => sum + Math.max(0, Math.min(minutes, (seats[day] ?? 0) - (used[day] ?? 0))), 0)
}

/** In the assignment problem only the pairs, their costs and the capacities speak. */
function whyAssigned(problem: Problem, plan: ExplainedPlan, worker: Worker, packageId: string): [Explanation['status'], Reason[]] {
  const pairOf = (workerId: string) => problem.pairs.find((pair) => pair.worker === workerId && pair.package === packageId)
  const pair = pairOf(worker.id)
  const holder = plan.offers.find((one) => one.package === packageId)
  if (holder?.worker === worker.id)
    return ['offered', [{ kind: 'offered', units: holder.units, minutes: holder.minutes, lastDay: 0, dueDay: 0 }]]
  if (problem.declined.some((one) => one.worker === worker.id && one.package === packageId))
    return ['not-possible', [{ kind: 'declined-before' }]]
  if (pair === undefined || pair.forbidden || pair.cost === null || pair.unitMinutes === null)
    return ['not-possible', [{ kind: 'pair-forbidden' }]]
  const ceiling = worker.maxMinutes ?? 0
  if (pair.unitMinutes > ceiling) return ['not-possible', [{ kind: 'no-room', minutes: pair.unitMinutes, usedMinutes: 0, ceiling }]]
  const usedMinutes = plan.offers.reduce((sum, one) => (one.worker === worker.id ? sum + one.minutes : sum), 0)
  const reasons: Reason[] = []
  if (holder !== undefined)
    reasons.push({ kind: 'given-to', worker: holder.worker, cost: pairOf(holder.worker)?.cost ?? 0, costHere: pair.cost })
  if (usedMinutes + pair.unitMinutes > ceiling) reasons.push({ kind: 'no-room', minutes: pair.unitMinutes, usedMinutes, ceiling })
  return ['not-offered', reasons.length > 0 ? reasons : [{ kind: 'would-fit', units: 1 }]]
}
