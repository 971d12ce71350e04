import { addDays, calendarDate, daysBetween, endOfMonth, weekdayOf, type CalendarDate } from '../../units/calendar-date.ts'

/** Minutes of Monday to Sunday. */
type Week = readonly number[]
export interface FreeDay {
  onDate: string
  minutes: number
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const isoWeekdayOf = (date: CalendarDate): number => weekdayOf(date) || 7

/**
 * The free minutes of a person on each of so many days: what was said for a day alone counts before the weekly pattern. Weekdays
 * follow one another, so the calendar is asked once for a person and not for each day: a plan has 14,000 of them for 500 people.
 */
export function minutesOnDays(week: Week, exceptions: readonly FreeDay[], from: CalendarDate, days: number): number[] {
  const first = isoWeekdayOf(from) - 1
  const minutes = Array.from({ length: days }, (_, day) => week[(first + day) % 7] ?? 0)
  for (const each of exceptions) {
    const day = daysBetween(from, calendarDate(each.onDate))
    if (day >= 0 && day < days) minutes[day] = each.minutes
  }
  return minutes
}

export const minutesOn = (week: Week, exceptions: readonly FreeDay[], date: CalendarDate): number =>
  minutesOnDays(week, exceptions, date, 1)[0] ?? 0

/** The minutes offered from a day to the end of its month, never above the monthly ceiling; a ceiling of 0 means none. */
export function minutesToEndOfMonth(week: Week, exceptions: readonly FreeDay[], today: CalendarDate, ceilingMinutes: number): number {
  let sum = 0
  const last = endOfMonth(today)
  for (let date = today; date <= last; date = addDays(date, 1)) sum += minutesOn(week, exceptions, date)
  return ceilingMinutes > 0 ? Math.min(sum, ceilingMinutes) : sum
}

export const weekMinutes = (week: Week): number => week.reduce((sum, minutes) => sum + minutes, 0)
