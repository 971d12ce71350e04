import { addMonths, type CalendarDate } from '../../units/calendar-date.ts'
import { endOfFiscalYear, fiscalYearOf } from '../../units/fiscal-year.ts'

// Ten years after the tax return of the fiscal year, which is due two months after its end; longer than the three years of
// the guideline and the two of 取適法 7条, and enough for a year with a loss (法人税法施行規則59条, 電子帳簿保存法).
const monthsAfterFiscalYear = 2 + 10 * 12

/** The day until which a legal document of that day is kept. */
export const retainUntil = (date: CalendarDate): CalendarDate => addMonths(endOfFiscalYear(fiscalYearOf(date)), monthsAfterFiscalYear)
