import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { deliverOrder } from './deliver-order.ts'
import type { OrderState } from '../store/clients.ts'

async function inspected(world: World, given: { state?: OrderState } = {}) {
  const orderId = await world.order(given.state ? { state: given.state } : {})
  const packageId = await world.package({ orderId })
  const submissionId = await world.submission({ assignmentId: await world.assignment({ packageId, units: 10 }) })
  await world.acceptance(submissionId)
  return {
    actor: await world.person('director'),
    orderId,
    packageId,
    input: { orderId, message: 'お納めします', lines: [{ packageId, units: 10 }] },
  }
}

actionSuite(deliverOrder, {
  arrange: inspected,
  check: async (world, output, input) => {
    expect(output.number).toMatch(/^D-2026-\d{5}$/)
    const row = await world.inside((db) =>
      db.selectFrom('delivery.client_delivery').selectAll().where('id', '=', output.deliveryId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({
      number: output.number,
      deliveredOn: '2026-11-20',
      unitsByPackage: input.lines,
      documentId: output.documentId,
    })
    const order = await world.inside((db) =>
      db.selectFrom('orders.client_order').select('state').where('id', '=', input.orderId).executeTakeFirstOrThrow(),
    )
    expect(order.state).toBe('delivered')
  },
  refusals: {
    'more-than-accepted': async (world) => {
      const { actor, orderId, packageId } = await inspected(world)
      return { actor, input: { orderId, lines: [{ packageId, units: 11 }] } }
    },
    'delivery-waiting': async (world) => {
      const { actor, input, orderId, packageId } = await inspected(world)
      await world.insert('delivery.client_delivery', {
        id: newId(),
        orderId,
        number: 'D',
        unitsByPackage: JSON.stringify([{ packageId, units: 1 }]),
        deliveredOn: '2026-11-19',
        deliveredBy: 'x',
      })
      return { actor, input }
    },
    'order-ended': async (world) => {
      const { actor, input } = await inspected(world, { state: 'cancelled' })
      return { actor, input }
    },
    'files-missing': async (world) => {
      const { actor, input } = await inspected(world)
      return { actor, input: { ...input, fileIds: [newId()] } }
    },
  },
})
