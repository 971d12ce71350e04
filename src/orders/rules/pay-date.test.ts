import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBankDay } from '../../units/business-day.ts'
import { addDays, calendarDate, calendarDateOfDayNumber, endOfMonth } from '../../units/calendar-date.ts'
import { isLawfulPayRule, judgePayDate, payDateByRule, payLimitOn, resubcontractPayLimitOn } from './pay-date.ts'

const endOfNextMonth = { monthsLater: 1, day: 'end' } as const

describe('支払期日は受領日を1日目として60日以内（フリーランス法4条）', () => {
  test.each([
    ['2026-05-15', '2026-07-13', '2026-06-25', '2026-06-30'],
    ['2026-07-01', '2026-08-29', '2026-08-25', '2026-08-31'],
    ['2026-11-01', '2026-12-30', '2026-12-25', '2026-12-30'],
    ['2026-11-22', '2027-01-20', '2026-12-25', '2026-12-30'],
    ['2026-12-31', '2027-02-28', '2027-01-25', '2027-01-29'],
    ['2027-01-01', '2027-03-01', '2027-02-25', '2027-02-26'],
  ])('%s 受領: 期限 %s、25日払い %s、末日払い %s', (received, limit, on25, onEnd) => {
    const receivedOn = calendarDate(received)
    expect(payLimitOn(receivedOn)).toBe(limit)
    expect(payDateByRule(receivedOn)).toBe(on25)
    expect(payDateByRule(receivedOn, endOfNextMonth)).toBe(onEnd)
    expect(judgePayDate(receivedOn, payDateByRule(receivedOn)).strict).toBe(true)
  })
})

test('31日の月が続くと末日払いは62日目: 厳しい読みでは違法、2か月の読みでは適法', () => {
  expect(judgePayDate(calendarDate('2026-07-01'), calendarDate('2026-08-31'))).toEqual({
    limitOn: '2026-08-29',
    day: 62,
    strict: false,
    twoMonth: true,
    withinGuideline: false,
    bankDay: true,
  })
  expect(judgePayDate(calendarDate('2026-11-01'), calendarDate('2026-12-31'))).toMatchObject({ day: 61, strict: false, bankDay: false })
  expect(judgePayDate(calendarDate('2026-07-01'), calendarDate('2026-08-25')).day).toBe(56)
  expect(judgePayDate(calendarDate('2026-07-01'), calendarDate('2026-09-01')).twoMonth).toBe(false)
})

test('ガイドラインの30日は受領日を含む', () => {
  expect(judgePayDate(calendarDate('2026-11-01'), calendarDate('2026-11-30')).withinGuideline).toBe(true)
  expect(judgePayDate(calendarDate('2026-11-01'), calendarDate('2026-12-01')).withinGuideline).toBe(false)
})

test('再委託の例外は元委託の支払期日を含めて30日以内（4条3項）', () => {
  expect(resubcontractPayLimitOn(calendarDate('2026-10-31'))).toBe('2026-11-29')
  expect(resubcontractPayLimitOn(calendarDate('2026-11-30'))).toBe('2026-12-29')
  expect(resubcontractPayLimitOn(calendarDate('2027-01-31'))).toBe('2027-03-01')
})

test('どの月でも適法な規則だけを既定にできる', () => {
  expect(isLawfulPayRule({ monthsLater: 1, day: 25 })).toBe(true)
  expect(isLawfulPayRule({ monthsLater: 1, day: 29 })).toBe(true)
  expect(isLawfulPayRule({ monthsLater: 1, day: 30 })).toBe(false)
  expect(isLawfulPayRule(endOfNextMonth)).toBe(false)
  expect(isLawfulPayRule({ monthsLater: 2, day: 1 })).toBe(false)
})

test('性質: 既定の規則はいつ受領しても60日以内の銀行営業日で、締めの後', () => {
  const days = fc.integer({ min: 20_000, max: 29_400 }).map(calendarDateOfDayNumber)
  fc.assert(
    fc.property(days, (receivedOn) => {
      const payOn = payDateByRule(receivedOn)
      expect(judgePayDate(receivedOn, payOn)).toMatchObject({ strict: true, twoMonth: true, bankDay: true })
      expect(payOn > endOfMonth(receivedOn)).toBe(true)
    }),
  )
})

test('性質: 適法とした規則は、いつ受領しても60日を超えない', () => {
  const days = fc.integer({ min: 20_000, max: 29_400 }).map(calendarDateOfDayNumber)
  const rules = fc.record({ monthsLater: fc.integer({ min: 0, max: 2 }), day: fc.integer({ min: 1, max: 31 }) })
  fc.assert(
    fc.property(days, rules, (receivedOn, rule) => {
      fc.pre(isLawfulPayRule(rule))
      const payOn = payDateByRule(receivedOn, rule)
      expect(payOn <= addDays(receivedOn, 59) && isBankDay(payOn)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
