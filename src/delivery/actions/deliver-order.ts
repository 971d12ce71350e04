import { action, newId, refuse } from '../../platform/action.ts'
import { storeDocument } from '../../platform/documents.ts'
import { completeFiles } from '../../platform/files.ts'
import { moveOrder } from '../../orders/actions/move-order.ts'
import { retainUntil } from '../../orders/rules/retention.ts'
import { calendarDate, yearOf } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import type { DeliveryNote } from '../documents/delivery-note.ts'
import { paperWords } from '../documents/words.ts'
import { mayDeliver } from '../rules/client-stage.ts'
import { events } from '../rules/events.ts'
import { hasWaitingDelivery, insertDelivery, lockOrder, packagesOfOrder } from '../store/clients.ts'
import { clientParty, operatorParty } from '../store/parties.ts'

/** Delivers accepted units to the client (納品), with a delivery note that is kept. */
export const deliverOrder = action(contract['deliver-order'], {
  load: async ({ db }, { orderId }) => {
    const order = await lockOrder(db, orderId)
    return order && { order, scope: { order: [orderId], site: order.siteIds }, subject: orderId }
  },
  run: async (context, input, { order }) => {
    const { db, programmeId, actor, now, today } = context
    if (order.state === 'accepted' || order.state === 'cancelled') return refuse('order-ended')
    if (await hasWaitingDelivery(db, order.id)) return refuse('delivery-waiting')
    const packages = await packagesOfOrder(db, order.id)
    if (!mayDeliver(packages, input.lines)) return refuse('more-than-accepted')
    if (!(await completeFiles(db, actor.userId, input.fileIds))) return refuse('files-missing')

    const note: DeliveryNote = {
      from: await operatorParty(db),
      to: clientParty(order),
      title: order.title,
      orderNumber: order.number,
      orderedOn: calendarDate(order.orderedOn),
      deliveredOn: today,
      deliveryPlace: paperWords.deliveryPlace,
      lines: input.lines.map((line) => {
        const found = packages.find((each) => each.packageId === line.packageId)
        return {
          description: found?.title ?? '',
          count: line.units,
          unit: found?.unitName ?? '',
          unitPriceYen: null,
          amountYen: null,
          note: null,
        }
      }),
      amounts: null,
      remarks: input.message === '' ? null : input.message,
    }
    const document = await storeDocument(context, {
      kind: 'delivery-note',
      prefix: `D-${yearOf(today)}-`,
      template: 'delivery-note/v1',
      transactionOn: today,
      amountYen: null,
      counterpartyId: order.clientId,
      counterpartyName: order.clientName,
      ownerUserId: null,
      data: note,
      retainUntil: retainUntil(today),
    })
    const id = newId(now.getTime())
    const { message, lines, fileIds } = input
    await insertDelivery(db, programmeId, {
      id,
      orderId: order.id,
      number: document.number,
      message,
      lines,
      deliveredOn: today,
      deliveredBy: actor.userId ?? '',
      documentId: document.id,
      fileIds,
    })
    await moveOrder.perform(context, { orderId: order.id, to: 'delivered' })
    await context.publish(events['order.delivered'], { deliveryId: id })
    return { deliveryId: id, number: document.number, documentId: document.id }
  },
})
