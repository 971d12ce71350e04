import { action, refuse } from '../../platform/action.ts'
import { storeDocument } from '../../platform/documents.ts'
import { moveOrder } from '../../orders/actions/move-order.ts'
import { retainUntil } from '../../orders/rules/retention.ts'
import { calendarDate, yearOf } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import type { AcceptanceCertificate } from '../documents/acceptance-certificate.ts'
import { paperWords } from '../documents/words.ts'
import { events } from '../rules/events.ts'
import { insertClientAcceptance, isWhollyAccepted, lockDelivery } from '../store/clients.ts'
import { clientParty, operatorParty } from '../store/parties.ts'

/** The client accepts a delivery (検収); a certificate says what was accepted and when. */
export const acceptDelivery = action(contract['accept-delivery'], {
  load: async ({ db }, { deliveryId }) => {
    const delivery = await lockDelivery(db, deliveryId)
    return delivery && { delivery, scope: { client: [delivery.order.clientId] }, subject: deliveryId }
  },
  run: async (context, { deliveryId, comment }, { delivery }) => {
    const { db, programmeId, actor, today } = context
    if (delivery.answered) return refuse('already-answered')
    const { order } = delivery
    const certificate: AcceptanceCertificate = {
      from: { ...clientParty(order), honorific: null },
      to: await operatorParty(db),
      title: order.title,
      orderNumber: order.number,
      orderedOn: calendarDate(order.orderedOn),
      dueOn: calendarDate(order.dueOn),
      receivedOn: calendarDate(delivery.deliveredOn),
      acceptedOn: today,
      manner: 'inspected',
      inspector: paperWords.inspector,
      payOn: null,
      lines: delivery.lines.map((line) => ({
        description: line.title,
        receivedCount: line.units,
        acceptedCount: line.units,
        unit: line.unitName,
        note: null,
      })),
      remarks: comment === '' ? null : comment,
    }
    const document = await storeDocument(context, {
      kind: 'acceptance-certificate',
      prefix: `A-${yearOf(today)}-`,
      template: 'acceptance-certificate/v1',
      transactionOn: today,
      amountYen: null,
      counterpartyId: order.clientId,
      counterpartyName: order.clientName,
      ownerUserId: null,
      data: certificate,
      retainUntil: retainUntil(today),
    })
    await insertClientAcceptance(db, {
      programmeId,
      deliveryId,
      acceptedOn: today,
      acceptedBy: actor.userId ?? '',
      comment,
      documentId: document.id,
    })
    await moveOrder.perform(context, { orderId: order.id, to: (await isWhollyAccepted(db, order.id)) ? 'accepted' : 'running' })
    await context.publish(events['delivery.accepted-by-client'], { deliveryId })
    return { deliveryId, acceptedOn: today, documentId: document.id }
  },
})
