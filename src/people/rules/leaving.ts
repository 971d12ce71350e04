import { addMonths, type CalendarDate } from '../../units/calendar-date.ts'

/**
 * For how long what is known of a person is kept after the last day, beside papers with a day of their own. Who worked: three years, as the
 * guideline for self-employed telework has records kept. Who was never registered: half a year, for questions about the answer
 * (個人情報保護法22条: erased without delay when no longer needed).
 */
const monthsKept = { registered: 36, applicant: 6 } as const

/** The last day on which a person who left is kept by name. Null while the person takes part. */
export function keptUntil(person: {
  leftOn: CalendarDate | null
  wasRegistered: boolean
  papersUntil: CalendarDate | null
}): CalendarDate | null {
  if (person.leftOn === null) return null
  const end = addMonths(person.leftOn, monthsKept[person.wasRegistered ? 'registered' : 'applicant'])
  return person.papersUntil === null || person.papersUntil < end ? end : person.papersUntil
}
