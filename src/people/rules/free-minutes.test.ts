import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, calendarDate } from '../../units/calendar-date.ts'
import { isoWeekdayOf, minutesOn, minutesToEndOfMonth, weekMinutes } from './free-minutes.ts'

const week = [60, 0, 120, 0, 30, 240, 0]
const sunday = calendarDate('2026-11-22')

it('日曜は7、月曜は1', () => {
  expect(isoWeekdayOf(sunday)).toBe(7)
  expect(isoWeekdayOf(calendarDate('2026-11-23'))).toBe(1)
})

it('「今日は休む」は、その日だけに効く', () => {
  const exceptions = [{ onDate: '2026-11-23', minutes: 0 }]
  expect(minutesOn(week, exceptions, calendarDate('2026-11-23'))).toBe(0)
  expect(minutesOn(week, exceptions, calendarDate('2026-11-30'))).toBe(60)
})

it('月末までの合計: 11月22日(日)から30日(月)', () => {
  expect(minutesToEndOfMonth(week, [], sunday, 0)).toBe(0 + 60 + 0 + 120 + 0 + 30 + 240 + 0 + 60)
  expect(minutesToEndOfMonth(week, [], sunday, 300)).toBe(300)
})

it('31日間の合計は、週の4倍以上5倍以下', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1_440 }), { minLength: 7, maxLength: 7 }),
      fc.integer({ min: 0, max: 400 }),
      (given, days) => {
        const first = addDays(calendarDate('2026-01-01'), days)
        const start = calendarDate(`${first.slice(0, 7)}-01`)
        const sum = minutesToEndOfMonth(given, [], start, 0)
        expect(sum).toBeGreaterThanOrEqual(4 * weekMinutes(given))
        expect(sum).toBeLessThanOrEqual(5 * weekMinutes(given))
      },
    ),
  )
})
