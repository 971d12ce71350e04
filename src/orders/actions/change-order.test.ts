import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { changeOrder } from './change-order.ts'

const fields = {
  title: '変えた題',
  description: '説明',
  orderedOn: '2026-11-20',
  dueOn: '2026-12-24',
  amountYen: 250_000,
  municipalityId: null,
}

actionSuite(changeOrder, {
  arrange: async (world) => ({
    actor: await world.person('director'),
    input: { orderId: await world.order({ state: 'preparing' }), ...fields },
  }),
  check: async (world, { orderId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.client_order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ title: '変えた題', dueOn: '2026-12-24', amountYen: 250_000 })
  },
  refusals: {
    'order-not-preparing': async (world) => ({
      actor: await world.person('sales'),
      input: { orderId: await world.order({ state: 'running' }), ...fields },
    }),
  },
})
