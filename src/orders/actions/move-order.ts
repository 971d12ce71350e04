import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { orderForUpdate, scopeOfOrder, setOrderState } from '../store/index.ts'

/** Moves an order on, or back to running when the client returned what was delivered. */
export const moveOrder = action(contract['move-order'], {
  load: async ({ db }, { orderId }) => {
    const order = await orderForUpdate(db, orderId)
    return order ? { order, before: { to: order.state }, scope: await scopeOfOrder(db, order), subject: orderId } : null
  },
  run: async ({ db }, { orderId, to }, { order }) => {
    if (order.state === 'accepted' || order.state === 'cancelled') return refuse('order-ended')
    await setOrderState(db, orderId, to)
    return { orderId }
  },
})
