import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDate, calendarDateOfDayNumber, daysBetween } from '../../units/calendar-date.ts'
import { payLimitOn } from '../../orders/rules/pay-date.ts'
import { inspectBy, minutesPerDay, payOnFor, receiptOn } from './receipt.ts'

const day = fc.integer({ min: 20_000, max: 25_000 }).map(calendarDateOfDayNumber)

describe('受領日', () => {
  it('日本の日付で届いた日になる', () => {
    expect(receiptOn(new Date('2026-11-30T14:59:59Z'), null)).toBe('2026-11-30')
    expect(receiptOn(new Date('2026-11-30T15:00:00Z'), null)).toBe('2026-12-01')
    expect(receiptOn(new Date('2028-02-28T15:00:00Z'), null)).toBe('2028-02-29')
  })
  it('受託者の責めによるやり直しだけ、数え直す', () => {
    const at = new Date('2026-12-03T03:00:00Z')
    const receivedOn = calendarDate('2026-11-20')
    expect(receiptOn(at, { receivedOn, cause: 'worker-fault' })).toBe('2026-12-03')
    expect(receiptOn(at, { receivedOn, cause: 'orderer' })).toBe(receivedOn)
    expect(receiptOn(at, { receivedOn, cause: 'client-change' })).toBe(receivedOn)
  })
})

describe('支払日', () => {
  it.each([
    ['2026-11-22', 25, '2026-12-25'],
    ['2026-12-31', 31, '2027-01-29'],
    ['2027-03-31', 25, '2027-04-23'],
    ['2027-04-01', 25, '2027-05-25'],
  ])('%s の受領、支払日 %i は %s', (receivedOn, payDay, payOn) => {
    expect(payOnFor(calendarDate(receivedOn), payDay)).toBe(payOn)
  })
  it('25日払いはいつの受領でも60日以内', () => {
    fc.assert(fc.property(day, (receivedOn) => payOnFor(receivedOn, 25) <= payLimitOn(receivedOn)))
  })
})

describe('検査の期限', () => {
  const terms = { inspectionDays: 7, dueOn: calendarDate('2026-12-10'), inspectionCompleteOn: calendarDate('2026-12-15') }
  it('期限内の提出は、通知した検査完了日を越えない', () => {
    expect(inspectBy(calendarDate('2026-12-01'), terms)).toBe('2026-12-08')
    expect(inspectBy(calendarDate('2026-12-10'), terms)).toBe('2026-12-15')
  })
  it('期限後の提出は、届いた日から数える', () => {
    expect(inspectBy(calendarDate('2026-12-11'), terms)).toBe('2026-12-18')
  })
})

describe('1日あたりの分', () => {
  it('納期までに終わる最小の分である', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 1, max: 600 }),
        day,
        fc.integer({ min: 0, max: 400 }),
        (units, unitMinutes, today, ahead) => {
          const dueOn = addDays(today, ahead)
          const days = daysBetween(today, dueOn) + 1
          const minutes = minutesPerDay(units, unitMinutes, today, dueOn)
          expect(minutes * days).toBeGreaterThanOrEqual(units * unitMinutes)
          expect((minutes - 1) * days).toBeLessThan(units * unitMinutes)
        },
      ),
    )
  })
  it('納期を過ぎていれば、残りの全部', () => {
    expect(minutesPerDay(3, 20, calendarDate('2026-12-11'), calendarDate('2026-12-10'))).toBe(60)
  })
})
