import { type CalendarDate, type Validity, calendarDate, validOn } from '../../units/calendar-date.ts'
import { ratio } from '../../units/ratio.ts'
import { type Yen, floorYen, yen } from '../../units/yen.ts'

/**
 * Share of the tax on purchases from unregistered suppliers that may still be credited (平成28年改正法附則52条・53条, 令和8年法律第12号
 * インボイスQ&A 113). The day of supply decides, never the day of payment.
 */
const transitionalCredits: readonly (Validity & { readonly ratePercent: number })[] = [
  { ratePercent: 80, validFrom: calendarDate('2023-10-01'), validTo: calendarDate('2026-09-30') },
  { ratePercent: 70, validFrom: calendarDate('2026-10-01'), validTo: calendarDate('2028-09-30') },
  { ratePercent: 50, validFrom: calendarDate('2028-10-01'), validTo: calendarDate('2030-09-30') },
  { ratePercent: 30, validFrom: calendarDate('2030-10-01'), validTo: calendarDate('2031-09-30') },
  { ratePercent: 0, validFrom: calendarDate('2031-10-01'), validTo: null },
]

/** Purchases with tax from one unregistered supplier in a year above which there is no credit; by the first day of the buyer's taxable period. */
const exemptSupplierCaps: readonly (Validity & { readonly capYen: Yen })[] = [
  { capYen: yen(1_000_000_000), validFrom: calendarDate('2024-10-01'), validTo: calendarDate('2026-09-30') },
  { capYen: yen(100_000_000), validFrom: calendarDate('2026-10-01'), validTo: null },
]

/** Share of the tax on a supply that the operator may credit: all of it when the supplier was registered on that day. */
export function creditPercentOn(suppliedOn: CalendarDate, isRegistered: boolean): number {
  // Before the invoice system every purchase was creditable.
  return isRegistered ? 100 : (validOn(transitionalCredits, suppliedOn)?.ratePercent ?? 100)
}

export type Credit = { readonly ratePercent: number; readonly creditableYen: Yen; readonly notCreditableYen: Yen }

/** Splits tax into the creditable part, rounded down, and the rest. */
export function creditOf(taxYen: Yen, ratePercent: number): Credit {
  const creditableYen = floorYen(ratio(BigInt(taxYen) * BigInt(ratePercent), 100))
  return { ratePercent, creditableYen, notCreditableYen: yen(taxYen - creditableYen) }
}

/** The yearly cap for a taxable period, or null where there was none. */
export function exemptSupplierCapYen(periodBeginsOn: CalendarDate): Yen | null {
  return validOn(exemptSupplierCaps, periodBeginsOn)?.capYen ?? null
}

/** Four fifths of the cap: early enough to register or to ask an accountant. */
export function nearCapYen(capYen: Yen): Yen {
  return floorYen(ratio(BigInt(capYen) * 4n, 5))
}
