import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { registerTie } from '../store.ts'
import { endClient } from './end-client.ts'

const bound = new Set<string>()
registerTie(async (_, clientId) => bound.has(clientId))

actionSuite(endClient, {
  arrange: async (world) => {
    const clientId = await world.client()
    return { actor: await world.person('sales'), input: { clientId } }
  },
  check: async (world, { endedOn }, { clientId }) => {
    expect(endedOn).toBe(world.today)
    const row = await world.inside((db) => db.selectFrom('sales.client').select('endedOn').where('id', '=', clientId).executeTakeFirst())
    expect(row?.endedOn).toBe(world.today)
  },
  refusals: {
    'client-ended': async (world) => ({
      actor: await world.person('sales'),
      input: { clientId: await world.client({ endedOn: '2026-11-19' }) },
    }),
    'client-still-bound': async (world) => {
      const clientId = await world.client()
      bound.add(clientId)
      return { actor: await world.person('sales'), input: { clientId } }
    },
  },
})
