import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupDigits } from '../units/yen.ts'
import { parseNumber } from './number-field.tsx'

test('全角数字・コンマ・空白を読める', () => {
  expect(parseNumber('１２，３４５')).toBe(12345)
  expect(parseNumber(' 1,200 ')).toBe(1200)
  expect(parseNumber('－３')).toBe(-3)
  expect(parseNumber('1.5')).toBe(1.5)
})

test('空は null、数でないものは NaN', () => {
  expect(parseNumber('')).toBeNull()
  expect(parseNumber('　')).toBeNull()
  for (const text of ['12円', '1e5', '0x10', '1.2.3', '--1', '一']) expect(parseNumber(text), text).toBeNaN()
})

test('画面に書いた数は同じ数として読める', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(parseNumber(groupDigits(String(value)))).toBe(value)
    }),
  )
})
