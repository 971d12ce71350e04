import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { resumeClient } from './resume-client.ts'

actionSuite(resumeClient, {
  arrange: async (world) => ({
    actor: await world.person('sales'),
    input: { clientId: await world.client({ endedOn: '2026-11-19' }) },
  }),
  check: async (world, _, { clientId }) => {
    const row = await world.inside((db) => db.selectFrom('sales.client').select('endedOn').where('id', '=', clientId).executeTakeFirst())
    expect(row?.endedOn).toBeNull()
  },
  refusals: {
    'client-not-ended': async (world) => ({ actor: await world.person('sales'), input: { clientId: await world.client() } }),
  },
})
