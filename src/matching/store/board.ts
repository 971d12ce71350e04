import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import { packageProgress } from '../../orders/store/index.ts'
import { addDays, type CalendarDate } from '../../units/calendar-date.ts'
import type { Board, totals as totalsShape } from '../contract/plans.ts'
import type { Plan } from '../rules/problem/plan.ts'
import type { Problem } from '../rules/problem/problem.ts'
import { plannedOffers, type PlannedOffer } from './planned.ts'
import type { PlanRow } from './plans.ts'
import { isPromised } from './problem.ts'
import { remediesOf, restByWorker, skillNeeds, type Names } from './remedies.ts'

type Totals = z.output<typeof totalsShape>

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Published packages that are due after today and have units nobody holds or was offered. */
export async function countOpenPackages(db: Db, today: CalendarDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from orders.package_units(${today}::date) u
    join orders.package p on p.programme_id = u.programme_id and p.id = u.package_id
    where u.is_wanted and u.left_units > 0 and p.due_on > ${today}::date`.execute(db)
  return rows[0]?.count ?? 0
}

export async function readNames(db: Db): Promise<Names> {
  const skills = await db.selectFrom('people.skill').select(['key', 'nameJa', 'nameEn']).execute()
  const cities = await db.selectFrom('programme.municipality').select(['id', 'name']).execute()
  return {
    skills: new Map(skills.map((skill) => [skill.key, { key: skill.key, nameJa: skill.nameJa, nameEn: skill.nameEn }])),
    municipalities: new Map(cities.map((city) => [city.id, city.name])),
  }
}

export const readPackages = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('orders.package as p')
        .innerJoin('orders.client_order as o', (join) => sameTenant(join, 'o.id', 'p.orderId'))
        .select(['p.id', 'p.orderId', 'p.title', 'p.unitName', 'p.unitMinutes', 'p.unitPriceYen', 'p.dueOn', 'o.title as orderTitle'])
        .where('p.id', 'in', [...ids])
        .execute()
type PackageRow = Awaited<ReturnType<typeof readPackages>>[number]

async function readPackageName(db: Db, packageId: string): Promise<{ title: string; unitName: string } | null> {
  const row = await db.selectFrom('orders.package').select(['title', 'unitName']).where('id', '=', packageId).executeTakeFirst()
  return row ? { title: row.title, unitName: row.unitName } : null
}

export const readWorkers = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('people.worker')
        .select(['id', 'displayName', 'municipalityId'])
        .where('id', 'in', [...ids])
        .execute()

/** A plan as the board shows it; without a result the lists are empty. */
export async function readBoard(db: Db, row: PlanRow): Promise<Board> {
  const rules = await readRules(db)
  const head = await readHead(db, row)
  if (row.problem === null || row.plan === null) return { ...head, ...nothing, rules }
  const { problem, plan } = row
  const offers = plannedOffers(problem, plan)
  const open = problem.packages.filter((pack) => !isPromised(pack.id))
  const packages = new Map(
    (
      await readPackages(
        db,
        open.map((pack) => pack.id),
      )
    ).map((each) => [each.id, each]),
  )
  const people = await readWorkers(db, [
    ...new Set([...offers.map((offer) => offer.workerId), ...plan.overloads.map((each) => each.worker)]),
  ])
  const names = await readNames(db)
  const prices = new Map([...packages.values()].map((each) => [each.id, each.unitPriceYen]))
  return {
    ...head,
    offerCount: offers.length,
    stopped: plan.stats.stopped,
    gap: plan.gap,
    totals: totalsOf(problem, plan, offers, prices),
    overdue: row.kind === 'whole' ? await readOverdue(db, row.from) : [],
    freed: await readFreed(db, row),
    packages: open.flatMap((pack) => {
      const known = packages.get(pack.id)
      return known ? [packageOnBoard(known, pack.units, offers, plan, row.days)] : []
    }),
    people: peopleOnBoard(problem, plan, offers, people, names),
    offers: offers.map(({ byDay, ...offer }) => ({
      ...offer,
      byDay: [...byDay],
      feeYen: offer.units * (prices.get(offer.packageId) ?? 0),
    })),
    unfilled: unfilledOnBoard(problem, plan, packages, names),
    overloads: plan.overloads.map((each) => ({
      workerId: each.worker,
      name: people.find((one) => one.id === each.worker)?.displayName ?? '',
      kind: each.kind,
      shortMinutes: each.shortMinutes,
    })),
    rules,
  }
}

const noTotals: Totals = {
  offers: 0,
  people: 0,
  packages: 0,
  minutes: 0,
  feeYen: 0,
  openMinutes: 0,
  unfilledMinutes: 0,
  wanting: 0,
  freeMinutes: 0,
}
const nothing = {
  stopped: null,
  gap: null,
  totals: noTotals,
  freed: [],
  overdue: [],
  packages: [],
  people: [],
  offers: [],
  unfilled: [],
  overloads: [],
}

async function readHead(db: Db, row: PlanRow) {
  const { id, kind, state, cause, packageId, refreshesId, from, days, fault, askedAt, finishedAt, offeredAt } = row
  const packageTitle = packageId === null ? null : ((await readPackageName(db, packageId))?.title ?? null)
  const workerName = row.workerId === null ? null : ((await readWorkers(db, [row.workerId]))[0]?.displayName ?? null)
  return {
    id,
    kind,
    state,
    cause,
    packageId,
    packageTitle,
    workerName,
    handsOver: row.freed.length > 0,
    refreshesId,
    from,
    days,
    fault,
    askedAt,
    finishedAt,
    offeredAt,
    offerCount: 0,
    progress: progressOf(row),
  }
}

async function readFreed(db: Db, { freed }: PlanRow): Promise<Board['freed']> {
  const packages = await readPackages(
    db,
    freed.map((each) => each.packageId),
  )
  return freed.flatMap(({ packageId, units }) => {
    const pack = packages.find((each) => each.id === packageId)
    return pack ? [{ packageId, title: pack.title, units, unitName: pack.unitName, dueOn: pack.dueOn }] : []
  })
}

export function progressOf({ progress }: PlanRow) {
  if (progress === null) return null
  return {
    stage: progress.stage,
    seconds: progress.seconds,
    share: progress.work > 0 && progress.bound > 0 ? Math.min(1, progress.work / progress.bound) : null,
  }
}

async function readRules(db: Db): Promise<Board['rules']> {
  const rows = await db
    .selectFrom('matching.pair_rule as r')
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'r.workerId'))
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'r.packageId'))
    .select(['r.workerId', 'r.packageId', 'r.rule', 'r.units', 'w.displayName', 'p.title'])
    .where('p.state', '=', 'ready')
    .orderBy('r.setAt')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    workerId: row.workerId,
    packageId: row.packageId,
    workerName: row.displayName,
    packageTitle: row.title,
    rule: row.rule === 'pinned' ? 'pinned' : 'forbidden',
    units: row.units,
  }))
}

export function totalsOf(problem: Problem, plan: Plan, offers: readonly PlannedOffer[], prices: ReadonlyMap<string, number>): Totals {
  const minutesOf = new Map(problem.packages.map((pack) => [pack.id, pack.unitMinutes]))
  const free = problem.workers.filter((worker) => worker.wantedMinutes !== 0 && sum(worker.minutesByDay) > 0)
  return {
    offers: offers.length,
    people: new Set(offers.map((offer) => offer.workerId)).size,
    packages: new Set(offers.map((offer) => offer.packageId)).size,
    minutes: sum(offers.map((offer) => offer.minutes)),
    feeYen: sum(offers.map((offer) => offer.units * (prices.get(offer.packageId) ?? 0))),
    openMinutes: sum(problem.packages.filter((pack) => !isPromised(pack.id)).map((pack) => pack.units * pack.unitMinutes)),
    unfilledMinutes: sum(plan.unfilled.map((each) => each.units * (minutesOf.get(each.package) ?? 0))),
    wanting: free.length,
    freeMinutes: sum(free.map((worker) => sum(worker.minutesByDay))),
  }
}

const addDaysUp = (lists: readonly (readonly number[])[], days: number): number[] =>
  Array.from({ length: days }, (_, day) => lists.reduce((total, list) => total + (list[day] ?? 0), 0))

function packageOnBoard(
  known: PackageRow,
  units: number,
  offers: readonly PlannedOffer[],
  plan: Plan,
  days: number,
): Board['packages'][number] {
  const own = offers.filter((offer) => offer.packageId === known.id)
  return {
    packageId: known.id,
    orderId: known.orderId,
    title: known.title,
    orderTitle: known.orderTitle,
    unitName: known.unitName,
    unitMinutes: known.unitMinutes,
    dueOn: known.dueOn,
    units,
    plannedUnits: sum(own.map((offer) => offer.units)),
    people: own.length,
    byDay: addDaysUp(
      own.map((offer) => offer.byDay),
      days,
    ),
    onTime: plan.onTime[known.id] ?? null,
  }
}

function peopleOnBoard(
  problem: Problem,
  plan: Plan,
  offers: readonly PlannedOffer[],
  people: Awaited<ReturnType<typeof readWorkers>>,
  names: Names,
): Board['people'] {
  const workers = new Map(problem.workers.map((worker) => [worker.id, worker]))
  const planned = Map.groupBy(offers, (offer) => offer.workerId)
  const promised = Map.groupBy(
    plan.acceptedByDay.filter((each) => isPromised(each.package)),
    (each) => each.worker,
  )
  return people
    .flatMap((person) => {
      const worker = workers.get(person.id)
      const own = planned.get(person.id) ?? []
      if (!worker || own.length === 0) return []
      const plannedByDay = addDaysUp(
        own.map((offer) => offer.byDay),
        problem.days,
      )
      const promisedByDay = addDaysUp(
        (promised.get(person.id) ?? []).map((each) => each.byDay),
        problem.days,
      )
      return [
        {
          workerId: person.id,
          name: person.displayName,
          municipalityName: names.municipalities.get(person.municipalityId) ?? '',
          freeByDay: [...worker.minutesByDay],
          plannedByDay,
          promisedByDay,
          wantedMinutes: worker.wantedMinutes,
          plannedMinutes: sum(plannedByDay),
          promisedMinutes: sum(promisedByDay),
        },
      ]
    })
    .sort((a, b) => b.plannedMinutes - a.plannedMinutes || (a.workerId < b.workerId ? -1 : 1))
}

function unfilledOnBoard(problem: Problem, plan: Plan, packages: ReadonlyMap<string, PackageRow>, names: Names): Board['unfilled'] {
  const rest = restByWorker(problem, plan)
  return plan.unfilled
    .flatMap((each) => {
      const pack = problem.packages.find((one) => one.id === each.package)
      const known = packages.get(each.package)
      if (!pack || !known) return []
      return [
        {
          packageId: pack.id,
          title: known.title,
          unitName: known.unitName,
          units: each.units,
          minutes: each.units * pack.unitMinutes,
          dueOn: known.dueOn,
          gate: each.reason.gate,
          skills: skillNeeds(problem, pack.skills, names),
          remedies: remediesOf(problem, pack, each, rest, names),
        },
      ]
    })
    .sort((a, b) => b.minutes - a.minutes)
}

/** Published packages whose due date the plan could not reach, with units left. */
async function readOverdue(db: Db, from: CalendarDate): Promise<Board['overdue']> {
  const rows = await db
    .selectFrom('orders.package as p')
    .innerJoin('orders.client_order as o', (join) => sameTenant(join, 'o.id', 'p.orderId'))
    .select(['p.id', 'p.title', 'p.dueOn', 'p.unitName'])
    .where('p.state', '=', 'ready')
    .where('o.state', '=', 'running')
    .where('p.dueOn', '<', from)
    .orderBy('p.dueOn')
    .limit(100)
    .execute()
  const progress = await packageProgress(
    db,
    rows.map((row) => row.id),
    addDays(from, -1),
  )
  return rows.flatMap((row) => {
    const units = progress.get(row.id)?.left ?? 0
    return units > 0 ? [{ packageId: row.id, title: row.title, dueOn: row.dueOn, units, unitName: row.unitName }] : []
  })
}
