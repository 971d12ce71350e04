import { action, newId, refuse } from '../../platform/action.ts'
import { storeDocument } from '../../platform/documents.ts'
import { calendarDate, yearOf } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { termsOfOrder } from '../documents/terms-of-order.ts'
import { retainUntil } from '../rules/retention.ts'
import { agreedFacts, decideOffer, insertAssignment, offerWithScope } from '../store/index.ts'

/**
 * A worker agrees to an offer. The assignment and the complete notice of terms are written in the same transaction
 * (フリーランス法3条1項: the terms are given at once), so that there is never the one without the other.
 */
export const acceptOffer = action(contract['accept-offer'], {
  load: async ({ db }, { offerId }) => {
    const offer = await offerWithScope(db, offerId)
    return offer ? { offer, scope: { self: [offer.worker_id] }, subject: offerId } : null
  },
  run: async (context, { offerId }, { offer }) => {
    const { db, programmeId, now, today } = context
    if (!(await decideOffer(db, offerId, 'accepted', now, today))) {
      const isPast = offer.state === 'expired' || (offer.state === 'open' && offer.answer_by !== null && offer.answer_by < today)
      return refuse(isPast ? 'offer-expired' : 'offer-taken')
    }
    if (offer.due_on < today) return refuse('due-passed')
    const agreed = await agreedFacts(db, offer, today)
    const terms = termsOfOrder(agreed.facts)
    if (terms.missing.length > 0 || terms.contradicting.length > 0) return refuse('terms-incomplete', { items: [...terms.missing, ...terms.contradicting].join(' ') })
    if (!terms.pay.strict) return refuse('pay-date-too-late', { payOn: terms.payOn, limitOn: terms.pay.limitOn })
    const assignmentId = newId()
    const notice = await storeDocument(context, {
      kind: 'notice-of-terms',
      prefix: `N${yearOf(today)}-`,
      template: 'notice-of-terms/v1',
      transactionOn: today,
      amountYen: terms.feeYen + terms.taxYen,
      counterpartyId: offer.worker_id,
      counterpartyName: agreed.facts.worker.name,
      ownerUserId: agreed.userId,
      data: terms.notice,
      retainUntil: retainUntil(today),
    })
    await insertAssignment(db, {
      programmeId, id: assignmentId, offerId, packageId: offer.package_id, workerId: offer.worker_id, units: offer.units,
      unitPriceYen: offer.unit_price_yen, feeYen: terms.feeYen, taxYen: terms.taxYen, orderedOn: today, dueOn: calendarDate(offer.due_on),
      inspectionCompleteOn: terms.inspectionCompleteOn, payOn: terms.payOn, noticeDocumentId: notice.id, isDemo: agreed.isDemo, acceptedAt: now,
    })
    await context.publish('offer.accepted', { offerId, assignmentId, workerId: offer.worker_id, packageId: offer.package_id })
    return { assignmentId, noticeDocumentId: notice.id, packageId: offer.package_id }
  },
})
