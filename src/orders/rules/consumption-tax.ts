import { type CalendarDate, type Validity, calendarDate, isValidOn } from '../../units/calendar-date.ts'
import { type Ratio, ratio } from '../../units/ratio.ts'
import { type Yen, addYen, ceilYen, floorYen, halfUpYen, zeroYen } from '../../units/yen.ts'

/** Direction of the one rounding for each rate on a document; free to choose and stored with the document. */
export type TaxRounding = 'floor' | 'round' | 'ceil'

export const taxRoundings: readonly TaxRounding[] = ['floor', 'round', 'ceil']

/** The direction of every document that the programme makes. */
export const ourTaxRounding: TaxRounding = 'floor'

/**
 * Rates in force, any number at once (消費税法29条, 地方税法72条の83). 0 is for amounts outside the tax, such as compensation.
 */
const consumptionTaxRates: readonly (Validity & {
  readonly ratePercent: number
  readonly kind: 'standard' | 'reduced' | 'outside'
})[] = [
  { ratePercent: 10, kind: 'standard', validFrom: calendarDate('2019-10-01'), validTo: null },
  { ratePercent: 8, kind: 'reduced', validFrom: calendarDate('2019-10-01'), validTo: null },
  { ratePercent: 8, kind: 'standard', validFrom: calendarDate('2014-04-01'), validTo: calendarDate('2019-09-30') },
  { ratePercent: 5, kind: 'standard', validFrom: calendarDate('1997-04-01'), validTo: calendarDate('2014-03-31') },
  { ratePercent: 0, kind: 'outside', validFrom: calendarDate('1997-04-01'), validTo: null },
]

/** The rates that a supply on a day can have, highest first. */
export function taxRatesOn(suppliedOn: CalendarDate): readonly number[] {
  return consumptionTaxRates.filter((rate) => isValidOn(rate, suppliedOn)).map((rate) => rate.ratePercent)
}

/** Whether a rate is the reduced one (軽減税率) for a supply on a day, which documents mark with ※. */
export function isReducedRateOn(ratePercent: number, suppliedOn: CalendarDate): boolean {
  return consumptionTaxRates.some((rate) => rate.kind === 'reduced' && rate.ratePercent === ratePercent && isValidOn(rate, suppliedOn))
}

function roundYen(value: Ratio, rounding: TaxRounding): Yen {
  switch (rounding) {
    case 'floor':
      return floorYen(value)
    case 'round':
      return halfUpYen(value)
    case 'ceil':
      return ceilYen(value)
  }
}

/** Tax on an amount without tax. */
export function taxOnExclusive(baseYen: Yen, ratePercent: number, rounding: TaxRounding): Yen {
  return roundYen(ratio(BigInt(baseYen) * BigInt(ratePercent), 100), rounding)
}

export type TaxByRate = { readonly ratePercent: number; readonly baseYen: Yen; readonly taxYen: Yen }

/**
 * Tax of a document: amounts are added by rate first and rounded once for each rate (消費税法施行令70条の10, インボイスQ&A 57・67
 * rounding line by line is not allowed). Highest rate first.
 */
export function taxByRate(
  lines: readonly { readonly amountYen: Yen; readonly taxRatePercent: number }[],
  rounding: TaxRounding,
): readonly TaxByRate[] {
  const bases = new Map<number, Yen>()
  for (const line of lines) bases.set(line.taxRatePercent, addYen(bases.get(line.taxRatePercent) ?? zeroYen, line.amountYen))
  return [...bases]
    .sort(([left], [right]) => right - left)
    .map(([ratePercent, baseYen]) => ({ ratePercent, baseYen, taxYen: taxOnExclusive(baseYen, ratePercent, rounding) }))
}
