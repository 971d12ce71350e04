import { addDays, type CalendarDate } from '../../units/calendar-date.ts'

/**
 * Days in which a worker may object to a statement; then it counts as confirmed, as the statement says (消費税法基本通達 11-6-6:
 * confirmation by silence needs the wording and the time). Payment does not wait for it.
 */
export const confirmationDays = 7

/** The last day for an objection to a statement of a day. */
export function confirmBy(issuedOn: CalendarDate): CalendarDate {
  return addDays(issuedOn, confirmationDays)
}

/** The last day whose statements count as confirmed today when nobody has answered them. */
export function lastSilentDay(today: CalendarDate): CalendarDate {
  return addDays(today, -confirmationDays - 1)
}
