import { skillGaps } from '../../orders/rules/gates.ts'
import type { OfferReason } from '../../orders/rules/offer-reason.ts'
import type { Db } from '../../platform/db/db.ts'
import { isGrowth } from '../rules/problem/constraints.ts'
import type { Plan } from '../rules/problem/plan.ts'
import type { Problem } from '../rules/problem/problem.ts'
import { isPromised } from './problem.ts'

export interface PlannedOffer {
  workerId: string
  packageId: string
  units: number
  minutes: number
  byDay: readonly number[]
  isPinned: boolean
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** What a plan proposes, pinned pairs included: the engine holds those as accepted, but nobody has been asked yet. */
export function plannedOffers(problem: Problem, plan: Plan): PlannedOffer[] {
  const days = new Map(plan.acceptedByDay.map((each) => [`${each.worker} ${each.package}`, each.byDay]))
  const minutesOf = new Map(problem.packages.map((pack) => [pack.id, pack.unitMinutes]))
  const pinned = problem.accepted.filter((each) => !isPromised(each.package))
  return [
    ...pinned.map((each) => ({
      workerId: each.worker,
      packageId: each.package,
      units: each.units,
      minutes: each.units * (minutesOf.get(each.package) ?? 0),
      byDay: days.get(`${each.worker} ${each.package}`) ?? [],
      isPinned: true,
    })),
    ...plan.offers.map((offer) => ({
      workerId: offer.worker,
      packageId: offer.package,
      units: offer.units,
      minutes: offer.minutes,
      byDay: offer.byDay,
      isPinned: false,
    })),
  ]
}

/** The same by `worker package`. */
export const plannedPairs = (problem: Problem, plan: Plan): Map<string, PlannedOffer> =>
  new Map(plannedOffers(problem, plan).map((offer) => [`${offer.workerId} ${offer.packageId}`, offer]))

/** Gives the reasons that a worker is told for an offer of this problem: facts about the work and the time, at most four. */
export async function reasonsOf(db: Db, problem: Problem, plan: Plan) {
  const given = new Map<string, number>()
  for (const work of [...plan.offers, ...plan.acceptedByDay]) given.set(work.worker, (given.get(work.worker) ?? 0) + sum(work.byDay))
  const names = new Map(
    (await db.selectFrom('people.skill').select(['key', 'nameJa', 'nameEn']).execute()).map((skill) => [skill.key, skill]),
  )
  const sites = new Map((await db.selectFrom('programme.site').select(['id', 'name']).execute()).map((site) => [site.id, site.name]))
  const workers = new Map(problem.workers.map((worker) => [worker.id, worker]))
  const packages = new Map(problem.packages.map((pack) => [pack.id, pack]))
  return (offer: PlannedOffer): OfferReason[] => {
    const worker = workers.get(offer.workerId)
    const pack = packages.get(offer.packageId)
    if (!worker || !pack) throw new Error('an offer about somebody who is not in the problem')
    const skills = Object.entries(pack.skills).map(([key, level]) => ({
      nameJa: names.get(key)?.nameJa ?? key,
      nameEn: names.get(key)?.nameEn ?? key,
      level,
    }))
    const ability: OfferReason = isGrowth(skillGaps(worker.skills, pack.skills), pack)
      ? { code: 'grows' }
      : skills.length > 0
        ? { code: 'skills', skills }
        : { code: 'no-skill' }
    const reasons: OfferReason[] = [
      ability,
      { code: 'time', minutes: offer.minutes, freeMinutes: sum(worker.minutesByDay.slice(pack.releaseDay, pack.dueDay + 1)) },
    ]
    const site = pack.onSite === null ? undefined : sites.get(pack.onSite)
    if (site !== undefined) reasons.push({ code: 'site', name: site })
    // Told only where it is true: everything together stays within what the person wants.
    const wanted = worker.wantedMinutes ?? 0
    if (wanted > 0 && (given.get(worker.id) ?? 0) <= wanted) reasons.push({ code: 'wanted', minutes: wanted })
    return reasons
  }
}
