import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId, Refused } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { solve } from '../rules/solve.ts'
import { readLiveState } from '../store/live-state.ts'
import { setPairRule } from '../store/pair-rules.ts'
import { findPlan, finishPlan, insertPlan } from '../store/plans.ts'
import { buildProblem, horizonFrom } from '../store/problem.ts'
import { makePlanOffers } from './make-plan-offers.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

/** A plan of one package and one worker; `after` is what happens between the plan and the offers. */
async function given(
  world: World,
  after: (about: { packageId: string; workerId: string; planId: string }) => Promise<unknown> = async () => {},
) {
  await world.inside((db) => db.updateTable('orders.package').set({ state: 'closed' }).execute())
  await world.inside((db) => db.updateTable('matching.plan').set({ state: 'discarded' }).execute())
  const packageId = await world.package({ units: 20, dueOn: '2026-12-10' })
  const { workerId } = await world.worker()
  const horizon = horizonFrom(calendarDate(world.today))
  const planId = newId()
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
    const state = await readLiveState(db, calendarDate(world.today))
    const problem = buildProblem({ ...state, workers: state.workers.filter((worker) => worker.id === workerId) }, horizon)
    await finishPlan(db, planId, { problem, plan: solve(problem) }, world.now)
  })
  await after({ packageId, workerId, planId })
  return { actor: await world.person('director'), input: { planId, chosen: [{ workerId, packageId }], answerBy: '2026-11-25' } }
}

/** The repair around somebody who has promised 20 units and is away; another person could take them over. */
async function givenHandOver(world: World, after: (about: { assignmentId: string }) => Promise<unknown> = async () => {}) {
  const arranged = await given(world)
  const packageId = arranged.input.chosen[0]?.packageId ?? ''
  const { workerId } = await world.worker({ state: 'paused' })
  const assignmentId = await world.assignment({ packageId, workerId, units: 20 })
  const freed = JSON.stringify([{ assignmentId, packageId, units: 20 }])
  await world.inside((db) =>
    db
      .updateTable('matching.plan')
      .set({ kind: 'repair', workerId, cause: 'away', freed })
      .where('id', '=', arranged.input.planId)
      .execute(),
  )
  await after({ assignmentId })
  return { actor: arranged.actor, input: { ...arranged.input, agreed: true } }
}

const set = (
  world: World,
  table: 'orders.package',
  id: string,
  values: { state?: DB['orders.package']['state']; dueOn?: string; releaseOn?: string },
) => world.inside((db) => db.updateTable(table).set(values).where('id', '=', id).execute())

