import { expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { isOutdated, minimumWageOn, minimumWages } from './minimum-wage.ts'

const wageOn = (prefecture: string, date: string) => minimumWageOn(prefecture, calendarDate(date))?.hourlyYen ?? null

test('発効日の前後で変わる', () => {
  expect([wageOn('20', '2022-09-30'), wageOn('20', '2022-10-01')]).toEqual([877, 908])
  expect([wageOn('15', '2025-10-01'), wageOn('15', '2025-10-02')]).toEqual([985, 1050])
  expect([wageOn('13', '2020-10-01'), wageOn('13', '2021-10-01')]).toEqual([1013, 1041])
})

test('表にない都道府県と日は、知らないと答える', () => {
  expect(wageOn('47', '2026-11-22')).toBeNull()
  expect(wageOn('20', '2019-10-03')).toBeNull()
})

test('1年以上前の額は古いと知らせる', () => {
  const wage = minimumWageOn('20', calendarDate('2026-11-22'))
  expect(wage?.hourlyYen).toBe(1061)
  expect(wage && isOutdated(wage, calendarDate('2026-11-22'))).toBe(true)
  expect(wage && isOutdated(wage, calendarDate('2026-10-02'))).toBe(false)
})

test('運営者が足した行が使われ、行の順は問わない', () => {
  const added = { prefectureCode: '20', validFrom: calendarDate('2026-10-01'), hourlyYen: yen(1100) }
  expect(minimumWageOn('20', calendarDate('2026-11-22'), [added, ...minimumWages])?.hourlyYen).toBe(1100)
})
