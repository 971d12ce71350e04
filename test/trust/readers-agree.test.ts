import { sql } from 'kysely'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packagesOfOrder } from '../../src/delivery/store/clients.ts'
import { readMyHome } from '../../src/delivery/store/work.ts'
import { failedGates, gateKeys } from '../../src/matching/rules/problem/constraints.ts'
import { countOpenPackages } from '../../src/matching/store/board.ts'
import { readLiveState } from '../../src/matching/store/live-state.ts'
import { buildProblem, horizonFrom } from '../../src/matching/store/problem.ts'
import { lacksOf } from '../../src/orders/rules/eligibility.ts'
import { candidateFor, listOffers, openJobs, packagePeople, packageProgress } from '../../src/orders/store/index.ts'
import { minutesOn } from '../../src/people/rules/free-minutes.ts'
import type { Db } from '../../src/platform/db/db.ts'
import { readCapacity } from '../../src/sales/store.ts'
import { addDays, calendarDate, type CalendarDate, startOfDayInJapan } from '../../src/units/calendar-date.ts'
import { createProgramme, createWorld, type World } from '../support/world.ts'

/** Random worlds, and every reader is asked about them: all say what follows from what was put in. */
let first: World
const today = calendarDate('2026-11-20')
const dueOn = addDays(today, 20)
beforeAll(async () => {
  first = await createWorld({ today })
})
afterAll(() => first.close())

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const day = (offset: number): CalendarDate => addDays(today, offset)
const minutes = fc.oneof(fc.constant(0), fc.nat(180))

const anyWorld = fc.record({
  workers: fc.array(
    fc.record({
      week: fc.array(minutes, { minLength: 7, maxLength: 7 }),
      exceptions: fc.uniqueArray(fc.record({ offset: fc.integer({ min: -3, max: 30 }), minutes }), {
        maxLength: 4,
        selector: (each) => each.offset,
      }),
    }),
    { minLength: 2, maxLength: 2 },
  ),
  packages: fc.array(
    fc.record({
      order: fc.constantFrom('preparing', 'running', 'delivered', 'accepted', 'cancelled'),
      state: fc.constantFrom('ready', 'closed'),
      units: fc.integer({ min: 60, max: 300 }),
      unitMinutes: fc.integer({ min: 1, max: 10 }),
    }),
    { minLength: 2, maxLength: 2 },
  ),
  offers: fc.array(
    fc.record({
      worker: fc.nat(1),
      package: fc.nat(1),
      units: fc.integer({ min: 1, max: 20 }),
      state: fc.constantFrom('open', 'open', 'declined', 'withdrawn', 'expired'),
      answerIn: fc.option(fc.integer({ min: -2, max: 2 })),
    }),
    { maxLength: 4 },
  ),
  agreed: fc.array(
    fc.record({
      worker: fc.nat(1),
      package: fc.nat(1),
      more: fc.constantFrom(0, 0, 5),
      released: fc.nat(3),
      parts: fc.array(
        fc.record({ units: fc.integer({ min: 1, max: 4 }), fate: fc.constantFrom('waiting', 'accepted', 'returned', 'corrected') }),
        {
          maxLength: 3,
        },
      ),
    }),
    { maxLength: 3 },
  ),
})
type Given = typeof anyWorld extends fc.Arbitrary<infer T> ? T : never
type Agreed = Given['agreed'][number]

const handedIn = ({ parts }: Agreed, ...fates: string[]) =>
  sum(parts.filter((part) => fates.length === 0 || fates.includes(part.fate)).map((part) => part.units))
/** At least one unit is agreed; where nothing is more, everything was released or handed in. */
const agreedUnits = (agreed: Agreed) => Math.max(1, agreed.released + handedIn(agreed) + agreed.more)
const leftUnits = (agreed: Agreed) => agreedUnits(agreed) - agreed.released - handedIn(agreed)
const owedUnits = (agreed: Agreed) => leftUnits(agreed) + handedIn(agreed, 'returned')
const isOpen = (offer: Given['offers'][number]) => offer.state === 'open' && (offer.answerIn === null || offer.answerIn >= 0)

