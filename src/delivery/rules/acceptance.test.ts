import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { type Inspected, isCorrectionDatePossible, judgeAcceptance, whyNotInspected } from './acceptance.ts'

const handIn: Inspected = { state: 'waiting', workerUserId: 'worker', inspectBy: calendarDate('2026-12-08'), replaces: null }

describe('検収', () => {
  it('待っている提出だけを決められる', () => {
    expect(whyNotInspected(handIn, 'director')).toBeNull()
    for (const state of ['accepted', 'returned', 'replaced'] as const)
      expect(whyNotInspected({ ...handIn, state }, 'director')).toBe('already-decided')
  })
  it('自分の提出は検収できない', () => {
    expect(whyNotInspected(handIn, 'worker')).toBe('own-work')
  })
  it('口座のない受託者と、口座のない検収者を同じ人とみなさない', () => {
    expect(whyNotInspected({ ...handIn, workerUserId: null }, null)).toBeNull()
  })
  it('検査の期限の日までは遅れではない', () => {
    expect(judgeAcceptance(handIn, calendarDate('2026-12-08')).late).toBe(false)
    expect(judgeAcceptance(handIn, calendarDate('2026-12-09')).late).toBe(true)
  })
  it('やり直しの提出は、一度での合格に数えない', () => {
    expect(judgeAcceptance(handIn, calendarDate('2026-12-01')).firstPass).toBe(true)
    expect(judgeAcceptance({ ...handIn, replaces: 'earlier' }, calendarDate('2026-12-01')).firstPass).toBe(false)
  })
  it('過ぎた日までの補修は求められない', () => {
    expect(isCorrectionDatePossible(calendarDate('2026-12-01'), calendarDate('2026-12-01'))).toBe(true)
    expect(isCorrectionDatePossible(calendarDate('2026-11-30'), calendarDate('2026-12-01'))).toBe(false)
  })
})
