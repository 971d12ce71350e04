import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evenParts, proposedGrantYen, shareDifferenceYen } from './cost-shares.ts'

const cost = fc.integer({ min: 0, max: 999_999_999_999 })

it('5,995,000円の2分の1は2,997,500円', () => {
  expect(proposedGrantYen(5_995_000, 1, 2)).toBe(2_997_500)
})

it('交付金は割合を1円も超えず、1円以上少なくもならない', () => {
  fc.assert(
    fc.property(cost, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 100 }), (eligible, numerator, denominator) => {
      const grant = BigInt(proposedGrantYen(eligible, numerator, denominator))
      const exact = BigInt(eligible) * BigInt(numerator)
      expect(grant * BigInt(denominator) <= exact && exact < (grant + 1n) * BigInt(denominator)).toBe(true)
    }),
  )
})

it('均等に分けた額の合計は、いつも事業費に一致する', () => {
  fc.assert(
    fc.property(cost, fc.integer({ min: 1, max: 100 }), (costYen, count) => {
      const parts = evenParts(costYen, count)
      expect(
        shareDifferenceYen(
          costYen,
          parts.map((part) => ({ costYen: part })),
        ),
      ).toBe(0)
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
    }),
  )
})

it('自治体がないときは分けない', () => {
  expect(evenParts(100, 0)).toEqual([])
  expect(shareDifferenceYen(100, [])).toBe(-100)
})
