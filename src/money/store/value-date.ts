import type { Db } from '../../platform/db/db.ts'
import { payLimitOn } from '../../orders/rules/pay-date.ts'
import { bankDaysAfter } from '../../units/business-day.ts'
import { type CalendarDate, calendarDate, earlierDate, laterDate } from '../../units/calendar-date.ts'
import { lastValueDay } from '../rules/batch.ts'
import { type Gathered, paymentsOf } from './transfers.ts'

/** The first day on which a bank file that is handed in today can pay: the operator's bank wants it so many bank days before. */
export async function firstValueDay(db: Db, today: CalendarDate): Promise<CalendarDate> {
  const { transferLeadDays } = await db.selectFrom('programme.programme').select('transferLeadDays').executeTakeFirstOrThrow()
  return bankDaysAfter(today, transferLeadDays)
}

const beforeAll = calendarDate('2000-01-01')

/** What is due by the value day goes into the same transfer, unless its day has passed and a sooner batch can still pay it. */
export function gatheredOn(close: { id: string; payOn: CalendarDate }, valueOn: CalendarDate, firstOn: CalendarDate): Gathered {
  const othersFrom = valueOn === firstOn ? beforeAll : valueOn
  return { closeId: close.id, othersFrom, othersTo: laterDate(valueOn, close.payOn), without: [] }
}

/** Between which days a batch of a close can pay now, and the 60th day of the first receipt in it; null when it owes nothing. */
export async function valueDatesOf(db: Db, close: { id: string; payOn: CalendarDate }, today: CalendarDate) {
  const firstOn = await firstValueDay(db, today)
  const payments = await paymentsOf(db, gatheredOn(close, laterDate(close.payOn, firstOn), firstOn))
  const [first, ...others] = payments.map((payment) => payLimitOn(payment.receivedOn))
  if (first === undefined) return null
  return { firstOn, lastOn: lastValueDay(payments, firstOn), limitOn: others.reduce(earlierDate, first) }
}
