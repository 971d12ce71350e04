export interface Share {
  municipalityId: string
  costYen: number
  eligibleYen: number
  grantYen: number
}

/**
 * The grant on a municipality's eligible cost, rounded down to whole yen, because a grant is never more than its rate.
 * With one half of 5,995,000 it is 2,997,500.
 */
export function proposedGrantYen(eligibleYen: number, numerator: number, denominator: number): number {
  return Number((BigInt(eligibleYen) * BigInt(numerator)) / BigInt(denominator))
}

/**
 * Divides a cost among municipalities in equal parts of whole yen. The yen that remain go to the first ones, so that the
 * parts always add up to the cost.
 */
export function evenParts(costYen: number, count: number): number[] {
  if (count === 0) return []
  const part = Math.floor(costYen / count)
  const rest = costYen - part * count
  return Array.from({ length: count }, (_, index) => part + (index < rest ? 1 : 0))
}

/** How far the shares are from the cost: zero when they add up to it, negative when something is not yet divided. */
export function shareDifferenceYen(costYen: number, shares: readonly Pick<Share, 'costYen'>[]): number {
  return shares.reduce((sum, share) => sum + share.costYen, 0) - costYen
}
