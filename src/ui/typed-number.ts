/** What a typed number counts. `minutes` and `hours` both give minutes; a bare number is one of the measure. */
export type Measure = 'count' | 'yen' | 'minutes' | 'hours'

const decimal = '\\d+(?:\\.\\d+)?'
const myriads = new RegExp(`^(?:(${decimal})億)?(?:(${decimal})万)?(?:(${decimal})千)?(${decimal})?$`)
const clock = /^(\d+):([0-5]\d)$/
const length = new RegExp(`^(?:(${decimal})(?:時間|h|hr|hrs|hours?))?(半)?(?:(${decimal})(?:分|m|min|mins|minutes?))?$`)

/** The exact product of a typed decimal; 1.1 × 10,000 is 11,000 and not 11,000.000000000002. */
function times(text: string | undefined, factor: number): number {
  return text === undefined ? 0 : Number((Number(text) * factor).toFixed(6))
}

function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[,\s\u3001\u200b-\u200d\ufeff]/g, '')
    .replace(/[\u3002\u30fb](?=\d)/g, '.')
    .replace(/^[\u2010-\u2015\u2212\u30fc\u25b3\u25b2]/, '-')
}

/** `1万5千`, `1.5万`, `12`. A small rest without a unit (`1万5`) is 10,005 to one and 15,000 to another: none. */
function readAmount(text: string): number {
  const found = myriads.exec(text)
  if (!found || text === '') return Number.NaN
  const [, hundredMillions, tenThousands, thousands, rest] = found
  const hasMyriads = hundredMillions !== undefined || tenThousands !== undefined || thousands !== undefined
  if (hasMyriads && rest !== undefined && !/^\d{3,4}$/.test(rest)) return Number.NaN
  return times(hundredMillions, 100_000_000) + times(tenThousands, 10_000) + times(thousands, 1_000) + times(rest, 1)
}

/** Minutes of `1時間30分`, `2時間半`, `1.5時間`, `90分`, `1:30`, `1h30m`; NaN for what has no unit. */
function readLength(text: string): number {
  const time = clock.exec(text)
  if (time) return Number(time[1]) * 60 + Number(time[2])
  const found = length.exec(text)
  if (!found || (found[1] === undefined && found[3] === undefined)) return Number.NaN
  const [, hours, half, minutes] = found
  if (half && (hours === undefined || minutes !== undefined)) return Number.NaN
  return times(hours, 60) + (half ? 30 : 0) + times(minutes, 1)
}

function withoutUnit(text: string, measure: Measure, unit: string): string {
  if (measure === 'yen') return text.replace(/^(-?)[¥\\]/, '$1').replace(/(?:円|えん|yen|jpy)$/, '')
  const own = plainOf(unit)
  return measure === 'count' && own !== '' && text.endsWith(own) ? text.slice(0, -own.length) : text
}

/**
 * The number that a person typed: full-width digits, commas, 万 and 千, and the unit of the field are understood, and 時間 and 分 where
 * time is asked. Null when nothing is typed, NaN when it is no number or not clearly one.
 * @param unit what the field writes behind the number
 */
export function readNumber(text: string, measure: Measure = 'count', unit = ''): number | null {
  const plain = plainOf(text)
  if (plain === '') return null
  const bare = withoutUnit(plain, measure, unit)
  const [sign, amount] = bare.startsWith('-') ? [-1, bare.slice(1)] : [1, bare]
  const isTime = measure === 'minutes' || measure === 'hours'
  const ofUnits = isTime ? readLength(amount) : Number.NaN
  if (!Number.isNaN(ofUnits)) return sign * Math.round(ofUnits)
  const value = readAmount(amount)
  if (!Number.isFinite(value)) return Number.NaN
  // Adding zero turns the negative zero of a typed "-0" into the ordinary one.
  return measure === 'hours' ? sign * Math.round(value * 60) + 0 : sign * value + 0
}
