import { action, refuse } from '../../platform/action.ts'
import { moveOrder } from '../../orders/actions/move-order.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { insertClientReturn, lockDelivery } from '../store/clients.ts'

/** The client sends a delivery back with a reason; its units may be delivered again. */
export const returnDelivery = action(contract['return-delivery'], {
  load: async ({ db }, { deliveryId }) => {
    const delivery = await lockDelivery(db, deliveryId)
    return delivery && { delivery, scope: { client: [delivery.order.clientId] }, subject: deliveryId }
  },
  run: async (context, { deliveryId, reason }, { delivery }) => {
    const { db, programmeId, actor, today } = context
    if (delivery.answered) return refuse('already-answered')
    await insertClientReturn(db, {
      programmeId,
      deliveryId,
      reason,
      returnedOn: today,
      returnedBy: actor.userId ?? '',
    })
    await moveOrder.perform(context, { orderId: delivery.orderId, to: 'running' })
    await context.publish(events['delivery.returned-by-client'], { deliveryId })
    return { deliveryId, returnedOn: today }
  },
})
