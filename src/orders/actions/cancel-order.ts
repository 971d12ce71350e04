import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { cancelOrder as cancel, orderForUpdate, scopeOfOrder } from '../store/index.ts'

/**
 * Cancels an order for a coded reason. Work that people have agreed to is received and paid as agreed
 * (フリーランス法5条1項1号, 受領拒否); only offers that nobody has answered are withdrawn.
 */
export const cancelOrder = action(contract['cancel-order'], {
  load: async ({ db }, { orderId, reason }) => {
    const order = await orderForUpdate(db, orderId)
    return order
      ? {
          order,
          before: { to: order.state },
          also: { to: 'cancelled', cancelReason: reason },
          scope: await scopeOfOrder(db, order),
          subject: orderId,
        }
      : null
  },
  run: async ({ db, programmeId, actor, today, now }, { orderId, reason, note }, { order }) => {
    if (order.state === 'accepted' || order.state === 'cancelled') return refuse('order-ended')
    const withdrawnOfferCount = await cancel(db, { programmeId, orderId, reason, note, today, by: actor.userId ?? '', now })
    return { orderId, withdrawnOfferCount }
  },
})