async function build(given: Given) {
  const world = await createProgramme(first.database, { today })
  const workers: string[] = []
  for (const { week, exceptions } of given.workers) {
    const { workerId } = await world.worker()
    for (const [index, value] of week.entries())
      await world.inside((db) =>
        sql`update people.free_minutes set minutes = ${value} where worker_id = ${workerId} and weekday = ${index + 1}`.execute(db),
      )
    for (const each of exceptions)
      await world.insert('people.free_minutes_exception', { workerId, onDate: day(each.offset), minutes: each.minutes })
    workers.push(workerId)
  }
  const packages: { id: string; orderId: string }[] = []
  for (const each of given.packages) {
    const orderId = await world.order({ state: each.order })
    const id = await world.package({
      orderId,
      state: each.state,
      units: each.units,
      unitMinutes: each.unitMinutes,
      dueOn,
    })
    packages.push({ id, orderId })
  }
  const pair = (each: { worker: number; package: number }) => ({ workerId: workers[each.worker]!, packageId: packages[each.package]!.id })
  for (const each of given.offers)
    await world.offer({
      ...pair(each),
      units: each.units,
      state: each.state,
      answerBy: each.answerIn === null ? null : day(each.answerIn),
    })
  for (const each of given.agreed) await agree(world, each, pair(each))
  return { world, workers, packages }
}

async function agree(world: World, agreed: Agreed, pair: { workerId: string; packageId: string }) {
  const assignmentId = await world.assignment({ ...pair, units: agreedUnits(agreed), dueOn })
  if (agreed.released > 0) await world.insert('orders.release', { id: crypto.randomUUID(), assignmentId, units: agreed.released })
  for (const { units, fate } of agreed.parts) {
    const submissionId = await world.submission({ assignmentId, units })
    if (fate === 'accepted') await world.acceptance(submissionId)
    if (fate !== 'returned' && fate !== 'corrected') continue
    const told = { item: 'Item', reason: 'Reason', evidence: 'Evidence', cause: 'orderer' as const, returnedBy: 'system' }
    await world.insert('delivery.rework', { submissionId, ...told, correctBy: dueOn, returnedOn: today })
    if (fate === 'corrected') await world.submission({ assignmentId, units, replaces: submissionId })
  }
}

const ofWorker = (given: Given, worker: number) => ({
  agreed: given.agreed.filter((each) => each.worker === worker),
  open: given.offers.filter((each) => each.worker === worker && isOpen(each)).length,
  minutesOn: (date: CalendarDate) => {
    const { week, exceptions } = given.workers[worker]!
    return minutesOn(
      week,
      exceptions.map((each) => ({ onDate: day(each.offset), minutes: each.minutes })),
      date,
    )
  },
})

/** What the readers say about one person. */
async function person(db: Db, workerId: string, packageIds: readonly string[]) {
  const home = await readMyHome(db, [workerId], startOfDayInJapan(today))
  const candidate = await candidateFor(db, workerId, [{ dueOn }], today)
  const state = await readLiveState(db, today)
  const planned = state.promised.filter((each) => each.workerId === workerId)
  const worker = buildProblem(state, horizonFrom(today, 20)).workers.find((each) => each.id === workerId)
  const offers = await listOffers(db, [workerId], { cursor: null, limit: 50, state: 'open' }, today)
  const decided = await listOffers(db, [workerId], { cursor: null, limit: 50, state: 'decided' }, today)
  return {
    owedAtHome: sum(home.work.map((work) => (work.leftUnits + work.toCorrectUnits) * work.unitMinutes)),
    owedInPlans: sum(planned.filter((each) => each.id.startsWith('assignment:')).map((each) => each.units * each.unitMinutes)),
    freeForMore: candidate?.freeMinutesUntil(dueOn),
    freeToday: home.todayMinutes,
    freeInPlans: worker?.minutesByDay,
    openOffers: [
      home.openOfferCount,
      offers.total,
      offers.rows.filter((offer) => offer.state === 'open').length,
      planned.filter((each) => each.id.startsWith('offer:')).length,
    ],
    openAmongDecided: decided.rows.filter((offer) => offer.state === 'open' || !packageIds.includes(offer.packageId)).length,
  }
}

function expectedPerson(given: Given, index: number) {
  const { agreed, open, minutesOn: on } = ofWorker(given, index)
  const owed = sum(agreed.map((each) => owedUnits(each) * given.packages[each.package]!.unitMinutes))
  return {
    owedAtHome: owed,
    owedInPlans: owed,
    freeForMore: sum(Array.from({ length: 21 }, (_, offset) => on(day(offset)))) - owed,
    freeToday: on(today),
    freeInPlans: Array.from({ length: 20 }, (_, offset) => on(day(offset + 1))),
    openOffers: [open, open, open, open],
    openAmongDecided: 0,
  }
}

