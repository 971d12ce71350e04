import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { acceptDelivery } from './accept-delivery.ts'

async function delivered(world: World, units = 100) {
  const clientId = await world.client()
  const orderId = await world.order({ clientId, state: 'delivered' })
  const packageId = await world.package({ orderId, units: 100 })
  const deliveryId = newId()
  await world.insert('delivery.client_delivery', {
    id: deliveryId,
    orderId,
    number: 'D-1',
    unitsByPackage: JSON.stringify([{ packageId, units }]),
    deliveredOn: '2026-11-19',
    deliveredBy: 'x',
  })
  return {
    actor: await world.person('client', { kind: 'client', id: clientId }),
    orderId,
    deliveryId,
    input: { deliveryId, comment: '確かに受け取りました' },
  }
}

actionSuite(acceptDelivery, {
  arrange: delivered,
  check: async (world, output) => {
    const row = await world.inside((db) =>
      db.selectFrom('delivery.client_acceptance').selectAll().where('deliveryId', '=', output.deliveryId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ acceptedOn: '2026-11-20', documentId: output.documentId })
    const order = await world.inside((db) =>
      db
        .selectFrom('orders.client_order as o')
        .innerJoin('delivery.client_delivery as d', 'd.orderId', 'o.id')
        .select('o.state')
        .where('d.id', '=', output.deliveryId)
        .executeTakeFirstOrThrow(),
    )
    expect(order.state).toBe('accepted')
  },
  refusals: {
    'already-answered': async (world) => {
      const { actor, deliveryId, input } = await delivered(world)
      await world.insert('delivery.client_return', { deliveryId, reason: 'x', returnedOn: '2026-11-20', returnedBy: 'x' })
      return { actor, input }
    },
  },
})

it('一部の納品を検収しても、受注は続く', async () => {
  const world = await createWorld()
  const { orderId, input } = await delivered(world, 40)
  await world.inside((db) => acceptDelivery.perform(world.context(db), input))
  const order = await world.inside((db) =>
    db.selectFrom('orders.client_order').select('state').where('id', '=', orderId).executeTakeFirstOrThrow(),
  )
  expect(order.state).toBe('running')
  await world.close()
})
