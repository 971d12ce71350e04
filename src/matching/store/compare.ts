import type { Db } from '../../platform/db/db.ts'
import type { Comparison } from '../contract/plans.ts'
import { readPackages, readWorkers, totalsOf } from './board.ts'
import { plannedOffers, type PlannedOffer } from './planned.ts'
import type { PlanRow } from './plans.ts'
import { isPromised } from './problem.ts'

const mostRows = 500

/** Two plans figure by figure and pair by pair; null when one of them has no result. */
export async function readComparison(db: Db, now: PlanRow, before: PlanRow): Promise<Comparison | null> {
  const [is, was] = [await sideOf(db, now), await sideOf(db, before)]
  if (is === null || was === null) return null
  const pairs = [...new Set([...is.offers.keys(), ...was.offers.keys()])].flatMap((pair) => {
    const [unitsNow, unitsBefore] = [is.offers.get(pair)?.units ?? 0, was.offers.get(pair)?.units ?? 0]
    const [workerId = '', packageId = ''] = pair.split(' ')
    return unitsNow === unitsBefore ? [] : [{ workerId, packageId, unitsNow, unitsBefore }]
  })
  const shown = pairs.slice(0, mostRows)
  const people = new Map(
    (await readWorkers(db, [...new Set(shown.map((pair) => pair.workerId))])).map((each) => [each.id, each.displayName]),
  )
  const packages = new Map((await readPackages(db, [...new Set(shown.map((pair) => pair.packageId))])).map((each) => [each.id, each]))
  const rows = shown.map((pair) => ({
    ...pair,
    workerName: people.get(pair.workerId) ?? '',
    title: packages.get(pair.packageId)?.title ?? '',
    unitName: packages.get(pair.packageId)?.unitName ?? '',
  }))
  return {
    now: is.figures,
    before: was.figures,
    added: pairs.filter((pair) => pair.unitsBefore === 0).length,
    dropped: pairs.filter((pair) => pair.unitsNow === 0).length,
    changed: pairs.filter((pair) => pair.unitsNow > 0 && pair.unitsBefore > 0).length,
    rows: rows.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.workerName < b.workerName ? -1 : 1)),
  }
}

async function sideOf(db: Db, row: PlanRow): Promise<{ figures: Comparison['now']; offers: ReadonlyMap<string, PlannedOffer> } | null> {
  if (row.problem === null || row.plan === null) return null
  const offers = plannedOffers(row.problem, row.plan)
  const packages = await readPackages(
    db,
    row.problem.packages.filter((pack) => !isPromised(pack.id)).map((pack) => pack.id),
  )
  const figures = totalsOf(row.problem, row.plan, offers, new Map(packages.map((each) => [each.id, each.unitPriceYen])))
  return {
    figures: { ...figures, gap: row.plan.gap },
    offers: new Map(offers.map((offer) => [`${offer.workerId} ${offer.packageId}`, offer])),
  }
}
