import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { packagesOfOrder } from '../store/clients.ts'
import { returnDelivery } from './return-delivery.ts'

async function delivered(world: World) {
  const clientId = await world.client()
  const orderId = await world.order({ client_id: clientId, state: 'delivered' })
  const packageId = await world.package({ order_id: orderId })
  const deliveryId = newId()
  await world.insert('delivery.client_delivery', {
    id: deliveryId,
    order_id: orderId,
    number: 'D-1',
    units_by_package: JSON.stringify([{ packageId, units: 5 }]),
    delivered_on: '2026-11-19',
    delivered_by: 'x',
  })
  return {
    actor: await world.person('client', { kind: 'client', id: clientId }),
    deliveryId,
    input: { deliveryId, reason: '3件目が仕様と違います' },
  }
}

actionSuite(returnDelivery, {
  arrange: delivered,
  check: async (world, output) => {
    const { order_id } = await world.inside((db) =>
      db.selectFrom('delivery.client_delivery').select('order_id').where('id', '=', output.deliveryId).executeTakeFirstOrThrow(),
    )
    const order = await world.inside((db) =>
      db.selectFrom('orders.client_order').select('state').where('id', '=', order_id).executeTakeFirstOrThrow(),
    )
    expect(order.state).toBe('running')
    const [line] = await world.inside((db) => packagesOfOrder(db, order_id))
    expect(line?.delivered_units).toBe(0)
  },
  refusals: {
    'already-answered': async (world) => {
      const { actor, deliveryId, input } = await delivered(world)
      await world.insert('delivery.client_return', { delivery_id: deliveryId, reason: 'x', returned_on: '2026-11-20', returned_by: 'x' })
      return { actor, input }
    },
  },
  invalid: [{ input: { deliveryId: newId(), reason: '' }, path: 'reason' }],
})
