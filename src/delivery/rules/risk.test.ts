import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDate } from '../../units/calendar-date.ts'
import { forecastFinish, type PackageState, riskOf } from './risk.ts'

const today = calendarDate('2026-11-20')
const calm: PackageState = {
  dueOn: calendarDate('2026-12-20'),
  unitMinutes: 10,
  leftUnits: 6,
  unplacedUnits: 0,
  inspectBy: null,
  freeMinutesByDay: Array.from({ length: 90 }, () => 30),
}

describe('危ない業務', () => {
  it('時間が足りていれば、何も言わない', () => expect(riskOf(calm, today)).toBeNull())
  it('納期を過ぎて残りがある', () => expect(riskOf({ ...calm, dueOn: addDays(today, -1) }, today)?.reason).toBe('overdue'))
  it('検査の期限を過ぎた提出がある', () =>
    expect(riskOf({ ...calm, inspectBy: addDays(today, -1) }, today)?.reason).toBe('inspection-late'))
  it('検査の期限の当日は、まだ遅れではない', () => expect(riskOf({ ...calm, inspectBy: today }, today)).toBeNull())
  it('納期までの可能時間が足りない', () => {
    const risk = riskOf({ ...calm, leftUnits: 12, dueOn: addDays(today, 2) }, today)
    expect(risk).toEqual({ reason: 'short', minutesLeft: 120, freeMinutes: 90, forecastOn: addDays(today, 3) })
  })
  it('納期が近いのに、受け手のいない数がある', () => {
    expect(riskOf({ ...calm, unplacedUnits: 1, dueOn: addDays(today, 14) }, today)?.reason).toBe('unplaced')
    expect(riskOf({ ...calm, unplacedUnits: 1, dueOn: addDays(today, 15) }, today)).toBeNull()
  })
})

describe('終わる日の見込み', () => {
  it('その日までの可能時間で足り、前の日までは足りない', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 90 }), (minutes, days) => {
        const on = forecastFinish(minutes, days, today)
        const sumUntil = (count: number) => days.slice(0, count).reduce((sum, each) => sum + each, 0)
        if (on === null) return sumUntil(days.length) < minutes
        const at = days.findIndex((_, index) => addDays(today, index) === on)
        return sumUntil(at + 1) >= minutes && sumUntil(at) < minutes
      }),
    )
  })
  it('残りがなければ、今日', () => expect(forecastFinish(0, [], today)).toBe(today))
})
