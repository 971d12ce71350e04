import { expect, test } from 'vitest'
import { formatIn } from './format.ts'
import { withReadingsBehind } from './ruby/marks.ts'

const ja = formatIn('ja')
const en = formatIn('en')

test('日付は元号で、英語では英語の順で書く', () => {
  expect(ja.date('2026-11-22')).toBe('令和8年11月22日（日）')
  expect(en.date('2026-11-22')).toBe('Sun, 22 November 2026')
  expect(ja.shortDate('2026-11-22')).toBe('R8.11.22')
  expect(ja.month('2026-11')).toBe('令和8年11月')
})

test('やさしい日本語は、年を西暦で書く', () => {
  const easy = formatIn('easy')
  expect(easy.date('2026-11-22')).toBe('2026年11月22日（日）')
  expect(easy.shortDate('2026-11-22')).toBe('2026年11月22日（日）')
  expect(easy.month('2026-11')).toBe('2026年11月')
  expect(easy.instant('2026-11-22T15:30:00Z')).toBe('2026年11月23日（月） 0:30')
  expect(withReadingsBehind(easy.fiscalYear(2026))).toBe('2026年度（ねんど）')
  expect(easy.date('0002-12-01')).toBe('0002-12-01')
})

test('時刻は日本の日付と時刻になる', () => {
  expect(ja.instant('2026-11-22T15:30:00Z')).toBe('令和8年11月23日（月） 0:30')
  expect(ja.date('2026-11-22T15:30:00Z')).toBe('令和8年11月23日（月）')
})

test('日付でない文字は隠さずそのまま見せる', () => {
  expect(ja.date('2026-02-30')).not.toBe('')
  expect(ja.date('未定')).toBe('未定')
})

test('円・分・年度・割合を言語に合わせて書く', () => {
  expect([ja.yen(1234567), en.yen(1234567)]).toEqual(['1,234,567円', '¥1,234,567'])
  expect([ja.minutes(90), en.minutes(90)]).toEqual(['1時間30分', '1 h 30 min'])
  expect([ja.fiscalYear(2022), en.fiscalYear(2022)]).toEqual(['令和4年度', 'FY2022'])
  expect(ja.percent(33 / 90)).toBe('36.7%')
})

test('打ちかけの年も、遠い年も、例外にせず見せる', () => {
  const texts = [
    '0002-12-01',
    '0020-12-01',
    '1867-12-31',
    '12026-12-01',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:00:00Z',
    '275760-09-13',
    '1',
    '',
  ]
  for (const text of texts)
    expect([ja.date(text), ja.shortDate(text), ja.month(text), ja.instant(text)], text).toEqual([text, text, text, text])
  for (const text of [...texts, '9999-12-31']) expect(() => [en.date(text), en.month(text), en.instant(text)], text).not.toThrow()
})

test('整数でない分や円も、例外にせず見せる', () => {
  expect([ja.minutes(2.5), ja.yen(1.5), ja.number(Number.NaN)]).toEqual(['2.5', '1.5', '–'])
  expect([ja.minutes(Number.NaN), ja.yen(Number.NaN), ja.yen(Number.POSITIVE_INFINITY)]).toEqual(['–', '–', '–'])
})
