import { type CalendarDate, endOfMonth, laterDate } from '../../units/calendar-date.ts'
import { endOfFiscalYear, type FiscalYear } from '../../units/fiscal-year.ts'

/** What was closed and evaluated last, or null where nothing was. */
interface Locks {
  readonly lastClosedMonth: CalendarDate | null
  readonly lastEvaluatedYear: FiscalYear | null
}

/** The last day that takes no entry any more, or null: closed months and evaluated years stay as others have seen them. */
export function lockedUntil({ lastClosedMonth, lastEvaluatedYear }: Locks): CalendarDate | null {
  const month = lastClosedMonth && endOfMonth(lastClosedMonth)
  const year = lastEvaluatedYear && endOfFiscalYear(lastEvaluatedYear)
  return month && year ? laterDate(month, year) : (month ?? year)
}

/** How long a period stays open that two persons opened again. */
export const reopenedDays = 7

/** Days that two persons opened again, both included. */
export type Reopened = readonly { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate }[]

/**
 * The day of an entry for something that happened on `day`: that day, or today when its period is locked and somebody said
 * why it comes late. Null when it needs that reason.
 */
export function entryDay(
  day: CalendarDate,
  today: CalendarDate,
  locked: CalendarDate | null,
  lateReason: string,
  reopened: Reopened = [],
): CalendarDate | null {
  if (locked === null || day > locked || reopened.some(({ firstOn, lastOn }) => firstOn <= day && day <= lastOn)) return day
  return lateReason === '' ? null : today
}
