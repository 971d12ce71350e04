import { expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { retainUntil } from './retention.ts'

test('年度の終わりから3か月後の申告期限まで待って、10年', () => {
  expect(retainUntil(calendarDate('2026-11-22'))).toBe('2037-06-30')
  expect(retainUntil(calendarDate('2027-03-31'))).toBe('2037-06-30')
  expect(retainUntil(calendarDate('2027-04-01'))).toBe('2038-06-30')
})
