import { type Yen, yen } from '../../units/yen.ts'

/**
 * Shares an amount among parts in the proportion of their weights; every yen is given once, those that are left over to the parts that
 * lost most by rounding down. Weights below zero take away. Weights that come to nothing give all to the first part.
 */
export function shared(totalYen: Yen, weights: readonly number[]): Yen[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (whole === 0n) return weights.map((_, at) => (at === 0 ? totalYen : yen(0)))
  const exact = weights.map((weight) => (whole < 0n ? -1n : 1n) * BigInt(totalYen) * BigInt(weight))
  const size = whole < 0n ? -whole : whole
  const lost = exact.map((share) => ((share % size) + size) % size)
  const shares = exact.map((share, at) => (share - (lost[at] ?? 0n)) / size)
  let left = BigInt(totalYen) - shares.reduce((sum, share) => sum + share, 0n)
  const byLoss = weights.map((_, at) => at).toSorted((one, other) => Number((lost[other] ?? 0n) - (lost[one] ?? 0n)))
  for (const at of byLoss) if (left > 0n) [shares[at], left] = [(shares[at] ?? 0n) + 1n, left - 1n]
  return shares.map((share) => yen(Number(share)))
}
