import type { Db } from '../../platform/db/db.ts'
import { openPairs } from '../../orders/store/index.ts'
import { daysBetween, type CalendarDate } from '../../units/calendar-date.ts'
import type { PlanChanges } from '../contract/plans.ts'
import { brokenOffers, type BrokenOffer, type BrokenReason, type EarlierOffer } from '../rules/replan/holding.ts'
import { readPackages, readWorkers } from './board.ts'
import { readLiveState } from './live-state.ts'
import { plannedOffers, type PlannedOffer } from './planned.ts'
import type { PlanRow } from './plans.ts'
import { buildProblem, horizonFrom } from './problem.ts'
import { problemChanges, type Change } from './problem-changes.ts'

const mostShown = 8
const nothing: PlanChanges = { changes: [], more: 0, broken: [] }

/** Offers of a plan on the days of a problem that begins later. */
export const earlierOffers = (offers: readonly PlannedOffer[], passed: number): EarlierOffer[] =>
  offers.map(({ workerId, packageId, units, byDay }) => ({ worker: workerId, package: packageId, units, byDay: byDay.slice(passed) }))

/** A plan's problem as it would be today; what a repair would have handed over counts as given back. */
async function problemToday(db: Db, { freed, from, days }: PlanRow, today: CalendarDate) {
  const state = await readLiveState(db, today, freed)
  const horizon = horizonFrom(today, days)
  return { state, now: buildProblem(state, horizon), passed: Math.max(0, daysBetween(from, horizon.from)) }
}

/** These are refused by orders, under its lock; so is a second offer of the same work. */
const toldByOrders: readonly BrokenReason[] = ['person', 'work', 'units']

/** Those of some offers of a plan that do not hold today, apart from what orders refuses by itself. */
export async function readBroken(db: Db, row: PlanRow, offers: readonly PlannedOffer[], today: CalendarDate): Promise<BrokenOffer[]> {
  const { now, passed } = await problemToday(db, row, today)
  const asked = await openPairs(
    db,
    offers.map((offer) => offer.packageId),
    today,
  )
  return brokenOffers(now, earlierOffers(offers, passed)).filter(
    (each) => !toldByOrders.includes(each.reason) && !asked.has(`${each.worker}/${each.package}`),
  )
}

/** What is not as a plan knew it; nothing once people were asked by it. A repair is told only what does not hold: it is about one thing anyway. */
export async function readPlanChanges(db: Db, row: PlanRow, today: CalendarDate): Promise<PlanChanges> {
  if (row.state !== 'proposed' || row.problem === null || row.plan === null) return nothing
  const offers = plannedOffers(row.problem, row.plan)
  const { state, now, passed } = await problemToday(db, row, today)
  const broken = brokenOffers(now, earlierOffers(offers, passed)).map(({ worker, package: pack, reason }) => ({
    workerId: worker,
    packageId: pack,
    reason,
  }))
  if (row.kind === 'repair') return { ...nothing, broken }
  const settled = new Set(state.rules.filter((rule) => rule.rule === 'forbidden').map((rule) => `${rule.workerId} ${rule.packageId}`))
  const changes = problemChanges({ before: row.problem, now, passed, offers, isShort: row.plan.unfilled.length > 0 }).map((each) =>
    // A pair is also closed while the person holds a part of the package, or is asked for one.
    each.kind === 'forbidden' && !settled.has(`${each.workerId} ${each.packageId}`) ? { ...each, kind: 'held' as const } : each,
  )
  return { changes: await withNames(db, changes.slice(0, mostShown)), more: Math.max(0, changes.length - mostShown), broken }
}

async function withNames(db: Db, changes: readonly Change[]): Promise<PlanChanges['changes']> {
  const idsOf = (key: 'workerId' | 'packageId' | 'siteId') => [...new Set(changes.map((each) => each[key]).filter((id) => id !== null))]
  const people = new Map((await readWorkers(db, idsOf('workerId'))).map((each) => [each.id, each.displayName]))
  const packages = new Map((await readPackages(db, idsOf('packageId'))).map((each) => [each.id, each]))
  const siteIds = idsOf('siteId')
  const sites =
    siteIds.length === 0 ? [] : await db.selectFrom('programme.site').select(['id', 'name']).where('id', 'in', siteIds).execute()
  const siteNames = new Map(sites.map((site) => [site.id, site.name]))
  return changes.map(({ kind, workerId, packageId, siteId, before, after, dueOn }) => {
    const pack = packages.get(packageId ?? '')
    const title = pack?.title ?? siteNames.get(siteId ?? '') ?? ''
    return {
      kind,
      workerId,
      packageId,
      name: people.get(workerId ?? '') ?? '',
      title,
      unitName: pack?.unitName ?? '',
      before,
      after,
      dueOn,
    }
  })
}
