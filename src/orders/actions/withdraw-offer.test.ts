import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { withdrawOffer } from './withdraw-offer.ts'

actionSuite(withdrawOffer, {
  arrange: async (world) => ({ actor: await world.person('director'), input: { offerId: await world.offer() } }),
  check: async (world, { offerId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.offer').select('state').where('id', '=', offerId).executeTakeFirstOrThrow(),
    )
    expect(row.state).toBe('withdrawn')
  },
  refusals: {
    'offer-decided': async (world) => ({
      actor: await world.person('director'),
      input: { offerId: await world.offer({ state: 'accepted' }) },
    }),
  },
})
