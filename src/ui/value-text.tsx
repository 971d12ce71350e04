import { addDays, daysBetween, isCalendarDate, jstDateOf } from '../units/calendar-date.ts'
import { dateOf, useFormat } from './format.ts'
import { useWords } from './words.ts'

/** An amount of yen with its unit; a minus sign and a word, never colour alone, tell money that goes out. */
export function Money({ yen }: { yen: number }) {
  const format = useFormat()
  return <span className="tabular whitespace-nowrap">{format.yen(yen)}</span>
}

type DateTextProps = {
  /** ISO date or instant; null shows that none is set. */
  date: string | null
  short?: boolean
  /** Adds how far away the day is from `today`. */
  relativeTo?: string
  /** The time of day in Japan too. */
  time?: boolean
}

function relative(words: ReturnType<typeof useWords>['date'], days: number): string {
  if (days === 0) return words.today
  if (days === 1) return words.tomorrow
  if (days === -1) return words.yesterday
  return days > 0 ? words.inDays(days) : words.daysAgo(-days)
}

/** A day as people write it, with the ISO date in the tooltip. */
export function DateText({ date, short = false, relativeTo, time = false }: DateTextProps) {
  const format = useFormat()
  const words = useWords().date
  if (date === null || date === '') return <span className="text-ink-soft">{words.none}</span>
  const day = dateOf(date)
  const text = short ? format.shortDate(date) : time ? format.instant(date) : format.date(date)
  const far = day !== null && isCalendarDate(relativeTo) ? relative(words, daysBetween(relativeTo, day)) : null
  return (
    <time dateTime={date} title={day ?? date} className="tabular">
      <span className={short ? 'inline-block whitespace-nowrap' : 'inline-block'}>{text}</span>
      {far === null ? null : (
        <>
          {' '}
          <span className="inline-block text-ink-soft">({far})</span>
        </>
      )}
    </time>
  )
}

/** A length of work, `1 h 30 min` in the reader's language. */
export function MinutesText({ minutes }: { minutes: number }) {
  const format = useFormat()
  return <span className="tabular whitespace-nowrap">{format.minutes(minutes)}</span>
}

/** A count with its unit word, `1,200`. */
export function NumberText({ value, unit = '' }: { value: number; unit?: string }) {
  const format = useFormat()
  return (
    <span className="tabular whitespace-nowrap">
      {format.number(value)}
      {unit}
    </span>
  )
}

/** Today in Japan, as an ISO date. */
export function todayInJapan(): string {
  return jstDateOf(new Date())
}

/** The ISO date a number of days after another. */
export function daysAfter(date: string, days: number): string {
  return isCalendarDate(date) ? addDays(date, days) : date
}
