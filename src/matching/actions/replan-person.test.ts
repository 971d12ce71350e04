import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { findPlan, finishPlan, insertPlan, listPlans, setPlanState } from '../store/plans.ts'
import { buildProblem, horizonFrom } from '../store/problem.ts'
import { readLiveState } from '../store/live-state.ts'
import { solve } from '../rules/solve.ts'
import { replanPerson } from './replan-person.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const proposals = async () => (await world.inside((db) => listPlans(db, 'repair', 50))).filter((row) => row.state === 'proposed')
const replan = (workerId: string) => replanPerson(world.database, world.programmeId, workerId, world.now)
const setHours = (workerId: string, minutes: number) =>
  world.inside((db) => db.updateTable('people.free_minutes').set({ minutes }).where('workerId', '=', workerId).execute())
const setState = (workerId: string, state: DB['people.worker']['state']) =>
  world.inside((db) => db.updateTable('people.worker').set({ state }).where('id', '=', workerId).execute())

/** Somebody has promised 40 units of six minutes for the next five days, today included; another person has an hour a day. */
async function given() {
  await world.inside((db) => db.updateTable('orders.package').set({ state: 'closed' }).execute())
  await world.inside((db) => db.updateTable('matching.plan').set({ state: 'discarded' }).execute())
  await world.inside((db) => db.updateTable('people.worker').set({ state: 'left' }).execute())
  const packageId = await world.package({ units: 40, unitMinutes: 6, dueOn: '2026-11-24' })
  const { workerId } = await world.worker({ freeMinutes: 60 })
  const helper = await world.worker({ freeMinutes: 60 })
  const assignmentId = await world.assignment({ packageId, workerId, units: 40, dueOn: '2026-11-24' })
  return { packageId, workerId, helperId: helper.workerId, assignmentId }
}

it('約束が収まるうちは、何も出さない', async () => {
  const { workerId } = await given()
  await replan(workerId)
  expect(await proposals()).toEqual([])
})

it('空き時間が減ると、収まらない分だけを引き継ぐ案を出し、だれにも送らない', async () => {
  const { workerId, packageId, helperId, assignmentId } = await given()
  const director = await world.person('director')
  const offers = await world.count('orders.offer')
  await setHours(workerId, 24)
  await replan(workerId)
  // Five days of 24 minutes hold 20 of the 40 units.
  const [head] = await proposals()
  expect(head).toMatchObject({ cause: 'hours-changed', handsOver: true, offerCount: 1 })
  const row = await world.inside((db) => findPlan(db, head?.id ?? ''))
  expect(row?.freed).toEqual([{ assignmentId, packageId, units: 20 }])
  expect(row?.plan?.offers).toMatchObject([{ worker: helperId, package: packageId, units: 20 }])
  expect(await world.count('orders.offer')).toBe(offers)
  const news = await world.inside((db) =>
    db.selectFrom('platform.notification').select(['kind', 'link']).where('userId', '=', director.userId).execute(),
  )
  expect(news).toEqual([{ kind: 'matching.repair-proposed', link: `/plan/${head?.id}` }])
})

it('前から空いていた分は、引き継ぎの案に入れない', async () => {
  const { workerId, packageId } = await given()
  await world.inside((db) => db.updateTable('orders.package').set({ units: 60 }).where('id', '=', packageId).execute())
  await setHours(workerId, 24)
  await replan(workerId)
  const [head] = await proposals()
  const row = await world.inside((db) => findPlan(db, head?.id ?? ''))
  expect(row?.plan?.offers.reduce((sum, offer) => sum + offer.units, 0)).toBe(20)
})

it('また収まるようになると、案は消える', async () => {
  const { workerId } = await given()
  await setHours(workerId, 24)
  await replan(workerId)
  await setHours(workerId, 60)
  await replan(workerId)
  expect(await proposals()).toEqual([])
})

it('休みに入ると、残り全部を引き継ぐ案を出す', async () => {
  const { workerId, helperId } = await given()
  await setState(workerId, 'paused')
  await replan(workerId)
  const [head] = await proposals()
  expect(head).toMatchObject({ cause: 'away', handsOver: true })
  const row = await world.inside((db) => findPlan(db, head?.id ?? ''))
  expect(row?.freed).toMatchObject([{ units: 40 }])
  // Four days of an hour from tomorrow on hold all of it.
  expect(row?.plan?.offers).toMatchObject([{ worker: helperId, units: 40 }])
})

/** An offered plan that knew the person's hours, and work that nobody could take then. */
async function givenOpenWork() {
  const { workerId } = await given()
  await world.inside((db) => db.updateTable('people.worker').set({ wantedMonthlyMinutes: 6_000 }).where('id', '=', workerId).execute())
  const orderId = await world.order()
  const openId = await world.package({ units: 10, unitMinutes: 6, dueOn: '2026-12-10', orderId })
  const planId = newId()
  const horizon = horizonFrom(calendarDate(world.today))
  await world.inside(async (db) => {
    await insertPlan(db, {
      programmeId: world.programmeId,
      id: planId,
      kind: 'whole',
      packageId: null,
      cause: null,
      ...horizon,
      secondsLimit: 5,
      by: '',
      now: world.now,
    })
    const problem = buildProblem(await readLiveState(db, calendarDate(world.today)), horizon)
    await finishPlan(db, planId, { problem, plan: solve(problem) }, world.now)
    await setPlanState(db, planId, 'offered', world.now)
  })
  await setHours(workerId, 120)
  return { workerId, openId, orderId }
}

it('空き時間が増えると、残っている仕事をその人に打診する案を出す', async () => {
  const { workerId, openId } = await givenOpenWork()
  await replan(workerId)
  const [head] = await proposals()
  expect(head).toMatchObject({ cause: 'hours-changed', handsOver: false })
  const row = await world.inside((db) => findPlan(db, head?.id ?? ''))
  expect(row?.plan?.offers).toMatchObject([{ worker: workerId, package: openId, units: 10 }])
})
