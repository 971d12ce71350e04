import { expect, test } from 'vitest'
import { formatMinutes, minutes } from './minutes.ts'

test('分は0以上の整数', () => {
  for (const bad of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => minutes(bad)).toThrow(RangeError)
})

test('書式', () => {
  expect([90, 45, 120, 0, 6001, 1_240_180].map((value) => formatMinutes(minutes(value), 'ja'))).toEqual([
    '1時間30分',
    '45分',
    '2時間',
    '0分',
    '100時間1分',
    '20,669時間40分',
  ])
  expect([90, 45, 120, 0].map((value) => formatMinutes(minutes(value), 'en'))).toEqual(['1 h 30 min', '45 min', '2 h', '0 min'])
})
