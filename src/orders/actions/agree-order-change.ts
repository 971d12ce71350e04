import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { orderForUpdate, recordOrderChange, scopeOfOrder } from '../store/index.ts'

/**
 * Records what the client agreed to after the work began. More work is more money and time: workers' terms stay as they
 * are until each of them agrees to others (自営型テレワークガイドライン: 発注企業の変更を押し付けない).
 */
export const agreeOrderChange = action(contract['agree-order-change'], {
  load: async ({ db }, { orderId }) => {
    const order = await orderForUpdate(db, orderId)
    return order ? { order, before: order, scope: await scopeOfOrder(db, order), subject: orderId } : null
  },
  run: async ({ db, programmeId, actor, today }, { orderId, dueOn, amountYen, reason }, { order }) => {
    if (order.state !== 'running') return refuse('order-not-running')
    // A part may be delivered and invoiced already, so the amount only grows.
    if (amountYen < order.amountYen) return refuse('amount-lowered', { amount: order.amountYen })
    if (amountYen === order.amountYen && dueOn === order.dueOn) return refuse('order-unchanged')
    if (dueOn < today) return refuse('due-passed')
    const changeId = newId()
    await recordOrderChange(db, {
      programmeId,
      id: changeId,
      orderId,
      amountBeforeYen: order.amountYen,
      amountAfterYen: amountYen,
      dueBefore: order.dueOn,
      dueAfter: dueOn,
      reason,
      agreedOn: today,
      agreedBy: actor.userId ?? '',
    })
    return { changeId }
  },
})
