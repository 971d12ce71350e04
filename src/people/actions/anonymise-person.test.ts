import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { expect } from 'vitest'
import { left } from '../../../test/support/leaver.ts'
import { anonymisePerson } from './anonymise-person.ts'

async function arranged(world: World, retainUntil = '2026-06-30') {
  const { workerId } = await left(world, retainUntil)
  return { actor: await world.person('administrator'), input: { workerId } }
}

actionSuite(anonymisePerson, {
  arrange: (world) => arranged(world),
  check: async (world, { until }, { workerId }) => {
    expect(until).toBe('2026-06-30')
    const row = await world.inside((db) => db.selectFrom('people.worker').selectAll().where('id', '=', workerId).executeTakeFirstOrThrow())
    expect(row).toMatchObject({ name: `W-${String(row.number).padStart(5, '0')}`, userId: null, email: '', phone: '', postalAddress: '' })
  },
  refusals: {
    'still-takes-part': async (world) => ({
      actor: await world.person('administrator'),
      input: { workerId: (await world.worker()).workerId },
    }),
    'kept-by-law': (world) => arranged(world, '2030-06-30'),
    'anonymised-already': async (world) => {
      const { actor, input } = await arranged(world)
      await world.inside((db) => anonymisePerson.perform(world.context(db), input))
      return { actor, input }
    },
  },
})
