import { type CalendarDate, addDays, daysBetween, earlierDate, jstDateOf } from '../../units/calendar-date.ts'
import { payDateByRule } from '../../orders/rules/pay-date.ts'

/** Why something was returned; only a fault of the worker's moves the day of receipt. */
type ReworkCause = 'worker-fault' | 'orderer' | 'client-change'

/**
 * The day of receipt (受領日) of a hand-in: the day it arrives in Japan (フリーランス法4条1項). When it corrects one that was
 * returned, the count begins again only if the correction was needed through the worker's fault; otherwise the day of the
 * corrected one goes on counting (公正取引委員会・厚生労働省「考え方」第2部第2の1).
 */
export function receiptOn(
  arrivedAt: Date,
  corrected: { readonly receivedOn: CalendarDate; readonly cause: ReworkCause } | null,
): CalendarDate {
  if (corrected === null || corrected.cause === 'worker-fault') return jstDateOf(arrivedAt)
  return corrected.receivedOn
}

/** When the operator pays for what was received on a day: the close of that month, paid on the programme's day of the next. */
export function payOnFor(receivedOn: CalendarDate, payDay: number): CalendarDate {
  return payDateByRule(receivedOn, { monthsLater: 1, day: payDay })
}

/**
 * The last day for the inspection: the agreed days after the arrival, and for work in good time not later than the day
 * that the notice of terms names (規則1条1項5号).
 */
export function inspectBy(
  arrivedOn: CalendarDate,
  terms: { readonly inspectionDays: number; readonly dueOn: CalendarDate; readonly inspectionCompleteOn: CalendarDate },
): CalendarDate {
  const agreed = addDays(arrivedOn, terms.inspectionDays)
  return arrivedOn <= terms.dueOn ? earlierDate(agreed, terms.inspectionCompleteOn) : agreed
}

/** Minutes a day, rounded up, that finish the units left by the due date; today and the due date both count. */
export function minutesPerDay(leftUnits: number, unitMinutes: number, today: CalendarDate, dueOn: CalendarDate): number {
  const days = Math.max(1, daysBetween(today, dueOn) + 1)
  return Math.ceil((leftUnits * unitMinutes) / days)
}
