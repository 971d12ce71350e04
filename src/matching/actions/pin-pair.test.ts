import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId, Refused } from '../../platform/action.ts'
import { pinPair } from './pin-pair.ts'

interface Given {
  worker?: Parameters<World['worker']>[0]
  work?: Parameters<World['package']>[0]
  units?: number
}

async function given(world: World, { worker = {}, work = {}, units = 7 }: Given = {}) {
  return {
    actor: await world.person('director'),
    input: { workerId: (await world.worker(worker)).workerId, packageId: await world.package(work), units },
  }
}

actionSuite(pinPair, {
  arrange: (world) => given(world),
  check: async (world, { workerId }) => {
    expect(
      await world.inside((db) => db.selectFrom('matching.pair_rule').selectAll().where('workerId', '=', workerId).execute()),
    ).toMatchObject([{ rule: 'pinned', units: 7 }])
  },
  refusals: {
    'person-not-open': (world) => given(world, { worker: { state: 'paused' } }),
    'work-not-open': (world) => given(world, { work: { state: 'closed' } }),
    'gate-closed': (world) => given(world, { work: { equipment: ['scanner'] } }),
    'units-do-not-fit': (world) => given(world, { units: 101 }),
  },
  invalid: [{ input: { workerId: 'x', packageId: 'y', units: 0 }, path: 'units' }],
})

it('どの関門で断られたかを言い、外す指定は保つ指定に変わる', async () => {
  const world = await createWorld()
  const attempt = async ({ actor, input }: Awaited<ReturnType<typeof given>>) =>
    world.inside((db) => pinPair.perform(world.context(db, actor), input))
  const gateOf = async (one: Awaited<ReturnType<typeof given>>) => {
    const result = await attempt(one)
    return result instanceof Refused ? result.details['gate'] : null
  }
  try {
    expect(await gateOf(await given(world, { work: { equipment: ['scanner'] } }))).toBe('equipment')
    expect(await gateOf(await given(world, { worker: { freeMinutes: 0 } }))).toBe('window')
    const skilled = await given(world)
    await world.insert('orders.package_skill', { packageId: skilled.input.packageId, skillId: await world.skill(), level: 2 })
    expect(await gateOf(skilled)).toBe('skill')
    const holding = await given(world)
    await world.assignment({ packageId: holding.input.packageId, workerId: holding.input.workerId })
    expect(await gateOf(holding)).toBe('forbidden')
    const declined = await given(world)
    await world.offer({ packageId: declined.input.packageId, workerId: declined.input.workerId, state: 'declined' })
    expect(await gateOf(declined)).toBe('declined')
    const excluded = await given(world)
    await world.insert('matching.pair_rule', {
      workerId: excluded.input.workerId,
      packageId: excluded.input.packageId,
      rule: 'forbidden',
      units: null,
      setBy: newId(),
      setAt: world.now.toISOString(),
    })
    expect(await attempt(excluded)).not.toBeInstanceOf(Refused)
  } finally {
    await world.close()
  }
})
