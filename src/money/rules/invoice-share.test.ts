import fc from 'fast-check'
import { expect, it } from 'vitest'
import { yen, zeroYen } from '../../units/yen.ts'
import { invoiceShareYen } from './invoice-share.ts'

it('分けて納品しても、請求の合計は受注額になる', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999_999_999 }),
      fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 20 }),
      (amount, weights) => {
        const totalWeight = weights.reduce((sum, weight) => sum + weight, 0)
        let acceptedWeight = 0
        let invoicedYen = zeroYen
        for (const weight of weights) {
          acceptedWeight += weight
          const share = invoiceShareYen({ amountYen: yen(amount), totalWeight, acceptedWeight, invoicedYen })
          expect(share).toBeGreaterThanOrEqual(0)
          invoicedYen = yen(invoicedYen + share)
        }
        expect(invoicedYen).toBe(amount)
      },
    ),
  )
})

it('半分の作業には、切り捨てた半分の額', () => {
  expect(invoiceShareYen({ amountYen: yen(300_001), totalWeight: 100, acceptedWeight: 50, invoicedYen: zeroYen })).toBe(150_000)
})
