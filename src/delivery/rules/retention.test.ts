import { expect, it } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { retainUntil } from './retention.ts'

it.each([
  ['2026-11-22', '2037-06-30'],
  ['2027-03-31', '2037-06-30'],
  ['2027-04-01', '2038-06-30'],
])('%s の取引の文書は %s まで保存する', (on, until) => expect(retainUntil(calendarDate(on))).toBe(until))
