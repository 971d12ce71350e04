import { type CalendarDate, isCalendarDate, jstDateOf } from '../units/calendar-date.ts'
import { formatFiscalYear, isFiscalYear } from '../units/fiscal-year.ts'
import { formatMinutes, isMinutes } from '../units/minutes.ts'
import { firstEraDay, formatCommonEra, formatCommonEraMonth, formatDate, formatMonth, formatWarekiShort } from '../units/wareki.ts'
import { formatYen, groupDigits, isYen } from '../units/yen.ts'
import { formatLanguage, type Language, useLanguage } from './language.ts'
import { setRuby } from './ruby/marks.ts'

/** Writes values for the reader. Text that is no date or amount is shown as it is, never hidden. */
type Format = {
  /** `令和8年11月22日（日）`. */
  date: (date: string) => string
  /** `R8.11.22` in Japanese, the ISO date in English; for narrow columns. */
  shortDate: (date: string) => string
  month: (date: string) => string
  /** An instant as day and time in Japan. */
  instant: (instant: string) => string
  fiscalYear: (year: number) => string
  yen: (amount: number) => string
  minutes: (value: number) => string
  number: (value: number) => string
  /** A share from 0 to 1 with one decimal place, `36.7%`. */
  percent: (share: number) => string
}

/** The calendar date in Japan of an ISO date or instant, or null when the text is neither: a year that is being typed, say. */
export function dateOf(text: string): CalendarDate | null {
  if (isCalendarDate(text)) return text
  // Engines read much more as a date than ISO: `12345-12-01`, or a name with a digit.
  if (!/^\d{4}-\d{2}-\d{2}[T ]/.test(text) || text < '0001-01-02' || text > '9999-12-31') return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : jstDateOf(new Date(time))
}

function timeInJapan(instant: string): string {
  return new Date(instant).toLocaleTimeString('ja-JP', { timeZone: 'Asia/Tokyo', hour: 'numeric', minute: '2-digit' })
}

/** What comes of a number that can't be read is shown as missing. */
function plain(value: number): string {
  return Number.isFinite(value) ? groupDigits(String(value)) : '–'
}

const onDate = (text: string, show: (date: CalendarDate) => string): string => {
  const date = dateOf(text)
  return date === null || date < firstEraDay ? text : show(date)
}
const firstOf = (month: string): string => (month.length === 7 ? `${month}-01` : month)

/** やさしい日本語 counts the years as the rest of the world does. */
const easyDates = {
  date: (text) => onDate(text, formatCommonEra),
  shortDate: (text) => onDate(text, formatCommonEra),
  month: (text) => onDate(firstOf(text), formatCommonEraMonth),
  instant: (text) => onDate(text, (date) => `${formatCommonEra(date)} ${timeInJapan(text)}`),
  fiscalYear: (year) => setRuby(`${year}｜年度《ねんど》`),
} satisfies Partial<Format>

export function formatIn(language: Language): Format {
  const write = formatLanguage(language)
  return {
    date: (text) => onDate(text, (date) => formatDate(date, write)),
    shortDate: (text) => onDate(text, (date) => (write === 'ja' ? formatWarekiShort(date) : date)),
    month: (text) => onDate(firstOf(text), (date) => formatMonth(date, write)),
    instant: (text) => onDate(text, (date) => `${formatDate(date, write)} ${timeInJapan(text)}`),
    fiscalYear: (year) => (isFiscalYear(year) ? formatFiscalYear(year, write) : String(year)),
    yen: (amount) => (isYen(amount) ? formatYen(amount, write) : plain(amount)),
    minutes: (value) => (isMinutes(value) ? formatMinutes(value, write) : plain(value)),
    number: plain,
    percent: (share) => `${(share * 100).toFixed(1)}%`,
    ...(language === 'easy' ? easyDates : {}),
  }
}

const formats: Record<Language, Format> = { ja: formatIn('ja'), en: formatIn('en'), easy: formatIn('easy') }

/** The writing of dates, yen and minutes in the reader's language. */
export function useFormat(): Format {
  return formats[useLanguage()]
}
