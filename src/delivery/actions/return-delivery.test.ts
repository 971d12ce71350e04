import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { packagesOfOrder } from '../store/clients.ts'
import { returnDelivery } from './return-delivery.ts'

async function delivered(world: World) {
  const clientId = await world.client()
  const orderId = await world.order({ clientId, state: 'delivered' })
  const packageId = await world.package({ orderId })
  const deliveryId = newId()
  await world.insert('delivery.client_delivery', {
    id: deliveryId,
    orderId,
    number: 'D-1',
    unitsByPackage: JSON.stringify([{ packageId, units: 5 }]),
    deliveredOn: '2026-11-19',
    deliveredBy: 'x',
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
    const { orderId } = await world.inside((db) =>
      db.selectFrom('delivery.client_delivery').select('orderId').where('id', '=', output.deliveryId).executeTakeFirstOrThrow(),
    )
    const order = await world.inside((db) =>
      db.selectFrom('orders.client_order').select('state').where('id', '=', orderId).executeTakeFirstOrThrow(),
    )
    expect(order.state).toBe('running')
    const [line] = await world.inside((db) => packagesOfOrder(db, orderId))
    expect(line?.deliveredUnits).toBe(0)
  },
  refusals: {
    'already-answered': async (world) => {
      const { actor, deliveryId, input } = await delivered(world)
      await world.insert('delivery.client_return', { deliveryId, reason: 'x', returnedOn: '2026-11-20', returnedBy: 'x' })
      return { actor, input }
    },
  },
  invalid: [{ input: { deliveryId: newId(), reason: '' }, path: 'reason' }],
})
