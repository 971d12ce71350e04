import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { cancelOrder } from './cancel-order.ts'

actionSuite(cancelOrder, {
  arrange: async (world) => {
    const orderId = await world.order()
    const packageId = await world.package({ orderId })
    await world.offer({ packageId })
    await world.offer({ packageId, answerBy: '2026-11-19' })
    await world.assignment({ packageId })
    return { actor: await world.person('director'), input: { orderId, reason: 'client-withdrew' as const, note: '先方の都合' } }
  },
  check: async (world, { orderId, withdrawnOfferCount }) => {
    expect(withdrawnOfferCount).toBe(1)
    await world.inside(async (db) => {
      expect(await db.selectFrom('orders.client_order').select('state').where('id', '=', orderId).executeTakeFirstOrThrow()).toEqual({
        state: 'cancelled',
      })
      const { id } = await db
        .selectFrom('orders.package')
        .select('id')
        .where('orderId', '=', orderId)
        .where('state', '=', 'closed')
        .executeTakeFirstOrThrow()
      const states = await db.selectFrom('orders.offer').select('state').where('packageId', '=', id).orderBy('state').execute()
      expect(states).toEqual([{ state: 'accepted' }, { state: 'open' }, { state: 'withdrawn' }])
      expect(await db.selectFrom('orders.assignment').select('id').where('packageId', '=', id).execute()).toHaveLength(1)
    })
  },
  refusals: {
    'order-ended': async (world) => ({
      actor: await world.person('sales'),
      input: { orderId: await world.order({ state: 'accepted' }), reason: 'entered-twice' as const },
    }),
  },
  invalid: [{ input: { orderId: '00000000-0000-7000-8000-000000000000', reason: 'because' }, path: 'reason' }],
})
