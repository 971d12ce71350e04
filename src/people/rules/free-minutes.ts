import { addDays, endOfMonth, weekdayOf, type CalendarDate } from '../../units/calendar-date.ts'

/** Minutes of Monday to Sunday. */
type Week = readonly number[]
export interface FreeDay {
  onDate: string
  minutes: number
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const isoWeekdayOf = (date: CalendarDate): number => weekdayOf(date) || 7

/** The free minutes of a person on a day: what was said for that day alone counts before the weekly pattern. */
export function minutesOn(week: Week, exceptions: readonly FreeDay[], date: CalendarDate): number {
  const exception = exceptions.find((each) => each.onDate === date)
  return exception ? exception.minutes : (week[isoWeekdayOf(date) - 1] ?? 0)
}

/** The minutes offered from a day to the end of its month, never above the monthly ceiling; a ceiling of 0 means none. */
export function minutesToEndOfMonth(week: Week, exceptions: readonly FreeDay[], today: CalendarDate, ceilingMinutes: number): number {
  let sum = 0
  const last = endOfMonth(today)
  for (let date = today; date <= last; date = addDays(date, 1)) sum += minutesOn(week, exceptions, date)
  return ceilingMinutes > 0 ? Math.min(sum, ceilingMinutes) : sum
}

export const weekMinutes = (week: Week): number => week.reduce((sum, minutes) => sum + minutes, 0)
