import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { orderForUpdate, scopeOfOrder, setRepairSending as storeRepairSending } from '../store/index.ts'

/** Nothing is sent without a director, unless a director has said so for this order. */
export const setRepairSending = action(contract['set-repair-sending'], {
  load: async ({ db }, { orderId }) => {
    const order = await orderForUpdate(db, orderId)
    return order ? { order, before: { areSent: order.repairsAreSent }, scope: await scopeOfOrder(db, order), subject: orderId } : null
  },
  run: async ({ db }, { orderId, areSent }, { order }) => {
    if (order.state !== 'preparing' && order.state !== 'running') return refuse('order-ended')
    await storeRepairSending(db, orderId, areSent)
    return { orderId }
  },
})
