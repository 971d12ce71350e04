import { expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { costTaxFault } from './operating-cost.ts'

const fault = (amountYen: number, taxYen: number, taxRatePercent: number | null, on = '2026-11-20') =>
  costTaxFault({ amountYen: yen(amountYen), taxYen: yen(taxYen), taxRatePercent }, calendarDate(on))

test.each([
  [1, 999_999_999, null, '2026-11-20', { code: 'tax-above-rate', mostYen: 1, ratePercent: 10 }],
  [50_000, 5_000, 10, '2026-11-20', null],
  [50_000, 5_001, 10, '2026-11-20', { code: 'tax-above-rate', mostYen: 5_000, ratePercent: 10 }],
  [50_000, 4_001, 8, '2026-11-20', { code: 'tax-above-rate', mostYen: 4_000, ratePercent: 8 }],
  [50_005, 5_001, 10, '2026-11-20', null],
  [50_000, 1, 0, '2026-11-20', { code: 'tax-above-rate', mostYen: 0, ratePercent: 0 }],
  [50_000, 0, 10, '2026-11-20', null],
  [50_000, 2_500, 5, '2026-11-20', { code: 'rate-unknown' }],
  [50_000, 5_000, null, '2019-09-30', { code: 'tax-above-rate', mostYen: 4_000, ratePercent: 8 }],
] as const)('%i yen with %i of tax at %s on %s', (amountYen, taxYen, rate, on, expected) => {
  expect(fault(amountYen, taxYen, rate, on)).toEqual(expected)
})
