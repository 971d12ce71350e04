import { bankDayOnOrAfter } from '../../units/business-day.ts'
import { type CalendarDate, calendarDateOf, endOfMonth } from '../../units/calendar-date.ts'
import { withholdingDueOn } from './withholding.ts'

type WithheldState = 'paid' | 'running' | 'due' | 'late'

/** Where the tax of a month stands: the month is `running`, its tax is `due` by the 10th of the next, `late` after it, or `paid`. */
export function withheldState(month: CalendarDate, openYen: number, today: CalendarDate): WithheldState {
  if (today <= endOfMonth(month)) return 'running'
  if (openYen <= 0) return 'paid'
  return today > withholdingDueOn(month) ? 'late' : 'due'
}

/** 支払調書 of a year go to the tax office by 31 January of the next (所得税法225条1項), or the next day that it is open (国税通則法10条2項). */
export function paymentRecordsDueOn(year: number): CalendarDate {
  return bankDayOnOrAfter(calendarDateOf(year + 1, 1, 31))
}
