import { expect, test } from 'vitest'
import { calendarDate } from './calendar-date.ts'
import { eraYearText, formatDate, formatMonth, formatWareki, formatWarekiShort, formatWarekiWithWeekday } from './wareki.ts'

test('元号の境目', () => {
  expect(formatWareki(calendarDate('2019-04-30'))).toBe('平成31年4月30日')
  expect(formatWareki(calendarDate('2019-05-01'))).toBe('令和元年5月1日')
  expect(formatWareki(calendarDate('1989-01-07'))).toBe('昭和64年1月7日')
  expect(formatWareki(calendarDate('1989-01-08'))).toBe('平成元年1月8日')
  expect(formatWareki(calendarDate('1926-12-24'))).toBe('大正15年12月24日')
  expect(formatWareki(calendarDate('1912-07-29'))).toBe('明治45年7月29日')
  expect(eraYearText(calendarDate('1868-01-25'))).toBe('明治元')
  expect(() => formatWareki(calendarDate('1868-01-24'))).toThrow(RangeError)
})

test('書式', () => {
  const date = calendarDate('2026-11-22')
  expect(formatWarekiWithWeekday(date)).toBe('令和8年11月22日（日）')
  expect(formatWarekiShort(date)).toBe('R8.11.22')
  expect(formatDate(date, 'ja')).toBe('令和8年11月22日（日）')
  expect(formatDate(date, 'en')).toBe('Sun, 22 November 2026')
  expect(formatMonth(date, 'ja')).toBe('令和8年11月')
  expect(formatMonth(date, 'en')).toBe('November 2026')
})

test('利用環境の和暦と一致する（1873年の改暦以後の毎月1日）', () => {
  const reference = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' })
  for (let month = 0; month < 12 * 160; month += 1) {
    const instant = new Date(Date.UTC(1873, month, 1))
    expect(formatWareki(calendarDate(instant.toISOString().slice(0, 10)))).toBe(reference.format(instant))
  }
})
