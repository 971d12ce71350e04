import type { PayRule } from './pay-date.ts'

/** The programme's pay day, 1 to 31, in the month after receipt; 31 is the last day of the month. */
export const payRuleOf = (payDay: number): PayRule => ({ monthsLater: 1, day: payDay >= 31 ? 'end' : payDay })
