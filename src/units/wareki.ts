import { type CalendarDate, calendarDate, dayOf, monthOf, weekdayOf, yearOf } from './calendar-date.ts'

/** An era (元号) from its first day until the day before the next one begins. */
type Era = { readonly name: string; readonly letter: string; readonly beginsOn: CalendarDate }

/** The first day that has an era here; `formatDate` and its like throw for days before it. */
export const firstEraDay: CalendarDate = calendarDate('1868-01-25')

/** Newest first. A new era is a new first row. */
const eras: readonly Era[] = [
  { name: '令和', letter: 'R', beginsOn: calendarDate('2019-05-01') },
  { name: '平成', letter: 'H', beginsOn: calendarDate('1989-01-08') },
  { name: '昭和', letter: 'S', beginsOn: calendarDate('1926-12-25') },
  { name: '大正', letter: 'T', beginsOn: calendarDate('1912-07-30') },
  { name: '明治', letter: 'M', beginsOn: firstEraDay },
]

const weekdaysJa = ['日', '月', '火', '水', '木', '金', '土'] as const
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const monthsEn = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The era of a day and its year within it. Throws a RangeError for days before 明治. */
function eraYearOf(date: CalendarDate): { readonly era: Era; readonly year: number } {
  const era = eras.find((candidate) => candidate.beginsOn <= date)
  if (!era) throw new RangeError(`before the first era of the table: ${date}`)
  return { era, year: yearOf(date) - yearOf(era.beginsOn) + 1 }
}

/** `令和元`, `令和8`: the first year of an era is written 元. */
export function eraYearText(date: CalendarDate): string {
  const { era, year } = eraYearOf(date)
  return `${era.name}${year === 1 ? '元' : year}`
}

/** `令和8年11月22日`. */
export function formatWareki(date: CalendarDate): string {
  return `${eraYearText(date)}年${monthOf(date)}月${dayOf(date)}日`
}

/** `令和8年11月22日（日）`. */
export function formatWarekiWithWeekday(date: CalendarDate): string {
  return `${formatWareki(date)}（${weekdaysJa[weekdayOf(date)]}）`
}

/** `令和8年11月`. */
export function formatWarekiMonth(date: CalendarDate): string {
  return `${eraYearText(date)}年${monthOf(date)}月`
}

/** `R8.11.22` for narrow columns. */
export function formatWarekiShort(date: CalendarDate): string {
  const { era, year } = eraYearOf(date)
  return `${era.letter}${year}.${monthOf(date)}.${dayOf(date)}`
}

/** A whole date for a reader: `令和8年11月22日（日）` in Japanese, `Sun, 22 November 2026` in English. */
export function formatDate(date: CalendarDate, language: 'ja' | 'en'): string {
  if (language === 'ja') return formatWarekiWithWeekday(date)
  const month = monthsEn[monthOf(date) - 1]
  return `${weekdaysEn[weekdayOf(date)]}, ${dayOf(date)} ${month} ${yearOf(date)}`
}

/** `2026年11月`, and with its day `2026年11月22日（日）`: for readers who do not know the eras. */
export const formatCommonEraMonth = (date: CalendarDate): string => `${yearOf(date)}年${monthOf(date)}月`
export const formatCommonEra = (date: CalendarDate): string =>
  `${formatCommonEraMonth(date)}${dayOf(date)}日（${weekdaysJa[weekdayOf(date)]}）`

/** A month for a reader: `令和8年11月` in Japanese, `November 2026` in English. */
export function formatMonth(date: CalendarDate, language: 'ja' | 'en'): string {
  return language === 'ja' ? formatWarekiMonth(date) : `${monthsEn[monthOf(date) - 1]} ${yearOf(date)}`
}
