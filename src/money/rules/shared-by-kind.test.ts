import fc from 'fast-check'
import { expect, it } from 'vitest'
import { yen } from '../../units/yen.ts'
import { shared } from './shared-by-kind.ts'

it.each([
  [3_063, [30_000], [3_063]],
  [13_273, [100_000, 30_000], [10_210, 3_063]],
  [10, [1, 1, 1], [4, 3, 3]],
  [-10, [1, 1, 1], [-3, -3, -4]],
  [100, [300, -200], [300, -200]],
  [7, [0, 0], [7, 0]],
  [0, [5, 6], [0, 0]],
])('%i を %j で分けると %j', (total, weights, expected) => {
  const inOrder = (parts: readonly number[]) => parts.toSorted((one, other) => one - other)
  expect(inOrder(shared(yen(total), weights))).toEqual(inOrder(expected))
})

it('分けた額の合計は、どんな割合でも元の額になり、どの部分も1円より多くはずれない', () => {
  const part = fc.integer({ min: 0, max: 10_000_000 })
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.array(part, { minLength: 1, maxLength: 8 }), (total, weights) => {
      const shares = shared(yen(total), weights)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total)
      const whole = weights.reduce((sum, weight) => sum + weight, 0)
      if (whole > 0) shares.forEach((share, at) => expect(Math.abs(share - (total * (weights[at] ?? 0)) / whole)).toBeLessThan(1.001))
    }),
  )
})
