import { expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { fiscalYear } from '../../units/fiscal-year.ts'
import { entryDay, lockedUntil } from './period-lock.ts'

const day = calendarDate
const month = day('2026-10-01')

test('everything up to the last closed month and the last evaluated year is locked', () => {
  expect(lockedUntil({ lastClosedMonth: null, lastEvaluatedYear: null })).toBeNull()
  expect(lockedUntil({ lastClosedMonth: month, lastEvaluatedYear: null })).toBe('2026-10-31')
  expect(lockedUntil({ lastClosedMonth: null, lastEvaluatedYear: fiscalYear(2025) })).toBe('2026-03-31')
  expect(lockedUntil({ lastClosedMonth: month, lastEvaluatedYear: fiscalYear(2025) })).toBe('2026-10-31')
  expect(lockedUntil({ lastClosedMonth: day('2026-02-01'), lastEvaluatedYear: fiscalYear(2025) })).toBe('2026-03-31')
})

test('a locked day takes nothing; with a reason the entry is one of today', () => {
  const today = day('2026-11-20')
  expect(entryDay(day('2026-11-01'), today, day('2026-10-31'), '')).toBe('2026-11-01')
  expect(entryDay(day('2026-10-31'), today, day('2026-10-31'), '')).toBeNull()
  expect(entryDay(day('2026-10-31'), today, day('2026-10-31'), '請求書が遅れた')).toBe(today)
  expect(entryDay(day('2026-10-31'), today, null, '')).toBe('2026-10-31')
})
