import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { minutes } from '../../units/minutes.ts'
import { yen } from '../../units/yen.ts'
import { impliedHourly, isReferenceOutdated, judgeImpliedHourly, standardDaysNeeded } from './implied-hourly.ts'

test('1件120円・標準6分なら時間あたり1,200円', () => {
  expect(judgeImpliedHourly(yen(120), minutes(6), yen(1061))).toEqual({ hourlyYen: 1200, belowReference: false, sufficientUnitFeeYen: 107 })
})

test('端数は切り捨てて見せ、比べるのは切り捨てる前の値', () => {
  // 124 × 60 ÷ 7 = 1062.857…
  expect(judgeImpliedHourly(yen(124), minutes(7), yen(1063))).toEqual({ hourlyYen: 1062, belowReference: true, sufficientUnitFeeYen: 125 })
  expect(judgeImpliedHourly(yen(124), minutes(7), yen(1062)).belowReference).toBe(false)
  expect(judgeImpliedHourly(yen(1061), minutes(60), yen(1061)).belowReference).toBe(false)
})

test('基準がなければ比べない', () => {
  expect(judgeImpliedHourly(yen(120), minutes(6), null)).toEqual({ hourlyYen: 1200, belowReference: null, sufficientUnitFeeYen: null })
  expect(() => impliedHourly(yen(120), minutes(0))).toThrow(RangeError)
})

test('1年以上前の最低賃金は古いと知らせる', () => {
  const validFrom = calendarDate('2025-10-03')
  expect(isReferenceOutdated(validFrom, calendarDate('2026-10-02'))).toBe(false)
  expect(isReferenceOutdated(validFrom, calendarDate('2026-10-03'))).toBe(true)
})

test('8時間を1日として必要な日数', () => {
  expect(standardDaysNeeded(minutes(6), 80)).toBe(1)
  expect(standardDaysNeeded(minutes(6), 81)).toBe(2)
  expect(standardDaysNeeded(minutes(6), 0)).toBe(0)
})

test('性質: 足りる単価はちょうど最小', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 3000 }), (unitMinutes, reference) => {
      const fee = judgeImpliedHourly(yen(0), minutes(unitMinutes), yen(reference)).sufficientUnitFeeYen ?? 0
      expect(judgeImpliedHourly(yen(fee), minutes(unitMinutes), yen(reference)).belowReference).toBe(false)
      expect(judgeImpliedHourly(yen(fee - 1), minutes(unitMinutes), yen(reference)).belowReference).toBe(true)
    }),
  )
})
