import { expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { retainUntil } from './retention.ts'

test('年度の申告期限から10年', () => {
  expect(retainUntil(calendarDate('2026-11-22'))).toBe('2037-05-31')
  expect(retainUntil(calendarDate('2027-03-31'))).toBe('2037-05-31')
  expect(retainUntil(calendarDate('2027-04-01'))).toBe('2038-05-31')
})
