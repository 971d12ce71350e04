import { expect, it } from 'vitest'
import { addDays, calendarDate } from '../../units/calendar-date.ts'
import { confirmBy, lastSilentDay } from './confirmation.ts'

it('誤りの連絡は、明細の日から7日目まで', () => {
  const issuedOn = calendarDate('2026-12-01')
  expect(confirmBy(issuedOn)).toBe('2026-12-08')
  expect(confirmBy(calendarDate('2028-02-25'))).toBe('2028-03-03')
  expect(confirmBy(calendarDate('2026-12-28'))).toBe('2027-01-04')
})

it('誤りの連絡の最後の日が過ぎて初めて、確認したものとみなす', () => {
  const today = calendarDate('2026-12-09')
  const last = lastSilentDay(today)
  expect(confirmBy(last) < today).toBe(true)
  expect(confirmBy(addDays(last, 1)) < today).toBe(false)
})
