import { daysBetween, type CalendarDate } from '../../units/calendar-date.ts'
import { standardDayMinutes } from './implied-hourly.ts'

interface Pace {
  /** Days on which work can be done, today and the due date counted; 0 when the due date has passed. */
  daysLeft: number
  /** Minutes that each of these days needs, rounded up. */
  minutesPerDay: number
}

/** What the worker reads as "3 days left, 30 minutes a day is enough". */
export function paceOf(minutes: number, today: CalendarDate, dueOn: CalendarDate): Pace {
  const daysLeft = Math.max(0, daysBetween(today, dueOn) + 1)
  return { daysLeft, minutesPerDay: daysLeft === 0 ? minutes : Math.ceil(minutes / daysLeft) }
}

/**
 * Whether the work fits before its due date at eight hours a day at the most (自営型テレワークガイドライン 納期: a due date
 * must not force long hours). Calendar days count, because the worker chooses the days.
 */
export function fitsStandardDays(minutes: number, today: CalendarDate, dueOn: CalendarDate): boolean {
  const { daysLeft } = paceOf(minutes, today, dueOn)
  return minutes <= daysLeft * standardDayMinutes
}
