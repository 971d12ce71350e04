import { taxOnExclusive, taxRatesOn } from '../../orders/rules/consumption-tax.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { Yen } from '../../units/yen.ts'

/** What a cost was for, as the accounts of the programme group them. */
export const costKinds = [
  'personnel',
  'rent',
  'communication',
  'travel',
  'supplies',
  'printing',
  'training',
  'system',
  'outsourcing',
  'other',
] as const

/**
 * What is wrong with the tax of a cost, or null: the rate was not in force on the day (消費税法29条), or the tax is more than the
 * rate makes of the amount, a fraction of a yen rounded up. Without a rate the highest of the day counts.
 */
export function costTaxFault(
  cost: { readonly amountYen: Yen; readonly taxYen: Yen; readonly taxRatePercent: number | null },
  paidOn: CalendarDate,
): { readonly code: 'rate-unknown' } | { readonly code: 'tax-above-rate'; readonly mostYen: Yen; readonly ratePercent: number } | null {
  const rates = taxRatesOn(paidOn)
  const ratePercent = cost.taxRatePercent ?? Math.max(0, ...rates)
  if (cost.taxRatePercent !== null && !rates.includes(ratePercent)) return { code: 'rate-unknown' }
  const mostYen = taxOnExclusive(cost.amountYen, ratePercent, 'ceil')
  return cost.taxYen > mostYen ? { code: 'tax-above-rate', mostYen, ratePercent } : null
}
