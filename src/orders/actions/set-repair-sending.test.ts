import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { setRepairSending } from './set-repair-sending.ts'

actionSuite(setRepairSending, {
  arrange: async (world) => ({ actor: await world.person('director'), input: { orderId: await world.order(), areSent: true } }),
  check: async (world, { orderId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.client_order').select('repairsAreSent').where('id', '=', orderId).executeTakeFirstOrThrow(),
    )
    expect(row.repairsAreSent).toBe(true)
  },
  refusals: {
    'order-ended': async (world) => ({
      actor: await world.person('director'),
      input: { orderId: await world.order({ state: 'accepted' }), areSent: true },
    }),
  },
})
