import { addDays, type CalendarDate } from '../../units/calendar-date.ts'

/** Days in which people may answer, unless somebody says otherwise. */
const answerDays = 3

/** The day by which offers ask for an answer: in a few days, and never after the first day on which the work itself is due. */
export const proposedAnswerDay = (today: CalendarDate, dueOns: readonly string[]): string =>
  [addDays(today, answerDays), ...dueOns].reduce((first, day) => (day < first ? day : first))

/** What is wrong with a day to answer by; an offer without one waits until the work is due. */
export function answerDayFault(
  answerBy: string | null,
  today: string,
  dueOns: readonly string[],
): 'answer-day-passed' | 'answer-after-due' | null {
  if (answerBy === null) return null
  if (answerBy < today) return 'answer-day-passed'
  return dueOns.some((dueOn) => dueOn < answerBy) ? 'answer-after-due' : null
}
