import type { CalendarDate } from '../../units/calendar-date.ts'

export const offerStates = ['open', 'accepted', 'declined', 'withdrawn', 'expired'] as const
export type OfferState = (typeof offerStates)[number]

/** Where an offer stands on a day: an open one whose day of answer has passed is expired, whether or not it was marked so. */
export const offerStateOn = (offer: { state: string; answerBy: string | null }, today: CalendarDate): OfferState =>
  offer.state === 'open' && offer.answerBy !== null && offer.answerBy < today ? 'expired' : (offer.state as OfferState)
