import {
  type Ratio,
  divideRatio,
  floorRatio,
  halfUpDecimal,
  halfUpRatio,
  isWholeRatio,
  ratio,
  ratioOfDecimal,
  timesRatio,
} from '../../units/ratio.ts'
import { groupDigits } from '../../units/yen.ts'

/** How negative figures are marked in a municipality's tables. */
type NegativeMark = '△' | '▲' | '-' | '()'

export const negativeMarks: readonly NegativeMark[] = ['△', '▲', '-', '()']

/** How a figure is cut to the printed unit: 四捨五入, or 切捨て, which both go by the size and not by the sign. */
export type Rounding = 'half-up' | 'down'

export const roundings: readonly Rounding[] = ['half-up', 'down']

/** How a municipality prints its tables. `rate` and `local` are a pair of brackets, or empty. */
export type PrintProfile = {
  readonly decimals: number
  /** `bare` drops the decimals of a rate that is exactly whole: `50%`, while 45.02 stays `45.0%`. */
  readonly wholeRates: 'bare' | 'fixed'
  readonly negative: NegativeMark
  /** What stands where there is nothing. */
  readonly none: string
  readonly rate: string
  readonly local: string
  readonly rounding: Rounding
}

/** The sheet of 大町市 for 令和4年度: one decimal, whole rates bare, `33 [21]`, `(36.7%)`, blank where there is nothing. */
export const defaultPrintProfile: PrintProfile = {
  decimals: 1,
  wholeRates: 'bare',
  negative: '△',
  none: '',
  rate: '()',
  local: '[]',
  rounding: 'half-up',
}

/** The words that stand in place of a figure. */
export const printWords = { met: '達成', missed: '未達', pending: '集計中', broken: '算出できません' } as const

/** Most decimals a figure may carry, and a limit for its size: sums of a hundred years stay exact. */
export const figureLimits = { decimals: 6, magnitude: 10_000_000_000_000 } as const

/** True for figures that add up exactly: at most six decimals, below ten trillion. */
export function isPrintableFigure(value: number): boolean {
  return Math.abs(value) < figureLimits.magnitude && decimalsOf(value) <= figureLimits.decimals
}

function decimalsOf(value: number): number {
  const match = /^-?\d+(?:\.(\d+))?$/.exec(String(value))
  return match ? (match[1]?.length ?? 0) : Number.POSITIVE_INFINITY
}

/** Puts a pair of brackets around a text; an empty pair leaves it as it is. */
export function inBrackets(text: string, pair: string): string {
  const [open = '', close = ''] = [...pair]
  return `${open}${text}${close}`
}

/**
 * A figure with commas and the profile's negative mark: decimals as they are, or, where it is counted in a part of the printed unit (1,000
 * yen are one 千円), whole printed units by the profile's rounding. What rounds to nothing has no mark.
 */
export function printFigure(value: number, profile: PrintProfile, scale = 1): string {
  const size = Math.abs(value)
  const text = scale === 1 ? String(size) : wholeText(divideRatio(ratioOfDecimal(size), ratio(scale, 1)), profile.rounding)
  return withMark(groupDigits(text), value < 0 && text !== '0', profile)
}

const wholeText = (size: Ratio, rounding: Rounding): string => String(rounding === 'down' ? floorRatio(size) : halfUpRatio(size))

/** A ratio as per cent, rounded half up on its exact value. */
export function printPercent(rate: Ratio, profile: PrintProfile): string {
  const percent = timesRatio(rate, ratio(100, 1))
  const decimals = profile.wholeRates === 'bare' && isWholeRatio(percent) ? 0 : profile.decimals
  const text = halfUpDecimal(percent, decimals)
  return withMark(`${text.replace('-', '')}%`, text.startsWith('-'), profile)
}

function withMark(text: string, negative: boolean, profile: PrintProfile): string {
  if (!negative) return text
  return profile.negative === '()' ? inBrackets(text, '()') : `${profile.negative}${text}`
}
