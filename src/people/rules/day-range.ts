import { addDays, calendarDate, daysBetween, type CalendarDate } from '../../units/calendar-date.ts'
import { isoWeekdayOf } from './free-minutes.ts'

/**
 * The days from the first to the last, on these weekdays (1 is Monday), in every n-th week counted from the week of the first;
 * weeks begin on Monday.
 */
export function daysOfRange(range: { firstOn: string; lastOn: string; weekdays: readonly number[]; everyWeeks: number }): CalendarDate[] {
  const first = calendarDate(range.firstOn)
  const monday = addDays(first, 1 - isoWeekdayOf(first))
  const days: CalendarDate[] = []
  for (let day = first; day <= range.lastOn; day = addDays(day, 1)) {
    const week = Math.floor(daysBetween(monday, day) / 7)
    if (week % range.everyWeeks === 0 && range.weekdays.includes(isoWeekdayOf(day))) days.push(day)
  }
  return days
}
