import { action, type ActionContext, newId, refuse } from '../../platform/action.ts'
import { storeDocument } from '../../platform/documents.ts'
import { yearOf } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import type { NoticeOfTerms } from '../documents/notice-of-terms/notice-of-terms.ts'
import { termsOfOrder } from '../documents/terms-of-order.ts'
import { offerStateOn } from '../rules/offer-state.ts'
import { retainUntil } from '../rules/retention.ts'
import { agreedFacts, decideOffer, insertAssignment, offerWithScope } from '../store/index.ts'

interface Agreed {
  offerId: string
  packageId: string
  workerId: string
  units: number
  unitPriceYen: number
  dueOn: string
}

/** Writes the contract for what was agreed, and its complete notice of terms, or says why the terms cannot be given. */
export async function agreeOnTerms(context: ActionContext, agreed: Agreed, amends: NoticeOfTerms['amends'] = null) {
  const { db, programmeId, now, today } = context
  if (agreed.dueOn < today) return refuse('due-passed')
  const { offerId, packageId, workerId, units, unitPriceYen, dueOn } = agreed
  const { facts, userId, isDemo } = await agreedFacts(db, agreed, today, amends)
  const terms = termsOfOrder(facts)
  if (terms.missing.length > 0 || terms.contradicting.length > 0)
    return refuse('terms-incomplete', { items: [...terms.missing, ...terms.contradicting].join(' ') })
  if (!terms.pay.strict) return refuse('pay-date-too-late', { payOn: terms.payOn, limitOn: terms.pay.limitOn })
  const assignmentId = newId()
  const notice = await storeDocument(context, {
    kind: 'notice-of-terms',
    prefix: `N${yearOf(today)}-`,
    template: 'notice-of-terms/v1',
    transactionOn: today,
    amountYen: terms.feeYen + terms.taxYen,
    counterpartyId: workerId,
    counterpartyName: facts.worker.name,
    ownerUserId: userId,
    data: terms.notice,
    retainUntil: retainUntil(today),
  })
  await insertAssignment(db, {
    programmeId,
    id: assignmentId,
    offerId,
    packageId,
    workerId,
    units,
    unitPriceYen,
    dueOn,
    feeYen: terms.feeYen,
    taxYen: terms.taxYen,
    orderedOn: today,
    inspectionCompleteOn: terms.inspectionCompleteOn,
    payOn: terms.payOn,
    noticeDocumentId: notice.id,
    isDemo,
    acceptedAt: now,
  })
  return { assignmentId, noticeDocumentId: notice.id, packageId }
}

/**
 * A worker agrees to an offer. The assignment and the complete notice of terms are written in the same transaction
 * (フリーランス法3条1項: the terms are given at once), so that there is never the one without the other.
 */
export const acceptOffer = action(contract['accept-offer'], {
  load: async ({ db }, { offerId }) => {
    const offer = await offerWithScope(db, offerId)
    return offer ? { offer, scope: { self: [offer.workerId] }, subject: offerId } : null
  },
  run: async (context, { offerId }, { offer }) => {
    const { db, now, today } = context
    if (!(await decideOffer(db, offerId, 'accepted', now, today))) {
      return refuse(offerStateOn(offer, today) === 'expired' ? 'offer-expired' : 'offer-taken')
    }
    return agreeOnTerms(context, { ...offer, offerId })
  },
})
