import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupDigits } from '../units/yen.ts'
import { readNumber } from './typed-number.ts'

test('全角数字・コンマ・空白を読める', () => {
  expect(readNumber('１２，３４５')).toBe(12345)
  expect(readNumber(' 1,200 ')).toBe(1200)
  expect(readNumber('９０')).toBe(90)
  expect(readNumber('－３')).toBe(-3)
  expect(readNumber('△３')).toBe(-3)
  expect(readNumber('1.5')).toBe(1.5)
  expect(readNumber('１。５')).toBe(1.5)
  // What is left while somebody shortens 1,000.
  expect(readNumber('1,00')).toBe(100)
})

test('円・万・千を読める', () => {
  for (const [text, value] of [
    ['1,000円', 1000],
    ['￥１，０００', 1000],
    ['1万', 10_000],
    ['１万５千円', 15_000],
    ['1.5万円', 15_000],
    ['1.1万', 11_000],
    ['1万5000', 15_000],
    ['2億3万', 200_030_000],
    ['-500円', -500],
  ] as const)
    expect(readNumber(text, 'yen'), text).toBe(value)
})

test('時間と分を読める。単位のない数は欄の単位になる', () => {
  for (const [text, value] of [
    ['90', 90],
    ['９０分', 90],
    ['2時間', 120],
    ['1時間30分', 90],
    ['2時間半', 150],
    ['1.5時間', 90],
    ['1:30', 90],
    ['1h30m', 90],
    ['45 min', 45],
  ] as const)
    expect(readNumber(text, 'minutes'), text).toBe(value)
  expect(readNumber('1.5', 'hours')).toBe(90)
  expect(readNumber('90分', 'hours')).toBe(90)
  expect(readNumber('40時間', 'hours')).toBe(2400)
})

test('欄の単位は付けて打ってよい', () => {
  expect(readNumber('10日', 'count', '日')).toBe(10)
  expect(readNumber('８０％', 'count', '%')).toBe(80)
  expect(readNumber('50Ｍｂｐｓ', 'count', 'Mbps')).toBe(50)
})

test('空は null、はっきりしないものは NaN', () => {
  expect(readNumber('')).toBeNull()
  expect(readNumber('　')).toBeNull()
  for (const text of [
    '12円',
    '1e5',
    '0x10',
    '1.2.3',
    '--1',
    '一',
    '5日',
    '2時間',
    '-',
    '.',
    '5.',
    '10〜20',
    '約10',
    'Infinity',
    'NaN',
    '9'.repeat(400),
  ])
    expect(readNumber(text), text).toBeNaN()
  for (const text of ['1万5', '円', '2時間', '万', '1万2万']) expect(readNumber(text, 'yen'), text).toBeNaN()
  for (const text of ['半', '1時間半30分', '1:75', '2日', '100円']) expect(readNumber(text, 'minutes'), text).toBeNaN()
})

test('画面に書いた数は同じ数として読める', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(readNumber(groupDigits(String(value)))).toBe(value)
    }),
  )
})

test('どんな文字でも数・NaN・null のどれかで、例外にならない', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('count', 'yen', 'minutes', 'hours'), (text, measure) => {
      const value = readNumber(text, measure, '件')
      expect(value === null || typeof value === 'number').toBe(true)
    }),
  )
})
