import holidayJp from '@holiday-jp/holiday_jp'
import { type CalendarDate, addDays, calendarDate, weekdayOf } from './calendar-date.ts'

/**
 * The span for which national holidays are known. Years after the current one are predictions of the table's authors, and a
 * change of the holiday law changes them.
 */
const holidayTableFrom: CalendarDate = calendarDate('1970-01-01')
const holidayTableTo: CalendarDate = calendarDate('2050-12-31')

const holidayNames: ReadonlyMap<string, { readonly ja: string; readonly en: string }> = new Map(
  Object.entries(holidayJp.holidays).map(([date, holiday]) => [date, { ja: holiday.name, en: holiday.name_en }]),
)

export function isWithinHolidayTable(date: CalendarDate): boolean {
  return holidayTableFrom <= date && date <= holidayTableTo
}

/** The name of a national holiday (substitute and in-between holidays too), or null. Throws outside the table. */
export function holidayNameOn(date: CalendarDate, language: 'ja' | 'en'): string | null {
  if (!isWithinHolidayTable(date)) throw new RangeError(`outside the holiday table: ${date}`)
  return holidayNames.get(date)?.[language] ?? null
}

/** Banks close on Saturdays, Sundays, national holidays and from 12-31 to 01-03 (銀行法施行令5条). */
export function isBankDay(date: CalendarDate): boolean {
  const weekday = weekdayOf(date)
  return weekday !== 0 && weekday !== 6 && !isBankNewYear(date) && holidayNameOn(date, 'ja') === null
}

function isBankNewYear(date: CalendarDate): boolean {
  const monthAndDay = date.slice(5)
  return monthAndDay === '12-31' || monthAndDay <= '01-03'
}

/** The day itself when banks are open, otherwise the last bank day before it. */
export function bankDayOnOrBefore(date: CalendarDate): CalendarDate {
  let day = date
  while (!isBankDay(day)) day = addDays(day, -1)
  return day
}

/** So many bank days after a day, counted from the first one on which banks take something in. */
export function bankDaysAfter(date: CalendarDate, count: number): CalendarDate {
  let day = bankDayOnOrAfter(date)
  for (let left = count; left > 0; left -= 1) day = bankDayOnOrAfter(addDays(day, 1))
  return day
}

/** The day itself when banks are open, otherwise the first bank day after it. */
export function bankDayOnOrAfter(date: CalendarDate): CalendarDate {
  let day = date
  while (!isBankDay(day)) day = addDays(day, 1)
  return day
}
