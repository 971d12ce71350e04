import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { decideOffer, offerWithScope } from '../store/index.ts'

export const withdrawOffer = action(contract['withdraw-offer'], {
  load: async ({ db }, { offerId }) => {
    const offer = await offerWithScope(db, offerId)
    return offer ? { scope: { order: [offer.orderId], site: [offer.onSiteId] }, subject: offerId } : null
  },
  run: async ({ db, now, today }, { offerId }) =>
    (await decideOffer(db, offerId, 'withdrawn', now, today)) ? { offerId } : refuse('offer-decided'),
})
