/** What a person agrees to when applying (個人情報保護法 第20条第2項・第27条第1項). The wording of a version never changes. */
export const consentPurposes = ['personal-data', 'share-with-municipality'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]
export const consentTextVersion = '2026-11'
