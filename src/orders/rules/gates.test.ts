import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lotRange } from './gates.ts'

test('一人分の量は、下限以上、割合以下、分けられないものは全量', () => {
  const units = fc.integer({ min: 1, max: 100_000 })
  fc.assert(
    fc.property(units, units, fc.integer({ min: 1, max: 100 }), fc.boolean(), (count, minUnits, maxSharePercent, indivisible) => {
      const { min, max } = lotRange({ units: count, minUnits, indivisible }, maxSharePercent / 100)
      expect(min).toBeGreaterThanOrEqual(1)
      expect(max).toBeGreaterThanOrEqual(min)
      expect(max).toBeLessThanOrEqual(count)
      if (indivisible) expect(min).toBe(count)
      else expect(max).toBe(Math.min(count, Math.max(min, Math.floor((count * maxSharePercent) / 100))))
    }),
  )
})

test('20の35％は7で、端数の計算の都合で6にならない', () => {
  expect(lotRange({ units: 20, minUnits: 1, indivisible: false }, 0.35).max).toBe(7)
})
