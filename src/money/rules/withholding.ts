import { bankDayOnOrAfter } from '../../units/business-day.ts'
import {
  type CalendarDate,
  type Validity,
  addMonths,
  calendarDate,
  calendarDateOf,
  monthOf,
  startOfMonth,
  validOn,
  yearOf,
} from '../../units/calendar-date.ts'
import { ratio } from '../../units/ratio.ts'
import { type Yen, addYen, floorYen, subtractYen, yen, zeroYen } from '../../units/yen.ts'

/** Whether work falls under 所得税法204条1項. `undecided` work cannot be paid until the operator has decided. */
export type WithholdingClass = 'subject' | 'not-subject' | 'undecided'

export const withholdingClasses: readonly WithholdingClass[] = ['subject', 'not-subject', 'undecided']

/**
 * Rates by day of payment with the surtaxes included (所得税法205条, 復興財源確保法28条, 令和8年度改正), in ten-thousandths. The split of the
 * surtax changes in 2027 while the sum stays; the name on statements changes with it.
 */
const withholdingRates: readonly (Validity & {
  readonly tenThousandths: bigint
  readonly overTenThousandths: bigint
  readonly labelJa: string
  readonly labelEn: string
})[] = [
  {
    tenThousandths: 1021n,
    overTenThousandths: 2042n,
    labelJa: '所得税及び復興特別所得税',
    labelEn: 'Income tax and special reconstruction income tax',
    validFrom: calendarDate('2013-01-01'),
    validTo: calendarDate('2026-12-31'),
  },
  {
    tenThousandths: 1021n,
    overTenThousandths: 2042n,
    labelJa: '所得税、防衛特別所得税及び復興特別所得税',
    labelEn: 'Income tax, special defence income tax and special reconstruction income tax',
    validFrom: calendarDate('2027-01-01'),
    validTo: calendarDate('2047-12-31'),
  },
]

const lowerBandYen = yen(1_000_000)

/** Days of payment for which a rate is known. */
export function isWithholdingKnownOn(paidOn: CalendarDate): boolean {
  return validOn(withholdingRates, paidOn) !== null
}

function rateOn(paidOn: CalendarDate): (typeof withholdingRates)[number] {
  const rate = validOn(withholdingRates, paidOn)
  if (!rate) throw new RangeError(`no withholding rate for ${paidOn}`)
  return rate
}

/**
 * Tax to withhold from one payment to one person. `baseYen` is the sum of all subject lines paid together, without consumption tax when
 * the document shows that tax apart, otherwise with it (所得税基本通達204-2).
 */
export function withholdingYen(baseYen: Yen, paidOn: CalendarDate): Yen {
  const { tenThousandths, overTenThousandths } = rateOn(paidOn)
  if (baseYen <= lowerBandYen) return floorYen(ratio(BigInt(baseYen) * tenThousandths, 10_000))
  const over = floorYen(ratio(BigInt(subtractYen(baseYen, lowerBandYen)) * overTenThousandths, 10_000))
  return addYen(over, floorYen(ratio(BigInt(lowerBandYen) * tenThousandths, 10_000)))
}

/** What other documents state of the same payment: the base without tax, and what is withheld from it. */
export type PaidTogether = { readonly baseYen: Yen; readonly withheldYen: Yen }

export const paidAlone: PaidTogether = { baseYen: zeroYen, withheldYen: zeroYen }

/**
 * Tax to withhold from a further part of a payment. What is to be paid to one person at one time is one payment, whichever and however
 * many documents state it (所得税法205条1号, 所得税基本通達205-1). Below zero where the others have withheld more than the whole payment bears.
 */
export function withholdingOfPart(baseYen: Yen, { baseYen: otherYen, withheldYen }: PaidTogether, paidOn: CalendarDate): Yen {
  const wholeYen = withholdingYen(addYen(otherYen, baseYen), paidOn)
  // Documents that were reckoned one by one have withheld too little; the missing tax is not this one's to bear.
  const othersYen = yen(Math.max(withheldYen, withholdingYen(otherYen, paidOn)))
  return subtractYen(wholeYen, othersYen)
}

/** The name of the tax as a statement paid on that day must print it. */
export function withholdingLabel(paidOn: CalendarDate, language: 'ja' | 'en'): string {
  const rate = rateOn(paidOn)
  return language === 'ja' ? rate.labelJa : rate.labelEn
}

/** The day by which withheld tax goes to the tax office: the 10th of the next month, or the next day that banks are open (国税通則法10条2項). */
export function withholdingDueOn(paidOn: CalendarDate): CalendarDate {
  const next = addMonths(startOfMonth(paidOn), 1)
  return bankDayOnOrAfter(calendarDateOf(yearOf(next), monthOf(next), 10))
}

/** Subject payments of a calendar year to one person above which a 支払調書 is due (所得税法施行規則84条2項). */
export const paymentRecordAboveYen = yen(50_000)
