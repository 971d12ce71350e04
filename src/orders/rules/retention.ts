import { addMonths, type CalendarDate } from '../../units/calendar-date.ts'
import { addFiscalYears, endOfFiscalYear, fiscalYearOf } from '../../units/fiscal-year.ts'

/**
 * Years for which the documents of a fiscal year are kept: enough for a year with a loss and for the books of a foundation
 * (法人税法施行規則59条, 一般法人法120条), and more than the three years of the guideline and the two of 取適法7条.
 */
const yearsKept = 10
/** The years run from the day on which the return of the fiscal year is due, a due date that was put off included. */
const monthsToTheReturn = 3

/** The last day on which a legal document of that day has to be kept. */
export function retainUntil(transactionOn: CalendarDate): CalendarDate {
  return addMonths(endOfFiscalYear(addFiscalYears(fiscalYearOf(transactionOn), yearsKept)), monthsToTheReturn)
}
