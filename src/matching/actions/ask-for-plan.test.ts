import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { contextOf } from '../../platform/action.ts'
import { systemActor } from '../../platform/access.ts'
import { calculate, reactions } from '../jobs.ts'
import { findPlan, insertPlan } from '../store/plans.ts'
import { horizonFrom } from '../store/problem.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { askForPlan } from './ask-for-plan.ts'

const clear = (world: World) => world.inside((db) => db.updateTable('matching.plan').set({ state: 'discarded' }).execute())

async function given(world: World, { units = 100, running = false } = {}) {
  await clear(world)
  await world.inside((db) => db.updateTable('orders.package').set({ state: 'closed' }).execute())
  if (units > 0) await world.package({ units })
  const actor = await world.person('director')
  if (running) await world.inside((db) => insertPlan(db, planOf(world)))
  return { actor, input: { days: 28, seconds: 5 } }
}

const planOf = (world: World) => ({
  programmeId: world.programmeId,
  id: newId(),
  kind: 'whole' as const,
  packageId: null,
  cause: null,
  ...horizonFrom(calendarDate(world.today)),
  secondsLimit: 5,
  by: 'somebody',
  now: world.now,
})

actionSuite(askForPlan, {
  arrange: (world) => given(world),
  check: async (world, { planId }) => {
    const row = await world.inside((db) => findPlan(db, planId))
    expect(row).toMatchObject({ state: 'running', from: '2026-11-21', days: 28, secondsLimit: 5 })
  },
  refusals: {
    'already-running': (world) => given(world, { running: true }),
    'nothing-to-plan': (world) => given(world, { units: 0 }),
  },
  namesNoRecord: true,
  invalid: [{ input: { days: 3 }, path: 'days' }],
})

describe('計画の計算', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.close())

  async function calculated(): Promise<NonNullable<Awaited<ReturnType<typeof findPlan>>>> {
    await clear(world)
    const plan = planOf(world)
    await world.inside((db) => insertPlan(db, plan))
    await calculate(world.database, world.programmeId, plan.id)
    const row = await world.inside((db) => findPlan(db, plan.id))
    if (!row) throw new Error('the plan is gone')
    return row
  }

  it('働ける人の空き時間に、残りの数を置く。約束した分と返事待ちの分は空けておく', async () => {
    const packageId = await world.package({ units: 50, unitMinutes: 6, dueOn: '2026-11-24' })
    const { workerId } = await world.worker({ freeMinutes: 60 })
    const busy = await world.worker({ freeMinutes: 60 })
    const other = await world.package({ units: 40, unitMinutes: 6, dueOn: '2026-11-24' })
    await world.assignment({ packageId: other, workerId: busy.workerId, units: 25, dueOn: '2026-11-24' })
    await world.offer({ packageId: other, workerId: busy.workerId, units: 15, dueOn: '2026-11-24' })
    const row = await calculated()
    expect(row.state).toBe('proposed')
    // Four days of 60 minutes hold 40 units of six minutes; the other person has promised 240 of 240 minutes.
    expect(row.plan?.offers).toMatchObject([{ worker: workerId, package: packageId, units: 40, minutes: 240 }])
    expect(row.plan?.unfilled).toMatchObject([{ package: packageId, units: 10, reason: { gate: 'hours' } }])
  })

  it('断った人と手放した人には、同じ仕事を勧めない', async () => {
    await world.inside((db) => db.updateTable('orders.package').set({ state: 'closed' }).execute())
    const packageId = await world.package({ units: 20 })
    const decliner = await world.worker()
    await world.offer({ packageId, workerId: decliner.workerId, units: 10, state: 'declined' })
    const releaser = await world.worker()
    const assignmentId = await world.assignment({ packageId, workerId: releaser.workerId, units: 10 })
    await world.insert('orders.release', { id: newId(), assignmentId, units: 10 })
    const row = await calculated()
    const asked = row.plan?.offers.map((offer) => offer.worker) ?? []
    expect(asked.length).toBeGreaterThan(0)
    expect(asked).not.toContain(decliner.workerId)
    expect(asked).not.toContain(releaser.workerId)
  })

  it('途中で終わった計算は、次に作るときにあきらめる', async () => {
    await clear(world)
    const silent = planOf(world)
    await world.inside((db) => insertPlan(db, { ...silent, now: new Date(world.now.getTime() - 120_000) }))
    const actor = await world.person('director')
    const output = await world.inside((db) => askForPlan.perform(world.context(db, actor), {}))
    expect(output).toHaveProperty('planId')
    expect(await world.inside((db) => findPlan(db, silent.id))).toMatchObject({ state: 'failed', fault: 'interrupted' })
  })

  it('断りがあると、その仕事だけの案を作り、ディレクターに知らせる。送りはしない', async () => {
    await clear(world)
    await world.inside((db) => db.updateTable('orders.package').set({ state: 'closed' }).execute())
    const director = await world.person('director')
    const packageId = await world.package({ units: 20, dueOn: '2026-12-10' })
    await world.worker()
    const offers = await world.count('orders.offer')
    const reaction = reactions.find((each) => each.event === 'offer.declined')
    await world.inside(
      (db) =>
        reaction?.react(contextOf(db, world.programmeId, systemActor, world.now), { offerId: newId(), packageId }) ?? Promise.resolve(),
    )
    const { id } = await world.inside((db) =>
      db.selectFrom('matching.plan').select('id').where('kind', '=', 'repair').executeTakeFirstOrThrow(),
    )
    await calculate(world.database, world.programmeId, id)
    const row = await world.inside((db) => findPlan(db, id))
    expect(row).toMatchObject({ state: 'proposed', kind: 'repair', cause: 'declined', packageId })
    expect(row?.plan?.offers.reduce((sum, offer) => sum + offer.units, 0)).toBe(20)
    expect(await world.count('orders.offer')).toBe(offers)
    const notes = await world.inside((db) =>
      db.selectFrom('platform.notification').selectAll().where('userId', '=', director.userId).execute(),
    )
    expect(notes).toMatchObject([{ kind: 'matching.repair-proposed', link: `/plan/${id}` }])
  })
})
