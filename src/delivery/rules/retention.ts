import { addFiscalYears, endOfFiscalYear, fiscalYearOf } from '../../units/fiscal-year.ts'
import { addMonths, type CalendarDate } from '../../units/calendar-date.ts'

/** Years after the end of the fiscal year for which documents are kept (法人税法施行規則59条; 一般法人法120条 for foundations). */
const yearsKept = 10

/** The last day on which a document of a transaction has to be kept: ten years after the close of its fiscal year's return. */
export function retainUntil(transactionOn: CalendarDate): CalendarDate {
  return addMonths(endOfFiscalYear(addFiscalYears(fiscalYearOf(transactionOn), yearsKept)), 3)
}
