import type { Db } from '../../platform/db/db.ts'
import { isGrowth, skillGaps } from '../rules/constraints.ts'
import type { Plan } from '../rules/plan.ts'
import type { Problem } from '../rules/problem.ts'
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
    ...plan.offers.map((offer) => ({ workerId: offer.worker, packageId: offer.package, units: offer.units, minutes: offer.minutes, byDay: offer.byDay, isPinned: false })),
  ]
}

/** The same by `worker package`. */
export const plannedPairs = (problem: Problem, plan: Plan): Map<string, PlannedOffer> =>
  new Map(plannedOffers(problem, plan).map((offer) => [`${offer.workerId} ${offer.packageId}`, offer]))

/** Gives the facts that a worker is told about an offer of this problem. */
export async function reasonFacts(db: Db, problem: Problem, plan: Plan) {
  const given = new Map<string, number>()
  for (const work of [...plan.offers, ...plan.acceptedByDay]) given.set(work.worker, (given.get(work.worker) ?? 0) + sum(work.byDay))
  const names = new Map((await db.selectFrom('people.skill').select(['key', 'name_ja']).execute()).map((skill) => [skill.key, skill.name_ja]))
  const sites = new Map((await db.selectFrom('programme.site').select(['id', 'name']).execute()).map((site) => [site.id, site.name]))
  const workers = new Map(problem.workers.map((worker) => [worker.id, worker]))
  const packages = new Map(problem.packages.map((pack) => [pack.id, pack]))
  return (offer: PlannedOffer) => {
    const worker = workers.get(offer.workerId)
    const pack = packages.get(offer.packageId)
    if (!worker || !pack) throw new Error('an offer about somebody who is not in the problem')
    return {
      skills: Object.entries(pack.skills).map(([key, level]) => ({ name: names.get(key) ?? key, level })),
      grows: isGrowth(skillGaps(worker.skills, pack.skills), pack),
      minutes: offer.minutes,
      freeMinutes: sum(worker.minutesByDay.slice(pack.releaseDay, pack.dueDay + 1)),
      // Told only where it is true: everything together stays within what the person wants.
      wantedMinutes: worker.wantedMinutes !== null && (given.get(worker.id) ?? 0) <= worker.wantedMinutes ? worker.wantedMinutes : null,
      siteName: pack.onSite === null ? null : (sites.get(pack.onSite) ?? null),
    }
  }
}
