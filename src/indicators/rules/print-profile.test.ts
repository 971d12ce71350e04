import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratio } from '../../units/ratio.ts'
import {
  type PrintProfile,
  defaultPrintProfile,
  inBrackets,
  isPrintableFigure,
  negativeMarks,
  printFigure,
  printPercent,
} from './print-profile.ts'

const profile = (change: Partial<PrintProfile>): PrintProfile => ({ ...defaultPrintProfile, ...change })

test('割り切れる率だけ小数を落とす', () => {
  expect(printPercent(ratio(1, 2), defaultPrintProfile)).toBe('50%')
  expect(printPercent(ratio(61230, 136000), defaultPrintProfile)).toBe('45.0%')
  expect(printPercent(ratio(0, 90), defaultPrintProfile)).toBe('0%')
  expect(printPercent(ratio(1, 2), profile({ wholeRates: 'fixed' }))).toBe('50.0%')
  expect(printPercent(ratio(1, 2), profile({ wholeRates: 'fixed', decimals: 2 }))).toBe('50.00%')
  expect(printPercent(ratio(2, 3), profile({ decimals: 0 }))).toBe('67%')
})

test('マイナスの印', () => {
  expect(negativeMarks.map((negative) => printFigure(-56848, profile({ negative })))).toEqual(['△56,848', '▲56,848', '-56,848', '(56,848)'])
  expect(printPercent(ratio(-1, 3), profile({ negative: '▲' }))).toBe('▲33.3%')
  expect(printPercent(ratio(-1, 10000), defaultPrintProfile)).toBe('0.0%')
})

test('数値は桁区切りをし、小数はそのまま', () => {
  expect(printFigure(250000, defaultPrintProfile)).toBe('250,000')
  expect(printFigure(1234.5, defaultPrintProfile)).toBe('1,234.5')
  expect(printFigure(0, defaultPrintProfile)).toBe('0')
})

test.for([
  [-1_234_567, 'half-up', '△1,235'],
  [-1_234_567, 'down', '△1,234'],
  [1_234_567, 'down', '1,234'],
  [-1_234_500, 'half-up', '△1,235'],
  [-1_234_499, 'half-up', '△1,234'],
  [-999, 'down', '0'],
  [-499, 'half-up', '0'],
  [0, 'down', '0'],
] as const)('%d円を千円で、%s', ([value, rounding, text]) => {
  expect(printFigure(value, profile({ rounding }), 1_000)).toBe(text)
})

test('括弧', () => {
  expect([inBrackets('21', '[]'), inBrackets('21', ''), inBrackets('21', '［］')]).toEqual(['[21]', '21', '［21］'])
})

test('正確に足せない数は受けない', () => {
  expect([0.000001, -9_999_999_999_999, 1.5].every(isPrintableFigure)).toBe(true)
  expect([0.0000001, 1e13, Number.NaN, Number.POSITIVE_INFINITY, 1e21].some(isPrintableFigure)).toBe(false)
})

test('性質: 小数を落とすのは正確に整数の率だけで、値は落とさない率と同じ', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (above, below) => {
      const rate = ratio(above, below)
      const bare = printPercent(rate, defaultPrintProfile)
      const fixed = printPercent(rate, profile({ wholeRates: 'fixed' }))
      expect(Number.parseFloat(bare)).toBe(Number.parseFloat(fixed))
      expect(bare.includes('.')).toBe((above * 100) % below !== 0)
    }),
  )
})
