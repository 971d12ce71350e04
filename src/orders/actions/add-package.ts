import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { doReferencesExist, insertPackage, orderForUpdate, scopeOfOrder } from '../store/index.ts'

export const addPackage = action(contract['add-package'], {
  load: async ({ db }, input) => {
    const order = await orderForUpdate(db, input.orderId)
    if (!order || !(await doReferencesExist(db, input))) return null
    const packageId = newId()
    return { order, packageId, scope: await scopeOfOrder(db, order), subject: packageId }
  },
  run: async ({ db, programmeId }, { orderId, ...fields }, { order, packageId }) => {
    if (order.state !== 'preparing' && order.state !== 'running') return refuse('order-ended')
    await insertPackage(db, programmeId, packageId, orderId, fields)
    return { packageId }
  },
})
