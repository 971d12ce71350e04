import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { anonymiseClient } from './anonymise-client.ts'

const arranged = async (world: World, endedOn: string | null) => ({
  actor: await world.person('administrator'),
  input: { clientId: await world.client({ endedOn, contactName: '窓口 花', contactEmail: 'hana@client.example', note: '花さんは午後' }) },
})

actionSuite(anonymiseClient, {
  arrange: (world) => arranged(world, '2023-11-19'),
  check: async (world, { until }, { clientId }) => {
    expect(until).toBe('2026-11-19')
    const row = await world.inside((db) => db.selectFrom('sales.client').selectAll().where('id', '=', clientId).executeTakeFirst())
    expect(row).toMatchObject({ contactName: '', contactEmail: '', contactPhone: '', note: '―', postalAddress: 'Address 2' })
  },
  refusals: {
    'client-not-ended': (world) => arranged(world, null),
    'client-kept-by-law': (world) => arranged(world, '2023-11-20'),
    'client-anonymised': async (world) => {
      const { actor, input } = await arranged(world, '2023-11-19')
      await world.inside((db) => anonymiseClient.perform(world.context(db), input))
      return { actor, input }
    },
  },
})
