import type { CalendarDate } from '../../units/calendar-date.ts'

/** Where a hand-in stands. Only a waiting one can be decided. */
export type HandInState = 'waiting' | 'accepted' | 'returned' | 'replaced'

export interface Inspected {
  readonly state: HandInState
  /** The account of the worker who handed it in, or null when they have none. */
  readonly workerUserId: string | null
  readonly inspectBy: CalendarDate
  /** The hand-in that this one corrects, or null. */
  readonly replaces: string | null
}

type InspectionRefusal = 'already-decided' | 'own-work'

/** Why a person may not decide about a hand-in now, or null. Nobody inspects what they handed in themselves. */
export function whyNotInspected(handIn: Inspected, inspectorUserId: string | null): InspectionRefusal | null {
  if (handIn.workerUserId !== null && handIn.workerUserId === inspectorUserId) return 'own-work'
  return handIn.state === 'waiting' ? null : 'already-decided'
}

/** What an acceptance on a day means: late for the agreed inspection, and passed at the first time. */
export function judgeAcceptance(handIn: Inspected, acceptedOn: CalendarDate): { readonly late: boolean; readonly firstPass: boolean } {
  return { late: acceptedOn > handIn.inspectBy, firstPass: handIn.replaces === null }
}

/** A correction needs a day to be made: the date lies on the day of the return or later. */
export function isCorrectionDatePossible(correctBy: CalendarDate, returnedOn: CalendarDate): boolean {
  return correctBy >= returnedOn
}