actionSuite(makePlanOffers, {
  arrange: (world) => given(world),
  check: async (world, { planId, offerIds }) => {
    const offers = await world.inside((db) => db.selectFrom('orders.offer').selectAll().where('id', 'in', offerIds).execute())
    expect(offers).toMatchObject([{ units: 20, minutes: 120, planId, state: 'open', answerBy: '2026-11-25' }])
    expect(offers[0]?.why).toContainEqual({ code: 'no-skill' })
    expect(await world.inside((db) => findPlan(db, planId))).toMatchObject({ state: 'offered' })
  },
  refusals: {
    'plan-not-open': (world) =>
      given(world, ({ planId }) =>
        world.inside((db) => db.updateTable('matching.plan').set({ state: 'offered' }).where('id', '=', planId).execute()),
      ),
    'not-in-plan': async (world) => {
      const arranged = await given(world)
      const { workerId } = await world.worker()
      return { ...arranged, input: { ...arranged.input, chosen: [{ workerId, packageId: arranged.input.chosen[0]?.packageId ?? '' }] } }
    },
    'not-enough-units': (world) => given(world, ({ packageId }) => world.assignment({ packageId, units: 1 })),
    'package-not-published': (world) => given(world, ({ packageId }) => set(world, 'orders.package', packageId, { state: 'closed' })),
    'worker-not-available': (world) =>
      given(world, ({ workerId }) =>
        world.inside((db) => db.updateTable('people.worker').set({ state: 'paused' }).where('id', '=', workerId).execute()),
      ),
    'already-offered': (world) => given(world, ({ packageId, workerId }) => world.offer({ packageId, workerId })),
    'too-long-days': (world) =>
      given(world, async ({ planId }) => {
        const row = await world.inside((db) => findPlan(db, planId))
        if (!row?.plan) throw new Error('no plan')
        const plan = { ...row.plan, offers: row.plan.offers.map((offer) => ({ ...offer, minutes: 21 * 480 + 1 })) }
        await world.inside((db) =>
          db
            .updateTable('matching.plan')
            .set({ plan: JSON.stringify(plan) })
            .where('id', '=', planId)
            .execute(),
        )
      }),
    'due-passed': (world) =>
      given(world, ({ packageId }) => set(world, 'orders.package', packageId, { releaseOn: '2026-11-01', dueOn: '2026-11-19' })),
    'no-longer-holds': (world) => given(world, ({ packageId, workerId }) => world.offer({ packageId, workerId, state: 'declined' })),
    'hand-over-not-agreed': async (world) => {
      const { actor, input } = await givenHandOver(world)
      return { actor, input: { ...input, agreed: false } }
    },
    'more-than-left': (world) =>
      givenHandOver(world, ({ assignmentId }) => world.insert('orders.release', { id: newId(), assignmentId, units: 15 })),
    'answer-after-due': async (world) => {
      const arranged = await given(world)
      return { ...arranged, input: { ...arranged.input, answerBy: '2027-12-31' } }
    },
    'answer-day-passed': async (world) => {
      const arranged = await given(world)
      return { ...arranged, input: { ...arranged.input, answerBy: '2026-11-19' } }
    },
  },
  invalid: [{ input: { planId: '00000000-0000-4000-8000-000000000000', chosen: [] }, path: 'chosen' }],
})

describe('計画のあとで変わったこと', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.close())

  async function answered(after: Parameters<typeof given>[1]) {
    const { actor, input } = await given(world, after)
    const offers = await world.count('orders.offer')
    const output = await world.inside((db) => makePlanOffers.perform(world.context(db, actor), input))
    if (!(output instanceof Refused)) return output
    expect(await world.count('orders.offer')).toBe(offers)
    return [output.code, output.details['reason']]
  }
  const setHours = (workerId: string, minutes: number) =>
    world.inside((db) => db.updateTable('people.free_minutes').set({ minutes }).where('workerId', '=', workerId).execute())

  it('空き時間が減って収まらない打診は送らない。まだ収まるなら送る', async () => {
    expect(await answered(({ workerId }) => setHours(workerId, 5))).toEqual(['no-longer-holds', 'hours'])
    expect(await answered(({ workerId }) => setHours(workerId, 60))).toHaveProperty('offerIds')
  })

  it('ほかの約束で空き時間が埋まった人に送らない', async () => {
    expect(await answered(({ workerId }) => world.assignment({ workerId, units: 20 * 120, dueOn: '2026-12-20' }))).toEqual([
      'no-longer-holds',
      'hours',
    ])
  })

  it('スキルが要るようになった仕事、勧めない指定の組を送らない', async () => {
    const skillId = await world.skill()
    expect(await answered(({ packageId }) => world.insert('orders.package_skill', { packageId, skillId, level: 1 }))).toEqual([
      'no-longer-holds',
      'skill',
    ])
    expect(
      await answered(({ workerId, packageId }) =>
        world.inside((db) =>
          setPairRule(db, { programmeId: world.programmeId, workerId, packageId, rule: 'forbidden', units: null, by: '', now: world.now }),
        ),
      ),
    ).toEqual(['no-longer-holds', 'forbidden'])
  })
})

describe('引き継ぎ', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.close())

  it('合意した分を手放してから、引き継ぐ人に打診する', async () => {
    const { actor, input } = await givenHandOver(world)
    const output = await world.inside((db) => makePlanOffers.perform(world.context(db, actor), input))
    expect(output).toHaveProperty('offerIds')
    expect(await world.inside((db) => db.selectFrom('orders.release').select('units').execute())).toEqual([{ units: 20 }])
    expect(
      await world.inside((db) => db.selectFrom('orders.offer').select(['units', 'workerId']).where('planId', '=', input.planId).execute()),
    ).toEqual([{ units: 20, workerId: input.chosen[0]?.workerId }])
  })
})
