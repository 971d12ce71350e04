import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { creditOf, creditPercentOn, exemptSupplierCapYen } from './transitional-credit.ts'

describe('未登録の相手からの税込11,000円（経過措置）', () => {
  test.each([
    ['2026-09-30', 800, 200],
    ['2026-10-01', 700, 300],
    ['2028-09-30', 700, 300],
    ['2028-10-01', 500, 500],
    ['2030-10-01', 300, 700],
    ['2031-10-01', 0, 1000],
  ])('%s の提供: 控除 %d 円、控除できない %d 円', (date, creditable, lost) => {
    const suppliedOn = calendarDate(date)
    const credit = creditOf(yen(1000), creditPercentOn(suppliedOn, false))
    expect(credit).toMatchObject({ creditableYen: creditable, notCreditableYen: lost })
  })
})

test('率は決まった日にだけ、順に下がる', () => {
  const changes: [string, number][] = []
  for (let day = calendarDate('2023-09-29'), before = 100; day < '2032-01-01'; day = addDays(day, 1)) {
    const percent = creditPercentOn(day, false)
    if (percent !== before) changes.push([day, percent])
    before = percent
  }
  expect(changes).toEqual([
    ['2023-10-01', 80],
    ['2026-10-01', 70],
    ['2028-10-01', 50],
    ['2030-10-01', 30],
    ['2031-10-01', 0],
  ])
})

test('登録のある相手の税は、いつでもすべて控除できる', () => {
  expect(creditPercentOn(calendarDate('2031-10-01'), true)).toBe(100)
})

test('控除できる額は切り捨て、残りと足せば元の税', () => {
  expect(creditOf(yen(1001), 70)).toEqual({ ratePercent: 70, creditableYen: 700, notCreditableYen: 301 })
  expect(creditOf(yen(999), 100)).toEqual({ ratePercent: 100, creditableYen: 999, notCreditableYen: 0 })
})

test('一の相手からの年間上限は課税期間の初日で決まる', () => {
  expect(exemptSupplierCapYen(calendarDate('2026-04-01'))).toBe(1_000_000_000)
  expect(exemptSupplierCapYen(calendarDate('2027-04-01'))).toBe(100_000_000)
  expect(exemptSupplierCapYen(calendarDate('2024-04-01'))).toBeNull()
})
