import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate, calendarDateOfDayNumber } from './calendar-date.ts'
import {
  addFiscalYears,
  endOfFiscalYear,
  fiscalYear,
  fiscalYearOf,
  formatFiscalYear,
  settlementEndOfFiscalYear,
  startOfFiscalYear,
} from './fiscal-year.ts'

test('3月31日までが前の年度', () => {
  expect(fiscalYearOf(calendarDate('2023-03-31'))).toBe(2022)
  expect(fiscalYearOf(calendarDate('2023-04-01'))).toBe(2023)
})

test('年度の名', () => {
  const names = [2022, 2019, 2018, 1989, 1988, 1927, 1926, 1913, 1912].map((year) => formatFiscalYear(fiscalYear(year), 'ja'))
  expect(names).toEqual([
    '令和4年度',
    '令和元年度',
    '平成30年度',
    '平成元年度',
    '昭和63年度',
    '昭和2年度',
    '大正15年度',
    '大正2年度',
    '明治45年度',
  ])
  expect(formatFiscalYear(fiscalYear(2022), 'en')).toBe('FY2022')
})

test('出納整理期間は翌年度の5月31日まで', () => {
  expect(settlementEndOfFiscalYear(fiscalYear(2022))).toBe('2023-05-31')
})

test('年度でない数は断る', () => {
  for (const bad of [2022.5, 1867, 9999, Number.NaN]) expect(() => fiscalYear(bad)).toThrow(RangeError)
})

test('性質: どの日もその年度の初日と末日の間にあり、末日の翌日は次の年度の初日', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 200_000 }).map(calendarDateOfDayNumber), (date) => {
      const year = fiscalYearOf(date)
      expect(startOfFiscalYear(year) <= date && date <= endOfFiscalYear(year)).toBe(true)
      expect(addDays(endOfFiscalYear(year), 1)).toBe(startOfFiscalYear(addFiscalYears(year, 1)))
    }),
  )
})
