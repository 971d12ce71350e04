import { expect, it } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { confirmBy, isDeemedConfirmed } from './confirmation.ts'

it('7日のあいだに連絡がなければ、翌日から確認があったものとする', () => {
  const issuedOn = calendarDate('2026-12-01')
  expect(confirmBy(issuedOn)).toBe('2026-12-08')
  expect(isDeemedConfirmed(issuedOn, calendarDate('2026-12-08'))).toBe(false)
  expect(isDeemedConfirmed(issuedOn, calendarDate('2026-12-09'))).toBe(true)
})
