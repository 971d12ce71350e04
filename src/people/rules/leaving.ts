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

/** How a person is called without a name: by the number that they keep for good. */
export const workerLabel = (number: number): string => `W-${String(number).padStart(5, '0')}`

/** A nickname is looked for in texts from this length on: two letters stand in many other words. */
const shortestNickname = 3

/** By what a text may speak of a person. */
export function namesOf(person: {
  name: string
  kana: string
  displayName: string
  email: string
  phone: string
  postalAddress: string
}): string[] {
  const { name, kana, displayName, email, phone, postalAddress } = person
  return [name, kana, email, phone, postalAddress, ...([...displayName].length >= shortestNickname ? [displayName] : [])].filter(
    (each) => each !== '',
  )
}