/** What the readers say about one package. */
async function work(db: Db, { id, orderId }: { id: string; orderId: string }) {
  const { packages } = await readLiveState(db, today)
  const [job] = await openJobs(db, today, { packageId: id })
  const people = await packagePeople(db, id, today)
  const [delivered] = await packagesOfOrder(db, orderId)
  return {
    progress: (await packageProgress(db, [id], today)).get(id),
    forPlans: packages.find((each) => each.id === id)?.left ?? 0,
    forJobs: job?.unitsLeft ?? 0,
    openOffers: sum(people.offers.filter((offer) => offer.state === 'open').map((offer) => offer.units)),
    assigned: sum(people.assignments.map((each) => each.units - each.releasedUnits)),
    accepted: sum(people.assignments.map((each) => each.acceptedUnits)),
    acceptedForClient: delivered?.acceptedUnits,
  }
}

function expectedWork(given: Given, index: number) {
  const { units, order, state } = given.packages[index]!
  const agreed = given.agreed.filter((each) => each.package === index)
  const open = sum(given.offers.filter((each) => each.package === index && isOpen(each)).map((each) => each.units))
  const assigned = sum(agreed.map((each) => agreedUnits(each) - each.released))
  const received = sum(agreed.map((each) => handedIn(each)))
  const accepted = sum(agreed.map((each) => handedIn(each, 'accepted')))
  const left = units - open - assigned
  const wanted = state === 'ready' && (order === 'preparing' || order === 'running') ? Math.max(0, left) : 0
  return {
    progress: { units, open, assigned, received, accepted, left },
    forPlans: wanted,
    forJobs: wanted,
    openOffers: open,
    assigned,
    accepted,
    acceptedForClient: accepted,
  }
}

const finished = async (db: Db) =>
  (
    await sql<{ all: number; wrong: number }>`
    select count(*)::int as all, (count(*) filter (where is_done <> (left_units + waiting_units + to_correct_units = 0)))::int as wrong
    from orders.assignment_units`.execute(db)
  ).rows[0]

test('どの世界でも、空き時間・約束・打診・残りの数は、だれに聞いても同じ', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyWorld, async (given) => {
      const { world, workers, packages } = await build(given)
      await world.inside(async (db) => {
        for (const [index, workerId] of workers.entries())
          expect(
            await person(
              db,
              workerId,
              packages.map((each) => each.id),
            ),
          ).toEqual(expectedPerson(given, index))
        for (const [index, each] of packages.entries()) expect(await work(db, each)).toEqual(expectedWork(given, index))
        expect(await countOpenPackages(db, today)).toBe(packages.filter((_, index) => expectedWork(given, index).forPlans > 0).length)
        const { weeks } = await readCapacity(db, today)
        const offered = (offset: number) => sum(workers.map((_, index) => ofWorker(given, index).minutesOn(day(offset))))
        expect(weeks.map((week) => week.freeMinutes)).toEqual(
          [0, 7, 14, 21].map((from) => sum([0, 1, 2, 3, 4, 5, 6].map((n) => offered(from + n)))),
        )
        expect(await finished(db)).toEqual({ all: given.agreed.length, wrong: 0 })
      })
    }),
    { numRuns: 12 },
  )
})

test('候補者の一覧と計画は、同じ人を同じ理由で外す', () => {
  const levels = fc.record({ entry: fc.nat(3), design: fc.nat(3) })
  const equipment = fc.subarray(['pc', 'scanner', 'headset'])
  const site = fc.constantFrom('north', 'south', null)
  fc.assert(
    fc.property(levels, equipment, site, levels, equipment, site, (skills, owned, at, asked, needed, onSite) => {
      const worker = { skills, equipment: owned, site: at } as unknown as Parameters<typeof failedGates>[0]
      const pack = { skills: asked, equipment: needed, onSite, review: null } as unknown as Parameters<typeof failedGates>[1]
      const lacks = lacksOf(
        { isAvailable: true, skills, equipment: owned, siteId: at, freeMinutes: 1 },
        {
          skills: asked,
          equipment: needed,
          onSiteId: onSite,
          unitMinutes: 1,
          leastUnits: 1,
        },
      )
      expect([...new Set(lacks.map((lack) => lack.kind))]).toEqual(
        gateKeys(failedGates(worker, pack, { forbidden: false, declined: false })),
      )
    }),
  )
})
