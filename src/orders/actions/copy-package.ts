import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { copyMaterial, copyPackage as copy, orderForUpdate, packageForUpdate, scopeOfOrder, scopeOfPackage } from '../store/index.ts'

/** Copies a package into an order. Whoever copies must direct both, so the scope is what the two share. */
export const copyPackage = action(contract['copy-package'], {
  load: async ({ db }, { packageId, orderId }) => {
    const order = await orderForUpdate(db, orderId)
    const work = await packageForUpdate(db, packageId)
    if (!order || !work) return null
    const from = await scopeOfPackage(db, packageId)
    const to = await scopeOfOrder(db, order)
    const sites = (to.site ?? []).filter((id) => id !== null && (from?.site ?? []).includes(id))
    return { order, work, scope: { order: work.orderId === orderId ? [orderId] : [], site: sites }, subject: packageId }
  },
  run: async ({ db, programmeId, actor, now }, { orderId }, { order, work }) => {
    if (order.state !== 'preparing' && order.state !== 'running') return refuse('order-ended')
    const by = actor.userId ?? ''
    const packageId = await copy(db, programmeId, work, orderId, by)
    await copyMaterial(db, work.id, { packageId, by, now })
    return { packageId }
  },
})
