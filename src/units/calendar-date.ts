declare const calendarDateBrand: unique symbol

/** A day of the calendar in Asia/Tokyo as `YYYY-MM-DD`, years 0001 to 9999. Plain text comparison orders it. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true }

const dayMilliseconds = 86_400_000

// Japan Standard Time has been UTC+9 without summer time since 1951-09-08.
const jstOffsetMilliseconds = 9 * 3_600_000

/** True for existing days only: `2026-02-30` and `2026-2-3` are not calendar dates. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < '0001') return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

/** Makes a calendar date. Throws a RangeError when there is no such day. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a date of the calendar (YYYY-MM-DD): ${text}`)
  return text
}

/** Makes a calendar date of numbers, month 1 to 12. Throws a RangeError when there is no such day. */
export function calendarDateOf(year: number, month: number, day: number): CalendarDate {
  return calendarDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

/** 1 to 12. */
export function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7))
}

/** 1 to 31. */
export function dayOf(date: CalendarDate): number {
  return Number(date.slice(8, 10))
}

/** Days since 1970-01-01, which is day 0. */
export function dayNumber(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMilliseconds
}

export function calendarDateOfDayNumber(number: number): CalendarDate {
  return calendarDate(new Date(number * dayMilliseconds).toISOString().slice(0, 10))
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDateOfDayNumber(dayNumber(date) + days)
}

/** How many days `to` lies after `from`; the same day gives 0. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day of another month, or that month's last day when it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return calendarDateOf(year, month, Math.min(dayOf(date), daysInMonth(year, month)))
}

export function startOfMonth(date: CalendarDate): CalendarDate {
  return calendarDateOf(yearOf(date), monthOf(date), 1)
}

export function endOfMonth(date: CalendarDate): CalendarDate {
  return calendarDateOf(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)))
}

/** Month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return leap ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: CalendarDate): number {
  // 1970-01-01, day 0, was a Thursday.
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

export function earlierDate(left: CalendarDate, right: CalendarDate): CalendarDate {
  return left <= right ? left : right
}

export function laterDate(left: CalendarDate, right: CalendarDate): CalendarDate {
  return left >= right ? left : right
}

/** Rows of dated data: in force from `validFrom` to `validTo`, both days included; `null` is open. */
export type Validity = { readonly validFrom: CalendarDate; readonly validTo: CalendarDate | null }

export function isValidOn(validity: Validity, date: CalendarDate): boolean {
  return validity.validFrom <= date && (validity.validTo === null || date <= validity.validTo)
}

/** The row in force on a day, or null when no row covers it. */
export function validOn<Row extends Validity>(rows: readonly Row[], date: CalendarDate): Row | null {
  return rows.find((row) => isValidOn(row, date)) ?? null
}

/** The day it is in Japan at an instant. */
export function jstDateOf(instant: Date): CalendarDate {
  return calendarDate(new Date(instant.getTime() + jstOffsetMilliseconds).toISOString().slice(0, 10))
}

/** The instant at which a day begins in Japan. */
export function startOfDayInJapan(date: CalendarDate): Date {
  return new Date(dayNumber(date) * dayMilliseconds - jstOffsetMilliseconds)
}
