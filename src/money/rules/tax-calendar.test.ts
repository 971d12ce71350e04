import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { paymentRecordsDueOn, withheldState } from './tax-calendar.ts'

describe('源泉所得税の期日', () => {
  it('令和8年9月の支払分は、10日が土曜で12日が祝日なので10月13日まで', () => {
    const month = calendarDate('2026-09-01')
    expect(withheldState(month, 100, calendarDate('2026-09-30'))).toBe('running')
    expect(withheldState(month, 100, calendarDate('2026-10-01'))).toBe('due')
    expect(withheldState(month, 100, calendarDate('2026-10-13'))).toBe('due')
    expect(withheldState(month, 100, calendarDate('2026-10-14'))).toBe('late')
    expect(withheldState(month, 0, calendarDate('2026-10-14'))).toBe('paid')
  })

  it('うるう年の2月は29日まで途中', () => {
    expect(withheldState(calendarDate('2028-02-01'), 1, calendarDate('2028-02-29'))).toBe('running')
    expect(withheldState(calendarDate('2028-02-01'), 1, calendarDate('2028-03-01'))).toBe('due')
  })

  it('支払調書は翌年1月31日まで。日曜なら翌営業日', () => {
    expect(paymentRecordsDueOn(2025)).toBe('2026-02-02')
    expect(paymentRecordsDueOn(2026)).toBe('2027-02-01')
    expect(paymentRecordsDueOn(2027)).toBe('2028-01-31')
  })
})
