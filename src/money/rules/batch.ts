import { payLimitOn } from '../../orders/rules/pay-date.ts'
import { bankDayOnOrBefore } from '../../units/business-day.ts'
import { type CalendarDate, earlierDate, laterDate } from '../../units/calendar-date.ts'

/** Where a bank transfer of many stands. */
export type BatchState = 'made' | 'approved' | 'exported' | 'recorded' | 'refused'

export interface BatchFacts {
  readonly madeBy: string
  readonly approvedBy: readonly string[]
  /** One, or two where the maker's account had just been changed: then a third person takes part. */
  readonly approvalsNeeded?: number
  readonly rejected: boolean
  readonly exported: boolean
  readonly recorded: boolean
}

export function batchStateOf(batch: BatchFacts): BatchState {
  if (batch.rejected) return 'refused'
  if (batch.recorded) return 'recorded'
  if (batch.exported) return 'exported'
  return isApproved(batch) ? 'approved' : 'made'
}

/**
 * Two persons in all whose accounts nobody else had just changed: whoever made it, and one other who approved it; or two
 * others, where the maker's account had been changed.
 */
export function isApproved(batch: Pick<BatchFacts, 'madeBy' | 'approvedBy' | 'approvalsNeeded'>): boolean {
  return new Set(batch.approvedBy.filter((person) => person !== batch.madeBy)).size >= (batch.approvalsNeeded ?? 1)
}

/** What may stand against one approver. */
interface Standing {
  /** Their account rests: somebody else may have changed it. */
  readonly isResting: boolean
  /** Payees in the batch whose account this person recorded after their last payment. */
  readonly recordedAccounts: number
}

const unsuspected: Standing = { isResting: false, recordedAccounts: 0 }

/** Why a person may not approve now, or null. */
export function whyNotApproved(batch: BatchFacts, person: string, { isResting, recordedAccounts }: Standing = unsuspected) {
  if (batch.rejected) return 'batch-refused'
  if (batch.madeBy === person) return 'own-batch'
  if (isApproved(batch) || batch.approvedBy.includes(person)) return 'already-approved'
  if (isResting) return 'account-just-changed'
  return recordedAccounts > 0 ? 'recorded-the-account' : null
}

/** When a payment is due: the earliest pay date of its statements, and the first receipt among their lines. */
interface Due {
  readonly payOn: CalendarDate
  readonly receivedOn: CalendarDate
}

/**
 * The last day on which a batch may pay: the earliest pay date or limit of the 60 days (フリーランス法4条1項) in it. What is late
 * already is paid on the first day that the bank can.
 */
export function lastValueDay(payments: readonly Due[], firstOn: CalendarDate): CalendarDate {
  const days = payments.map(({ payOn, receivedOn }) => earlierDate(payOn, payLimitOn(receivedOn)))
  return days.length === 0 ? firstOn : laterDate(bankDayOnOrBefore(days.reduce(earlierDate)), firstOn)
}

export function isBeyondLimit({ receivedOn }: Due, valueOn: CalendarDate): boolean {
  return valueOn > payLimitOn(receivedOn)
}
