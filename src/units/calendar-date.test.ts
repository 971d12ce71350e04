import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CalendarDate,
  addDays,
  addMonths,
  calendarDate,
  calendarDateOfDayNumber,
  dayNumber,
  daysBetween,
  earlierDate,
  endOfMonth,
  isCalendarDate,
  isValidOn,
  jstDateOf,
  laterDate,
  startOfDayInJapan,
  startOfMonth,
  validOn,
  weekdayOf,
} from './calendar-date.ts'

const anyDate: fc.Arbitrary<CalendarDate> = fc.integer({ min: -700_000, max: 2_900_000 }).map(calendarDateOfDayNumber)

test('実在しない日と別の書き方は日付ではない', () => {
  for (const bad of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20260101',
    '0000-01-01',
    '2026-11-22 ',
    '２０２６-11-22',
    '',
    null,
    20261122,
  ]) {
    expect(isCalendarDate(bad)).toBe(false)
  }
  expect(isCalendarDate('2028-02-29')).toBe(true)
  expect(isCalendarDate('0001-01-01')).toBe(true)
  expect(() => calendarDate('2023-02-29')).toThrow(RangeError)
})

test('月をまたぐ計算', () => {
  expect(addMonths(calendarDate('2026-01-31'), 1)).toBe('2026-02-28')
  expect(addMonths(calendarDate('2027-12-31'), 2)).toBe('2028-02-29')
  expect(addMonths(calendarDate('2026-01-15'), -1)).toBe('2025-12-15')
  expect(startOfMonth(calendarDate('2026-07-31'))).toBe('2026-07-01')
  expect(endOfMonth(calendarDate('2028-02-03'))).toBe('2028-02-29')
  expect(endOfMonth(calendarDate('1900-02-03'))).toBe('1900-02-28')
  expect(() => addDays(calendarDate('9999-12-31'), 1)).toThrow(RangeError)
})

test('曜日と比較', () => {
  expect(weekdayOf(calendarDate('2026-11-22'))).toBe(0)
  expect(weekdayOf(calendarDate('1969-12-31'))).toBe(3)
  expect(earlierDate(calendarDate('2026-01-01'), calendarDate('2026-01-02'))).toBe('2026-01-01')
  expect(laterDate(calendarDate('2026-01-01'), calendarDate('2026-01-02'))).toBe('2026-01-02')
})

test('日本の日付は協定世界時の15時に変わる', () => {
  expect(jstDateOf(new Date('2026-11-22T14:59:59.999Z'))).toBe('2026-11-22')
  expect(jstDateOf(new Date('2026-11-22T15:00:00.000Z'))).toBe('2026-11-23')
  expect(startOfDayInJapan(calendarDate('2026-11-23')).toISOString()).toBe('2026-11-22T15:00:00.000Z')
})

test('期間つきの表は両端の日を含む', () => {
  const rows = [
    { validFrom: calendarDate('2024-01-01'), validTo: calendarDate('2024-12-31'), rate: 1 },
    { validFrom: calendarDate('2025-01-01'), validTo: null, rate: 2 },
  ]
  expect(validOn(rows, calendarDate('2024-12-31'))?.rate).toBe(1)
  expect(validOn(rows, calendarDate('2025-01-01'))?.rate).toBe(2)
  expect(validOn(rows, calendarDate('2023-12-31'))).toBeNull()
  expect(isValidOn({ validFrom: calendarDate('2024-01-01'), validTo: null }, calendarDate('9999-12-31'))).toBe(true)
})

test('性質: 日数の足し算は戻せて、差と一致し、文字の順が日の順', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -9000, max: 9000 }), (date, days) => {
      const moved = addDays(date, days)
      expect(addDays(moved, -days)).toBe(date)
      expect(daysBetween(date, moved)).toBe(days)
      expect(date < moved).toBe(dayNumber(date) < dayNumber(moved))
    }),
  )
})

test('性質: 月末の翌日は必ず1日', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      expect(addDays(endOfMonth(date), 1)).toBe(startOfMonth(addMonths(date, 1)))
    }),
  )
})
