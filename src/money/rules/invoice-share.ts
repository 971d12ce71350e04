import { ratio } from '../../units/ratio.ts'
import { floorYen, type Yen, yen } from '../../units/yen.ts'

/**
 * What one accepted delivery of an order is worth without tax: the order's amount by the share of the work that has been
 * accepted so far, rounded down, less what was invoiced before. The last delivery brings the rest, so that the invoices of
 * an order add up to its amount.
 */
export function invoiceShareYen(order: {
  readonly amountYen: Yen
  readonly totalWeight: number
  readonly acceptedWeight: number
  readonly invoicedYen: Yen
}): Yen {
  const { acceptedWeight, amountYen, invoicedYen, totalWeight } = order
  const due =
    totalWeight === 0 || acceptedWeight >= totalWeight
      ? amountYen
      : floorYen(ratio(BigInt(amountYen) * BigInt(acceptedWeight), totalWeight))
  return yen(Math.max(0, due - invoicedYen))
}
