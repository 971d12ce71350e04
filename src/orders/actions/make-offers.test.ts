import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { execute, newId } from '../../platform/action.ts'
import { makeOffers } from './make-offers.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

interface Case {
  state?: DB['orders.package']['state']
  dueOn?: string
  units?: number
  minutes?: number
  workerState?: DB['people.worker']['state']
  openOffer?: boolean
  answerBy?: string
}

async function given(
  world: World,
  {
    state = 'ready',
    dueOn = '2026-12-10',
    units = 10,
    minutes = 60,
    workerState = 'active',
    openOffer = false,
    answerBy = '2026-11-25',
  }: Case = {},
) {
  const packageId = await world.package({ state, dueOn, units: 100 })
  const { workerId } = await world.worker({ state: workerState })
  if (openOffer) await world.offer({ packageId, workerId })
  return {
    actor: await world.person('director'),
    input: { offers: [{ packageId, workerId, units, minutes, why: [{ code: 'fits' as const }] }], answerBy },
  }
}

actionSuite(makeOffers, {
  arrange: (world) => given(world),
  check: async (world, { offerIds }) => {
    const rows = await world.inside((db) => db.selectFrom('orders.offer').selectAll().where('id', 'in', offerIds).execute())
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      units: 10,
      unitPriceYen: 120,
      dueOn: '2026-12-10',
      state: 'open',
      answerBy: '2026-11-25',
      why: [{ code: 'fits' }],
    })
  },
  refusals: {
    'package-not-published': (world) => given(world, { state: 'preparing' }),
    'not-enough-units': (world) => given(world, { units: 101 }),
    'worker-not-available': (world) => given(world, { workerState: 'paused' }),
    'already-offered': (world) => given(world, { openOffer: true }),
    // 21 days with today, eight hours each, are 10,080 minutes.
    'too-long-days': (world) => given(world, { minutes: 10_081 }),
    'due-passed': (world) => given(world, { dueOn: '2026-11-19' }),
    'answer-day-passed': (world) => given(world, { answerBy: '2026-11-19' }),
    'answer-after-due': (world) => given(world, { answerBy: '2026-12-11' }),
  },
  invalid: [{ input: { offers: [] }, path: 'offers' }],
})

describe('同時の打診', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.close())

  it('合計は残りの数を超えない', async () => {
    const packageId = await world.package({ units: 100 })
    await world.assignment({ packageId, units: 15 })
    const actor = await world.person('director')
    const workers = await Promise.all(Array.from({ length: 12 }, () => world.worker()))
    const results = await Promise.all(
      workers.map(({ workerId }) =>
        execute(
          world.database,
          makeOffers,
          {
            programmeId: world.programmeId,
            key: newId(),
            input: { offers: [{ packageId, workerId, units: 20, minutes: 120 }] },
            now: world.now,
          },
          async () => actor,
          actor.userId,
        ),
      ),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(4)
    expect(results.filter((result) => !result.ok).map((result) => (result.ok ? '' : result.refusal.code))).toEqual(
      Array.from({ length: 8 }, () => 'not-enough-units'),
    )
  })
})
