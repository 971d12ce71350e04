import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { sumYen, yen } from '../../units/yen.ts'
import { taxByRate, taxOnExclusive, taxRatesOn } from './consumption-tax.ts'

const line = (amountYen: number, taxRatePercent = 10) => ({ amountYen: yen(amountYen), taxRatePercent })

test('税率ごとに足してから1回だけ端数処理する', () => {
  expect(taxByRate([line(335), line(335), line(335)], 'floor')).toEqual([{ ratePercent: 10, baseYen: 1005, taxYen: 100 }])
  expect(taxByRate([line(30000), line(20005)], 'floor')).toEqual([{ ratePercent: 10, baseYen: 50005, taxYen: 5000 }])
  expect(taxByRate([line(99, 8), line(1005), line(26, 8)], 'ceil')).toEqual([
    { ratePercent: 10, baseYen: 1005, taxYen: 101 },
    { ratePercent: 8, baseYen: 125, taxYen: 10 },
  ])
})

test('端数処理の向き', () => {
  expect((['floor', 'round', 'ceil'] as const).map((rounding) => taxOnExclusive(yen(1005), 10, rounding))).toEqual([100, 101, 101])
  expect((['floor', 'round', 'ceil'] as const).map((rounding) => taxOnExclusive(yen(1004), 10, rounding))).toEqual([100, 100, 101])
})

test('その日にある税率', () => {
  expect(taxRatesOn(calendarDate('2026-11-22'))).toEqual([10, 8, 0])
  expect(taxRatesOn(calendarDate('2019-09-30'))).toEqual([8, 0])
  expect(taxRatesOn(calendarDate('1989-04-01'))).toEqual([])
})

test('性質: 明細の順と分け方によらず、税は基礎額に対して1円未満しか違わない', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(amounts, fc.constantFrom('floor', 'round', 'ceil'), (values, rounding) => {
      const tax = taxByRate(
        values.map((value) => line(value)),
        rounding,
      )
      const whole = sumYen(values.map((value) => yen(value)))
      expect(tax).toEqual(taxByRate([line(whole)], rounding))
      expect(Math.abs((tax[0]?.taxYen ?? 0) * 10 - whole)).toBeLessThan(10)
    }),
  )
})
