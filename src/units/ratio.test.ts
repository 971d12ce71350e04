import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addRatio,
  compareRatio,
  divideRatio,
  halfUpDecimal,
  halfUpRatio,
  isWholeRatio,
  ratio,
  ratioOfDecimal,
  subtractRatio,
  timesRatio,
} from './ratio.ts'

const anyRatio = fc.tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n)).map(([above, below]) => ratio(above, below))

test('比は約分せず、分母は正', () => {
  expect(ratio(33, 90)).toEqual({ numerator: 33n, denominator: 90n })
  expect(ratio(1, -2)).toEqual({ numerator: -1n, denominator: 2n })
  expect(() => ratio(1, 0)).toThrow(RangeError)
  expect(() => ratio(0.5, 1)).toThrow(RangeError)
})

test('四捨五入は正確な比に対して行う', () => {
  const rate = (above: number, below: number) => halfUpDecimal(timesRatio(ratio(above, below), ratio(100, 1)), 1)
  expect(rate(33, 90)).toBe('36.7')
  expect(rate(56848, 86000)).toBe('66.1')
  expect(rate(61230, 136000)).toBe('45.0')
  // 1.005 は二進の小数では 1.00 に落ちる値。正確な比では 1.01 になる。
  expect(halfUpDecimal(ratio(1005, 1000), 2)).toBe('1.01')
  expect(halfUpDecimal(ratio(-5, 10), 0)).toBe('-1')
  expect(halfUpDecimal(ratio(-1, 100), 1)).toBe('0.0')
  expect(halfUpDecimal(ratio(5, 1000), 2)).toBe('0.01')
})

test('小数は最短の十進表記のとおりの比になる', () => {
  expect(ratioOfDecimal(45.02)).toEqual(ratio(4502, 100))
  expect(ratioOfDecimal(-0.5)).toEqual(ratio(-5, 10))
  expect(ratioOfDecimal(1e21)).toEqual(ratio(10n ** 21n, 1))
  expect(ratioOfDecimal(1.5e-7)).toEqual(ratio(15n, 10n ** 8n))
  expect(() => ratioOfDecimal(Number.NaN)).toThrow(RangeError)
  expect(subtractRatio(ratioOfDecimal(0.3), ratioOfDecimal(0.1))).toEqual(ratio(20, 100))
})

test('整数の判定', () => {
  expect(isWholeRatio(ratio(100, 2))).toBe(true)
  expect(isWholeRatio(ratio(101, 2))).toBe(false)
  expect(() => divideRatio(ratio(1, 2), ratio(0, 5))).toThrow(RangeError)
})

test('性質: 足して引けば元に戻り、掛けて割れば元に戻る', () => {
  fc.assert(
    fc.property(anyRatio, anyRatio, (left, right) => {
      expect(compareRatio(subtractRatio(addRatio(left, right), right), left)).toBe(0)
      if (right.numerator !== 0n) expect(compareRatio(divideRatio(timesRatio(left, right), right), left)).toBe(0)
    }),
  )
})

test('性質: 四捨五入の誤差は半分以下で、符号について対称', () => {
  fc.assert(
    fc.property(anyRatio, (value) => {
      const nearest = ratio(halfUpRatio(value), 1)
      const twice = timesRatio(subtractRatio(nearest, value), ratio(2, 1))
      expect(compareRatio(twice, ratio(-1, 1)) >= 0 && compareRatio(twice, ratio(1, 1)) <= 0).toBe(true)
      expect(halfUpRatio(ratio(-value.numerator, value.denominator))).toBe(-halfUpRatio(value))
    }),
  )
})
