import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { doesMunicipalityExist, orderForUpdate, scopeOfOrder, updateOrder } from '../store/index.ts'

/** Changes an order that is still being prepared. Later changes are agreed with the client as a new order. */
export const changeOrder = action(contract['change-order'], {
  load: async ({ db }, { orderId, municipalityId }) => {
    const order = await orderForUpdate(db, orderId)
    if (!order || (municipalityId !== null && !(await doesMunicipalityExist(db, municipalityId)))) return null
    return { order, before: order, scope: await scopeOfOrder(db, order), subject: orderId }
  },
  run: async ({ db }, { orderId, ...fields }, { order }) => {
    if (order.state !== 'preparing') return refuse('order-not-preparing')
    await updateOrder(db, orderId, fields)
    return { orderId }
  },
})
