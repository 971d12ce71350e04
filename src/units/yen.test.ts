import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratio } from './ratio.ts'
import {
  addYen,
  ceilYen,
  floorYen,
  formatYen,
  groupDigits,
  halfUpYen,
  isYen,
  negateYen,
  subtractYen,
  sumYen,
  timesYen,
  yen,
  zeroYen,
} from './yen.ts'

test('端数・非数・安全な整数を超える額は円にならない', () => {
  for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)]) {
    expect(() => yen(bad)).toThrow(RangeError)
    expect(isYen(bad)).toBe(false)
  }
  expect(isYen('100')).toBe(false)
  expect(yen(2 ** 53 - 1)).toBe(9007199254740991)
})

test('加算のあふれは黙って丸められない', () => {
  expect(() => addYen(yen(2 ** 53 - 1), yen(1))).toThrow(RangeError)
  expect(() => sumYen([yen(2 ** 53 - 1), yen(1), yen(-1)])).toThrow(RangeError)
  expect(() => timesYen(yen(2 ** 40), 2 ** 40)).toThrow(RangeError)
  expect(() => timesYen(yen(100), 1.5)).toThrow(RangeError)
})

test('足し引きと掛け算', () => {
  expect(addYen(yen(30000), yen(20005))).toBe(50005)
  expect(subtractYen(yen(55005), yen(3063))).toBe(51942)
  expect(timesYen(yen(120), 25)).toBe(3000)
  expect(Object.is(negateYen(zeroYen), 0)).toBe(true)
  expect(sumYen([])).toBe(0)
})

test('円への丸めは名前のとおりの向き', () => {
  expect([floorYen(ratio(999909, 1000)), ceilYen(ratio(999909, 1000)), halfUpYen(ratio(1999, 2))]).toEqual([999, 1000, 1000])
  expect([floorYen(ratio(-1, 2)), ceilYen(ratio(-1, 2)), halfUpYen(ratio(-1, 2))]).toEqual([-1, 0, -1])
  expect(() => floorYen(ratio(10n ** 30n, 1))).toThrow(RangeError)
})

test('表示', () => {
  expect(formatYen(yen(5995000), 'ja')).toBe('5,995,000円')
  expect(formatYen(yen(-1234), 'ja')).toBe('-1,234円')
  expect(formatYen(yen(1234), 'en')).toBe('¥1,234')
  expect(formatYen(zeroYen, 'ja')).toBe('0円')
  expect(groupDigits('1234567.8901')).toBe('1,234,567.8901')
  expect(groupDigits('999')).toBe('999')
})

test('性質: 切り捨て ≤ 値 ≤ 切り上げ で、その差は1円以内', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 6n), (above, below) => {
      const value = ratio(above, below)
      const [low, near, high] = [floorYen(value), halfUpYen(value), ceilYen(value)]
      expect(BigInt(low) * below <= above && above <= BigInt(high) * below).toBe(true)
      expect(high - low).toBeLessThanOrEqual(1)
      expect(near === low || near === high).toBe(true)
    }),
  )
})
