import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { creditOf, creditableNationalTaxYen, exemptSupplierCapYen, transitionalCreditPercentOn, transitionalCredits } from './transitional-credit.ts'

describe('未登録の相手からの税込11,000円（経過措置）', () => {
  test.each([
    ['2026-09-30', 800, 200, 624],
    ['2026-10-01', 700, 300, 546],
    ['2028-09-30', 700, 300, 546],
    ['2028-10-01', 500, 500, 390],
    ['2030-10-01', 300, 700, 234],
    ['2031-10-01', 0, 1000, 0],
  ])('%s の提供: 控除 %d 円、控除できない %d 円、国税分 %d 円', (date, creditable, lost, national) => {
    const suppliedOn = calendarDate(date)
    const credit = creditOf(yen(1000), transitionalCreditPercentOn(suppliedOn))
    expect(credit).toMatchObject({ creditableYen: creditable, notCreditableYen: lost })
    expect(creditableNationalTaxYen(yen(11000), 10, suppliedOn)).toBe(national)
  })
})

test('表は切れ目なく重なりなく続く', () => {
  for (const [index, row] of transitionalCredits.entries()) {
    const next = transitionalCredits[index + 1]
    expect(next?.validFrom ?? null).toBe(row.validTo === null ? null : addDays(row.validTo, 1))
  }
  expect(transitionalCreditPercentOn(calendarDate('2023-09-30'))).toBe(100)
  expect(transitionalCreditPercentOn(calendarDate('2023-10-01'))).toBe(80)
})

test('控除できる額は切り捨て、残りと足せば元の税', () => {
  expect(creditOf(yen(1001), 70)).toEqual({ ratePercent: 70, creditableYen: 700, notCreditableYen: 301 })
  expect(creditOf(yen(999), 100)).toEqual({ ratePercent: 100, creditableYen: 999, notCreditableYen: 0 })
})

test('軽減税率の国税分は6.24%', () => {
  // 10,800 円に含まれる税は 800 円、そのうち国税は 624 円、70% は 436.8 円。
  expect(creditableNationalTaxYen(yen(10800), 8, calendarDate('2026-11-22'))).toBe(436)
  expect(() => creditableNationalTaxYen(yen(10800), 3, calendarDate('2026-11-22'))).toThrow(RangeError)
})

test('一の相手からの年間上限は課税期間の初日で決まる', () => {
  expect(exemptSupplierCapYen(calendarDate('2026-04-01'))).toBe(1_000_000_000)
  expect(exemptSupplierCapYen(calendarDate('2027-04-01'))).toBe(100_000_000)
  expect(exemptSupplierCapYen(calendarDate('2024-04-01'))).toBeNull()
})
