/**
 * An exact fraction with a positive denominator, not reduced: 33/90 stays 33/90, so that a reader can
 * check both figures until the moment it is shown.
 */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint }

/** Makes a ratio of two integers. Throws a RangeError for a zero denominator or for a fraction. */
export function ratio(numerator: number | bigint, denominator: number | bigint): Ratio {
  const below = BigInt(denominator)
  if (below === 0n) throw new RangeError('a ratio needs a denominator other than zero')
  const above = BigInt(numerator)
  return below < 0n ? { numerator: -above, denominator: -below } : { numerator: above, denominator: below }
}

/**
 * The exact value of a number's shortest decimal form: 45.02 becomes 4502/100 and never 45.0199….
 * Throws a RangeError when the number is not finite.
 */
export function ratioOfDecimal(value: number): Ratio {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (!match) throw new RangeError(`not a finite number: ${value}`)
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(`${sign}${whole}${fraction}`)
  const shift = Number(exponent) - fraction.length
  return shift >= 0 ? ratio(digits * 10n ** BigInt(shift), 1n) : ratio(digits, 10n ** BigInt(-shift))
}

export function addRatio(left: Ratio, right: Ratio): Ratio {
  return ratio(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)
}

export function subtractRatio(left: Ratio, right: Ratio): Ratio {
  return addRatio(left, ratio(-right.numerator, right.denominator))
}

export function timesRatio(left: Ratio, right: Ratio): Ratio {
  return ratio(left.numerator * right.numerator, left.denominator * right.denominator)
}

export function divideRatio(left: Ratio, right: Ratio): Ratio {
  return ratio(left.numerator * right.denominator, left.denominator * right.numerator)
}

/** Negative, zero or positive, as `Array.sort` wants it. */
export function compareRatio(left: Ratio, right: Ratio): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

export function isWholeRatio(value: Ratio): boolean {
  return value.numerator % value.denominator === 0n
}

/** The greatest integer that is not above the ratio. */
export function floorRatio(value: Ratio): bigint {
  const quotient = value.numerator / value.denominator
  return value.numerator < 0n && !isWholeRatio(value) ? quotient - 1n : quotient
}

/** The smallest integer that is not below the ratio. */
export function ceilRatio(value: Ratio): bigint {
  return -floorRatio({ numerator: -value.numerator, denominator: value.denominator })
}

/** The nearest integer; exact halves go away from zero, as 四捨五入 does. */
export function halfUpRatio(value: Ratio): bigint {
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator
  const rounded = (2n * magnitude + value.denominator) / (2n * value.denominator)
  return value.numerator < 0n ? -rounded : rounded
}

/** Decimal text rounded half up on the exact value, for example 33/90 × 100 with one decimal gives `36.7`. */
export function halfUpDecimal(value: Ratio, decimals: number): string {
  const scaled = halfUpRatio(timesRatio(value, ratio(10n ** BigInt(decimals), 1n)))
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0')
  const sign = scaled < 0n ? '-' : ''
  const whole = digits.slice(0, digits.length - decimals)
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - decimals)}`
}
