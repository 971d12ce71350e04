import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { askForOffer } from './ask-for-offer.ts'

async function given(world: World, work: Parameters<World['package']>[0] = {}, units = 10) {
  const packageId = await world.package({ minUnits: 5, maxSharePercent: 50, ...work })
  const { workerId, actor } = await world.worker()
  return { workerId, actor, input: { packageId, units } }
}

actionSuite(askForOffer, {
  arrange: (world) => given(world),
  check: async (world, { offerId }) => {
    const row = await world.inside((db) => db.selectFrom('orders.offer').selectAll().where('id', '=', offerId).executeTakeFirstOrThrow())
    expect(row).toMatchObject({ units: 10, minutes: 60, unitPriceYen: 120, state: 'open' })
  },
  refusals: {
    'not-enough-units': async (world) => {
      const asked = await given(world)
      await world.offer({ packageId: asked.input.packageId, units: 95 })
      return asked
    },
    'lot-size': (world) => given(world, {}, 51),
    'requirements-missing': async (world) => {
      const asked = await given(world)
      await world.insert('orders.package_skill', { packageId: asked.input.packageId, skillId: await world.skill(), level: 1 })
      return asked
    },
    'already-offered': async (world) => {
      const asked = await given(world)
      await world.offer({ packageId: asked.input.packageId, workerId: asked.workerId })
      return asked
    },
    'due-passed': (world) => given(world, { dueOn: '2026-11-19' }),
    // One unit of 16 hours due the day after tomorrow fits the free time of a day-and-night worker only.
    'too-long-days': async (world) => {
      const packageId = await world.package({ unitMinutes: 1_500, dueOn: '2026-11-22' })
      const { actor } = await world.worker({ freeMinutes: 1_440 })
      return { actor, input: { packageId, units: 1 } }
    },
  },
})
