import { type CalendarDate, calendarDateOf, monthOf, yearOf } from './calendar-date.ts'

declare const fiscalYearBrand: unique symbol

/** A municipal fiscal year, named by the year in which it begins: 2022 is 令和4年度, 2022-04-01 to 2023-03-31. */
export type FiscalYear = number & { readonly [fiscalYearBrand]: true }

/**
 * The first fiscal year that carries an era's name. 2019 began in 平成31 and is written 令和元年度 throughout
 * 1926 and 1912 keep the era in which they began.
 */
const eraFiscalYears = [
  { name: '令和', first: 2019 },
  { name: '平成', first: 1989 },
  { name: '昭和', first: 1927, offset: 1926 },
  { name: '大正', first: 1913, offset: 1912 },
  { name: '明治', first: 1868 },
] as const satisfies readonly { name: string; first: number; offset?: number }[]

export function isFiscalYear(value: unknown): value is FiscalYear {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1868 && value <= 9998
}

/** Makes a fiscal year. Throws a RangeError outside 1868 to 9998. */
export function fiscalYear(year: number): FiscalYear {
  if (!isFiscalYear(year)) throw new RangeError(`not a fiscal year: ${year}`)
  return year
}

/** April begins the fiscal year (地方自治法208条). */
export function fiscalYearOf(date: CalendarDate): FiscalYear {
  return fiscalYear(monthOf(date) >= 4 ? yearOf(date) : yearOf(date) - 1)
}

export function startOfFiscalYear(year: FiscalYear): CalendarDate {
  return calendarDateOf(year, 4, 1)
}

export function endOfFiscalYear(year: FiscalYear): CalendarDate {
  return calendarDateOf(year + 1, 3, 31)
}

/** The last day on which a year's receipts and payments may still be booked to it (出納整理期間, 地方自治法235条の5). */
export function settlementEndOfFiscalYear(year: FiscalYear): CalendarDate {
  return calendarDateOf(year + 1, 5, 31)
}

export function addFiscalYears(year: FiscalYear, years: number): FiscalYear {
  return fiscalYear(year + years)
}

/** `令和4年度`, `令和元年度` in Japanese; `FY2022` in English. */
export function formatFiscalYear(year: FiscalYear, language: 'ja' | 'en'): string {
  if (language === 'en') return `FY${year}`
  const era = eraFiscalYears.find((candidate) => candidate.first <= year)
  if (!era) throw new RangeError(`before the first era of the table: ${year}`)
  const number = year - ('offset' in era ? era.offset : era.first) + 1
  return `${era.name}${number === 1 ? '元' : number}年度`
}
