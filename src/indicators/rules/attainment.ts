/** A rate as numerator and denominator, a word where a rate says nothing, null where there is none. */
export type Attainment = readonly [number, number] | 'met' | 'missed' | null

/**
 * How far a target was reached. One that goes the wanted way (up by a positive figure, down by a negative one) is measured as actual ÷ target,
 * and the rate is negative where the actual goes the other way. One that allows the unwanted way (a loss, a rate of defects) is measured as
 * target ÷ actual while the actual goes that way too, and is met otherwise. Zero has no rate: where less is better it is met or missed.
 */
export function attainmentOf(actual: number, target: number, direction: 'up' | 'down'): Attainment {
  if (target === 0) return direction === 'up' ? null : actual <= 0 ? 'met' : 'missed'
  const goesTheWantedWay = target > 0 === (direction === 'up')
  if (goesTheWantedWay) return [actual, target]
  return Math.sign(actual) === Math.sign(target) ? [target, actual] : 'met'
}
