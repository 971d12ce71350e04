import { type CalendarDate, endOfMonth, laterDate } from '../../units/calendar-date.ts'
import { endOfFiscalYear, type FiscalYear } from '../../units/fiscal-year.ts'
import { bookWords } from './book-words.ts'

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

/** Days that two persons opened again, both included. */
type Reopened = readonly { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate }[]

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

/** The books as they stand on a day: what is locked, and which days of it two persons opened again. */
export interface Books {
  readonly today: CalendarDate
  readonly lockedOn: CalendarDate | null
  readonly reopened: Reopened
}

declare const askedBrand: unique symbol

/** The day of a journal entry. Only the functions below make one, so that no entry passes the lock by. */
export type EntryDay = CalendarDate & { readonly [askedBrand]: true }

/** Where in the books something stands. `named` adds its own day to a description, where that is another one. */
export interface BookPlace {
  readonly entryOn: EntryDay
  readonly isLate: boolean
  readonly named: (description: string) => string
}

const asEntryDay = (day: CalendarDate): EntryDay => day as EntryDay

/** The place of something that a person records: null where its period is locked and nobody said why it comes late. */
export function placeOf(books: Books, day: CalendarDate, lateReason: string): BookPlace | null {
  const entryOn = entryDay(day, books.today, books.lockedOn, lateReason, books.reopened)
  if (entryOn === null) return null
  const isLate = entryOn !== day
  return {
    entryOn: asEntryDay(entryOn),
    isLate,
    named: (description) => (isLate ? bookWords.late(description, day, lateReason) : description),
  }
}

/** The place of what follows from an act that has its own reason: an acceptance, a close, the bank's results, a reversal. */
export function placeOfConsequence(books: Books, day: CalendarDate): BookPlace {
  const entryOn = entryDay(day, books.today, books.lockedOn, '', books.reopened) ?? books.today
  const isLate = entryOn !== day
  return { entryOn: asEntryDay(entryOn), isLate, named: (description) => (isLate ? bookWords.ofDay(description, day) : description) }
}

/** The place of a correction of something of another day: today, with that day in its description. */
export function placeOfCorrection(today: CalendarDate, day: CalendarDate): BookPlace {
  return { entryOn: asEntryDay(today), isLate: true, named: (description) => bookWords.ofDay(description, day) }
}
