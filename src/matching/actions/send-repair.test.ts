import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { systemActor } from '../../platform/access.ts'
import { newId } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { solve } from '../rules/solve.ts'
import { readLiveState } from '../store/live-state.ts'
import { findPlan, finishPlan, insertPlan } from '../store/plans.ts'
import { buildProblem, horizonFrom } from '../store/problem.ts'
import { sendRepair } from './send-repair.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** A repair of one package that one person could take, in an order that says whether repairs are sent. */
async function given(areSent: boolean, dueOn = '2026-12-10') {
  const packageId = await world.package({ units: 10, dueOn, orderId: await world.order({ repairsAreSent: areSent }) })
  await world.worker()
  const horizon = horizonFrom(calendarDate(world.today))
  const planId = newId()
  return world.inside(async (db) => {
    await insertPlan(db, {
      programmeId: world.programmeId,
      id: planId,
      kind: 'repair',
      packageId,
      cause: 'declined',
      ...horizon,
      secondsLimit: 5,
      by: 'system',
      now: world.now,
    })
    const problem = buildProblem(await readLiveState(db, calendarDate(world.today)), horizon, [packageId])
    const plan = solve(problem)
    await finishPlan(db, planId, { problem, plan }, world.now)
    await sendRepair(world.context(db, { ...systemActor }), planId, { problem, plan })
    return { packageId, plan: await findPlan(db, planId) }
  })
}

const offersOf = (packageId: string) =>
  world.inside((db) => db.selectFrom('orders.offer').select(['units', 'state', 'answerBy']).where('packageId', '=', packageId).execute())

it('受注がそう決めていれば、案はすぐに打診になる', async () => {
  const { packageId, plan } = await given(true)
  expect(plan?.state).toBe('offered')
  expect(await offersOf(packageId)).toMatchObject([{ units: 10, state: 'open', answerBy: '2026-11-23' }])
})

it('納期が3日より近ければ、返事の日は納期の日', async () => {
  const { packageId } = await given(true, '2026-11-21')
  expect(await offersOf(packageId)).toMatchObject([{ state: 'open', answerBy: '2026-11-21' }])
})

it('そうでなければ、ディレクターを待つ', async () => {
  const { packageId, plan } = await given(false)
  expect(plan?.state).toBe('proposed')
  expect(await offersOf(packageId)).toEqual([])
})
