import { daysBetween, type CalendarDate } from '../../units/calendar-date.ts'
import { standardDayMinutes } from './implied-hourly.ts'

interface Pace {
  /** Days from today to the due date: 0 on it, less when it has passed. */
  daysLeft: number
  /** Minutes that each day from today to the due date needs, both counted, rounded up. */
  minutesPerDay: number
}

/** What the worker reads as "3 days left, 30 minutes a day is enough". */
export function paceOf(minutes: number, today: CalendarDate, dueOn: CalendarDate): Pace {
  const daysLeft = daysBetween(today, dueOn)
  return { daysLeft, minutesPerDay: daysLeft < 0 ? minutes : Math.ceil(minutes / (daysLeft + 1)) }
}

/**
 * Whether the work fits before its due date at eight hours a day at the most (自営型テレワークガイドライン 納期: a due date
 * must not force long hours). Calendar days count, because the worker chooses the days.
 */
export function fitsStandardDays(minutes: number, today: CalendarDate, dueOn: CalendarDate): boolean {
  const { daysLeft } = paceOf(minutes, today, dueOn)
  return minutes <= (daysLeft + 1) * standardDayMinutes
}
