import { type Ratio, ceilRatio, floorRatio, halfUpRatio } from './ratio.ts'

declare const yenBrand: unique symbol

/** Whole Japanese yen as a safe integer. Negative values are corrections and losses. */
export type Yen = number & { readonly [yenBrand]: true }

export function isYen(value: unknown): value is Yen {
  return Number.isSafeInteger(value)
}

/** Makes an amount of yen. Throws a RangeError for fractions and for values beyond the safe integers. */
export function yen(value: number): Yen {
  // Adding zero turns the negative zero of a subtraction into the ordinary one.
  const amount = value + 0
  if (!isYen(amount)) throw new RangeError(`not a whole, safe amount of yen: ${value}`)
  return amount
}

export const zeroYen: Yen = yen(0)

export function addYen(left: Yen, right: Yen): Yen {
  return yen(left + right)
}

export function subtractYen(left: Yen, right: Yen): Yen {
  return yen(left - right)
}

export function negateYen(amount: Yen): Yen {
  return yen(-amount)
}

/** Adds all amounts; every partial sum must stay safe, so no overflow is hidden by a later correction. */
export function sumYen(amounts: Iterable<Yen>): Yen {
  let total = zeroYen
  for (const amount of amounts) total = addYen(total, amount)
  return total
}

/** Price of `count` whole units at `unitPriceYen` each. */
export function timesYen(unitPriceYen: Yen, count: number): Yen {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number of units: ${count}`)
  return yen(unitPriceYen * count)
}

/** The greatest whole yen that is not above the ratio (a negative ratio rounds away from zero). */
export function floorYen(ratio: Ratio): Yen {
  return fromBigInt(floorRatio(ratio))
}

/** The smallest whole yen that is not below the ratio. */
export function ceilYen(ratio: Ratio): Yen {
  return fromBigInt(ceilRatio(ratio))
}

/** The nearest whole yen; exact halves go away from zero, as 四捨五入 does. */
export function halfUpYen(ratio: Ratio): Yen {
  return fromBigInt(halfUpRatio(ratio))
}

function fromBigInt(amount: bigint): Yen {
  const value = Number(amount)
  if (BigInt(value) !== amount) throw new RangeError(`too large for yen: ${amount}`)
  return yen(value)
}

/** `1,234円` in Japanese, `¥1,234` in English; negative amounts carry a minus sign in front. */
export function formatYen(amount: Yen, language: 'ja' | 'en'): string {
  const digits = groupDigits(String(Math.abs(amount)))
  const sign = amount < 0 ? '-' : ''
  return language === 'ja' ? `${sign}${digits}円` : `${sign}¥${digits}`
}

/** Puts a comma between groups of three digits of the whole part of a decimal number. */
export function groupDigits(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
