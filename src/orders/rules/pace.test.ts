import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate } from '../../units/calendar-date.ts'
import { fitsStandardDays, paceOf } from './pace.ts'

const today = calendarDate('2026-11-20')

test('今日と納期の日に分ける', () => {
  expect(paceOf(90, today, addDays(today, 2))).toEqual({ daysLeft: 2, minutesPerDay: 30 })
  expect(paceOf(91, today, addDays(today, 2))).toEqual({ daysLeft: 2, minutesPerDay: 31 })
  expect(paceOf(90, today, today)).toEqual({ daysLeft: 0, minutesPerDay: 90 })
})

test('納期を過ぎれば0より小さい', () => {
  expect(paceOf(90, today, addDays(today, -1))).toEqual({ daysLeft: -1, minutesPerDay: 90 })
})

test('1日8時間までで納期に収まるか（ガイドライン）', () => {
  expect(fitsStandardDays(480, today, today)).toBe(true)
  expect(fitsStandardDays(481, today, today)).toBe(false)
  expect(fitsStandardDays(1, today, addDays(today, -1))).toBe(false)
})

test('示した1日の分数で進めれば、必ず納期に終わる', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 365 }), (minutes, days) => {
      const { daysLeft, minutesPerDay } = paceOf(minutes, today, addDays(today, days))
      expect((daysLeft + 1) * minutesPerDay).toBeGreaterThanOrEqual(minutes)
    }),
  )
})
