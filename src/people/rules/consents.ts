/** What a person agrees to when applying (個人情報保護法 第20条第2項・第27条第1項). The wording of a version never changes. */
export const consentPurposes = ['personal-data', 'share-with-municipality'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]
export const consentTextVersion = '2026-11'

/** What happens when a consent is taken back (個人情報保護法 第16条・第35条の考え方: as easy as giving it, for the time to come). */
export const withdrawalEffects = {
  'personal-data': ['leaves', 'accepted-work-stays', 'papers-stay', 'anonymised-later', 'may-come-back'],
  'share-with-municipality': ['city-sees-no-name', 'counts-stay', 'work-goes-on'],
} as const satisfies Record<ConsentPurpose, readonly string[]>
export type WithdrawalEffect = (typeof withdrawalEffects)[ConsentPurpose][number]

/** The consent without which nobody can take part. */
export const neededToTakePart: ConsentPurpose = 'personal-data'
