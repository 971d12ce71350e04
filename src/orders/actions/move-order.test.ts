import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { moveOrder } from './move-order.ts'

actionSuite(moveOrder, {
  arrange: async (world) => ({ actor: await world.person('director'), input: { orderId: await world.order(), to: 'delivered' as const } }),
  check: async (world, { orderId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.client_order').select('state').where('id', '=', orderId).executeTakeFirstOrThrow(),
    )
    expect(row.state).toBe('delivered')
  },
  refusals: {
    'order-ended': async (world) => ({
      actor: await world.person('director'),
      input: { orderId: await world.order({ state: 'cancelled' }), to: 'running' as const },
    }),
  },
})
