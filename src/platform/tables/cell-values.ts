// Signs that XML 1.0 does not take, and those that it takes and changes.
const sign = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`
const outsideXml = new RegExp(`[${sign(0)}-${sign(8)}${sign(11)}-${sign(31)}${sign(127)}${sign(0xfffe)}${sign(0xffff)}]`, 'g')

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu
export const signsOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0)

const date = /^\d{4}-\d{2}-\d{2}$/
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const japanMilliseconds = 9 * 3_600_000
/** Days before are counted otherwise by Excel, which takes 1900 for a leap year. */
const firstDay = '1900-03-01'

/** The day, if there is such a day: the 30th of February and a telephone number stay the text that they are. */
export function dayOf(text: string): Date | null {
  if (!date.test(text) || text < firstDay) return null
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : null
}

/** The time in Japan, because a spreadsheet knows no time zones. */
export function timeOf(text: string): Date | null {
  if (!instant.test(text) || dayOf(text.slice(0, 10)) === null) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time + japanMilliseconds)
}

/**
 * A text as XML can hold it: what is not a character there is written as `_xFFFE_`, and a text that looks so already gets its first sign
 * written that way (ISO/IEC 29500-1, 22.9.2.19, ST_Xstring).
 */
export const written = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(outsideXml, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)

/** Excel takes 31 UTF-16 units, keeps `History` for itself, and knows no two names that differ only in their case. */
export function nameOf(asked: string, taken: readonly string[]): string {
  const clean = asked
    .replaceAll(/[[\]:*?/\\'\t\n]/g, ' ')
    .replaceAll(outsideXml, ' ')
    .trim()
  const free = (name: string) => name.toLowerCase() !== 'history' && taken.every((each) => each.toLowerCase() !== name.toLowerCase())
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` ${number}`
    const name = cut(clean || 'Sheet', 31 - end.length) + end
    if (free(name)) return name
  }
}

/** The first signs, without half of a pair at the end. */
const cut = (text: string, length: number): string => {
  const head = text.slice(0, length)
  return (head.isWellFormed() ? head : head.slice(0, -1)).trim()
}
