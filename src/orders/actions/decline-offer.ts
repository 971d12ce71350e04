import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { decideOffer, offerWithScope } from '../store/index.ts'

/**
 * Declining asks for no reason and leaves nothing about the person but the state of this offer
 * (諾否の自由, 昭和60年 労働基準法研究会報告).
 */
export const declineOffer = action(contract['decline-offer'], {
  load: async ({ db }, { offerId }) => {
    const offer = await offerWithScope(db, offerId)
    return offer ? { packageId: offer.packageId, scope: { self: [offer.workerId] }, subject: offerId } : null
  },
  run: async ({ db, now, today, publish }, { offerId }, { packageId }) => {
    if (!(await decideOffer(db, offerId, 'declined', now, today))) return refuse('offer-decided')
    await publish(events['offer.declined'], { offerId, packageId })
    return { offerId }
  },
})
