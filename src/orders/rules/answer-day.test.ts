import { expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { answerDayFault, proposedAnswerDay } from './answer-day.ts'

const today = calendarDate('2026-11-20')

test('返事の日は3日後。納期がそれより早ければ、納期の日', () => {
  expect(proposedAnswerDay(today, ['2026-12-10'])).toBe('2026-11-23')
  expect(proposedAnswerDay(today, ['2026-12-10', '2026-11-21'])).toBe('2026-11-21')
  expect(proposedAnswerDay(today, ['2026-11-20'])).toBe('2026-11-20')
  expect(proposedAnswerDay(today, [])).toBe('2026-11-23')
})

test.for([
  [null, null],
  ['2026-11-19', 'answer-day-passed'],
  ['2026-11-20', null],
  ['2026-11-30', null],
  ['2026-12-01', 'answer-after-due'],
] as const)('納期が11月30日と12月10日のとき、%s までの返事は %s', ([answerBy, fault]) => {
  expect(answerDayFault(answerBy, today, ['2026-12-10', '2026-11-30'])).toBe(fault)
})
