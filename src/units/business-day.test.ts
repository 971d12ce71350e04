import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bankDayOnOrAfter, bankDayOnOrBefore, holidayNameOn, isBankDay } from './business-day.ts'
import { calendarDate, calendarDateOfDayNumber, daysBetween } from './calendar-date.ts'

test('前の銀行営業日と次の銀行営業日', () => {
  expect(bankDayOnOrBefore(calendarDate('2027-01-03'))).toBe('2026-12-30')
  expect(bankDayOnOrBefore(calendarDate('2026-11-23'))).toBe('2026-11-20')
  expect(bankDayOnOrBefore(calendarDate('2026-09-22'))).toBe('2026-09-18')
  expect(bankDayOnOrAfter(calendarDate('2026-12-31'))).toBe('2027-01-04')
  expect(bankDayOnOrAfter(calendarDate('2026-10-10'))).toBe('2026-10-13')
  expect(bankDayOnOrBefore(calendarDate('2026-12-25'))).toBe('2026-12-25')
})

test('2026年と2027年の祝日は官報のとおり', () => {
  const holidays = [
    '2026-01-01',
    '2026-01-12',
    '2026-02-11',
    '2026-02-23',
    '2026-03-20',
    '2026-04-29',
    '2026-05-03',
    '2026-05-04',
    '2026-05-05',
    '2026-05-06',
    '2026-07-20',
    '2026-08-11',
    '2026-09-21',
    '2026-09-22',
    '2026-09-23',
    '2026-10-12',
    '2026-11-03',
    '2026-11-23',
    '2027-01-01',
    '2027-01-11',
    '2027-02-11',
    '2027-02-23',
    '2027-03-21',
    '2027-03-22',
    '2027-04-29',
    '2027-05-03',
    '2027-05-04',
    '2027-05-05',
    '2027-07-19',
    '2027-08-11',
    '2027-09-20',
    '2027-09-23',
    '2027-10-11',
    '2027-11-03',
    '2027-11-23',
  ]
  const found: string[] = []
  for (let day = 0; day < 730; day += 1) {
    const date = calendarDateOfDayNumber(20454 + day)
    if (holidayNameOn(date, 'ja') !== null) found.push(date)
  }
  expect(found).toEqual(holidays)
  expect(holidayNameOn(calendarDate('2026-11-23'), 'en')).toBe('Labor Thanksgiving Day')
})

test('表の外の年は祝日を知らないと言う', () => {
  expect(() => isBankDay(calendarDate('2051-06-01'))).toThrow(RangeError)
  expect(() => bankDayOnOrBefore(calendarDate('1969-06-02'))).toThrow(RangeError)
})

test('性質: 寄せた日は営業日で、間に営業日がなく、10日以上は動かない', () => {
  fc.assert(
    fc.property(fc.integer({ min: 400, max: 29_000 }).map(calendarDateOfDayNumber), (date) => {
      const [before, after] = [bankDayOnOrBefore(date), bankDayOnOrAfter(date)]
      expect(isBankDay(before) && isBankDay(after) && before <= date && date <= after).toBe(true)
      expect(before === after).toBe(isBankDay(date))
      expect(daysBetween(before, after)).toBeLessThanOrEqual(12)
    }),
  )
})
