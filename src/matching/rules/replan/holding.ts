import { arcsById, compile, indexById } from '../problem/compile.ts'
import { exceptionsOf, failedGates, gateKeys, type Gate } from '../problem/constraints.ts'
import { OpenPlan } from '../plan/open-plan.ts'
import { placeLot } from '../plan/place-lot.ts'
import { type Accepted, type PairIds, pairKey, type Problem } from '../problem/problem.ts'

/** Why an offer of an earlier plan cannot be kept as it is. */
export type BrokenReason = Gate | 'person' | 'work' | 'units' | 'hours' | 'ceiling' | 'seats'
export type BrokenOffer = PairIds & { readonly reason: BrokenReason }
/** An offer with the days it was meant for, as minutes by day of the problem. */
export type EarlierOffer = Accepted & { readonly byDay: readonly number[] }

/**
 * Puts the offers of an earlier plan into an open plan of the problem as it is now. What is accepted there stands already. Of several offers of
 * one person the one that is due first is kept first; with `parts` as much is kept as fits, else an offer is kept whole or not at all.
 * Time for reviews is booked anew.
 */
export function keepOffers(
  problem: Problem,
  plan: OpenPlan,
  offers: readonly EarlierOffer[],
  { parts }: { readonly parts: boolean },
): BrokenOffer[] {
  const { compiled } = plan
  const arcs = arcsById(compiled)
  const packages = indexById(compiled.packages)
  const accepted = new Map(problem.accepted.map((each) => [pairKey(each), each.units]))
  const dueOf = (offer: Accepted) => compiled.due[packages.get(offer.package) ?? -1] ?? 0
  return offers
    .toSorted((a, b) => dueOf(a) - dueOf(b))
    .flatMap((offer) => {
      const stands = accepted.get(pairKey(offer))
      if (stands !== undefined) return stands < offer.units ? [{ ...pairOf(offer), reason: 'units' as const }] : []
      const arc = arcs(offer.worker, offer.package)
      if (arc < 0) return [{ ...pairOf(offer), reason: closedReason(problem, offer) }]
      const reason =
        sitAsBefore(plan, arc, offer) || placeLot(plan, arc, offer.units) === offer.units ? null : fullReason(plan, arc, offer.units)
      if (reason !== null && !parts && plan.units[arc]! > 0) plan.remove(arc, plan.units[arc]!)
      return reason === null ? [] : [{ ...pairOf(offer), reason }]
    })
}

/** The offers of an earlier plan that a problem does not allow as they are, with the first thing that is in the way. */
export const brokenOffers = (problem: Problem, offers: readonly EarlierOffer[]): BrokenOffer[] =>
  keepOffers(problem, new OpenPlan(compile(problem)), offers, { parts: false })

/** Seats are shared, so on-site work stays on its days where it can: put down afresh it might take the seats of others. */
function sitAsBefore(plan: OpenPlan, arc: number, { units, byDay }: EarlierOffer): boolean {
  const { compiled } = plan
  const pack = compiled.arcPackage[arc]!
  const first = compiled.packageSite[pack]! * compiled.days
  const minutes = byDay.reduce((sum, each) => sum + each, 0)
  // Growth work books its reviewers, so it is put down afresh.
  if (
    first < 0 ||
    compiled.arcGrowth[arc] === 1 ||
    minutes !== units * compiled.arcMinutes[arc]! ||
    plan.left[pack]! < units ||
    plan.lotLeft(arc) < units
  )
    return false
  if (minutes > plan.minutesFree(compiled.arcWorker[arc]!, compiled.release[pack]!, compiled.due[pack]!)) return false
  const room = plan.room(compiled.arcWorker[arc]!)
  const fits = byDay.every((used, day) => {
    if (used === 0) return true
    if (day < compiled.release[pack]! || day > compiled.due[pack]! || plan.seatsLeft[first + day]! < used || room.left(day, day) < used)
      return false
    room.add(day, day, used)
    return true
  })
  // The room was only borrowed for the trial.
  plan.refresh(compiled.arcWorker[arc]!)
  if (fits) plan.restore({ arc, units, seatDays: Float64Array.from({ length: compiled.days }, (_, day) => byDay[day] ?? 0), reviews: null })
  return fits
}

const pairOf = ({ worker, package: pack }: Accepted) => ({ worker, package: pack })

function closedReason(problem: Problem, offer: Accepted): BrokenReason {
  const worker = problem.workers.find((each) => each.id === offer.worker)
  const pack = problem.packages.find((each) => each.id === offer.package)
  if (!worker) return 'person'
  if (!pack) return 'work'
  const [gate] = gateKeys(failedGates(worker, pack, exceptionsOf(problem)(worker.id, pack.id)))
  return gate ?? 'hours'
}

/** Asked of the plan after as much as possible was placed. */
function fullReason(plan: OpenPlan, arc: number, units: number): BrokenReason {
  const { compiled } = plan
  const pack = compiled.arcPackage[arc]!
  const worker = compiled.arcWorker[arc]!
  const missing = units - plan.units[arc]!
  const minutes = missing * compiled.arcMinutes[arc]!
  if (plan.left[pack]! < missing || plan.lotLeft(arc) < missing) return 'units'
  if (compiled.ceiling[worker]! - plan.used[worker]! < minutes) return 'ceiling'
  return compiled.packageSite[pack]! >= 0 && plan.minutesFree(worker, compiled.release[pack]!, compiled.due[pack]!) >= minutes
    ? 'seats'
    : 'hours'
}
