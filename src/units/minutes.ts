declare const minutesBrand: unique symbol

/** Whole minutes of work, zero or more, as a safe integer. */
export type Minutes = number & { readonly [minutesBrand]: true }

export function isMinutes(value: unknown): value is Minutes {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

/** Makes minutes. Throws a RangeError for fractions, negative values and values beyond the safe integers. */
export function minutes(value: number): Minutes {
  if (!isMinutes(value)) throw new RangeError(`not a whole number of minutes from zero: ${value}`)
  return value
}

/** `1時間30分`, `45分`, `2時間` in Japanese; `1 h 30 min`, `45 min`, `2 h` in English. */
export function formatMinutes(value: Minutes, language: 'ja' | 'en'): string {
  const whole = Math.floor(value / 60)
  const hours = whole.toLocaleString('en')
  const rest = value % 60
  const parts = [
    ...(whole > 0 ? [language === 'ja' ? `${hours}時間` : `${hours} h`] : []),
    ...(rest > 0 || whole === 0 ? [language === 'ja' ? `${rest}分` : `${rest} min`] : []),
  ]
  return parts.join(language === 'ja' ? '' : ' ')
}
