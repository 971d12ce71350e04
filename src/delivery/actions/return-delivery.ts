import { action, refuse } from '../../platform/action.ts'
import { moveOrder } from '../../orders/actions/move-order.ts'
import { contract } from '../contract/index.ts'
import { insertClientReturn, lockDelivery } from '../store/clients.ts'

/** The client sends a delivery back with a reason; its units may be delivered again. */
export const returnDelivery = action(contract['return-delivery'], {
  load: async ({ db }, { deliveryId }) => {
    const delivery = await lockDelivery(db, deliveryId)
    return delivery && { delivery, scope: { client: [delivery.order.client_id] }, subject: deliveryId }
  },
  run: async (context, { deliveryId, reason }, { delivery }) => {
    const { db, programmeId, actor, today } = context
    if (delivery.answered) return refuse('already-answered')
    await insertClientReturn(db, {
      programme_id: programmeId,
      delivery_id: deliveryId,
      reason,
      returned_on: today,
      returned_by: actor.userId ?? '',
    })
    await moveOrder.perform(context, { orderId: delivery.order_id, to: 'running' })
    await context.publish('delivery.returned-by-client', { deliveryId, orderId: delivery.order_id })
    return { deliveryId, returnedOn: today }
  },
})
