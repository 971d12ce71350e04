import { bankDayOnOrBefore, isBankDay } from '../../units/business-day.ts'
import {
  type CalendarDate,
  type Validity,
  addDays,
  addMonths,
  calendarDate,
  calendarDateOf,
  dayOf,
  daysBetween,
  daysInMonth,
  endOfMonth,
  monthOf,
  startOfMonth,
  validOn,
  yearOf,
} from '../../units/calendar-date.ts'

/**
 * Limits of the pay date in days, the day of receipt counted as day 1 (フリーランス法4条1項, 自営型テレワークガイドライン).
 * The statute counts from receipt (受領) whether or not the work has been inspected.
 */
const payLimits: readonly (Validity & { readonly days: number; readonly guidelineDays: number })[] = [
  { validFrom: calendarDate('2024-11-01'), validTo: null, days: 60, guidelineDays: 30 },
]

/** Days, counted with the client's due date, for a noticed re-subcontract (フリーランス法4条3項, 規則6条). */
const resubcontractLimitDays = 30

/**
 * The last lawful pay date for work received on a day. Orders before the statute came into force are held to the same
 * limit, because the programme promises it to everybody.
 */
export function payLimitOn(receivedOn: CalendarDate): CalendarDate {
  return addDays(receivedOn, limitsOn(receivedOn).days - 1)
}

/** The last pay date of a noticed re-subcontract, counted from the day on which the client's payment falls due. */
export function resubcontractPayLimitOn(clientPayOn: CalendarDate): CalendarDate {
  return addDays(clientPayOn, resubcontractLimitDays - 1)
}

function limitsOn(receivedOn: CalendarDate): { readonly days: number; readonly guidelineDays: number } {
  return validOn(payLimits, receivedOn) ?? { days: 60, guidelineDays: 30 }
}

export type PayDateVerdict = {
  /** The last day that the statute's 60 days allow. */
  readonly limitOn: CalendarDate
  /** The pay date counted from receipt, the day of receipt being day 1. */
  readonly day: number
  /** Within 60 days: the reading which the platform enforces. */
  readonly strict: boolean
  /** Within the end of the month after receipt: how the authorities read a month-end close. */
  readonly twoMonth: boolean
  /** Within the 30 days that the guideline asks for. */
  readonly withinGuideline: boolean
  /** Banks are open, so the transfer can arrive on that day. */
  readonly bankDay: boolean
}

export function judgePayDate(receivedOn: CalendarDate, payOn: CalendarDate): PayDateVerdict {
  const limitOn = payLimitOn(receivedOn)
  return {
    limitOn,
    day: daysBetween(receivedOn, payOn) + 1,
    strict: payOn <= limitOn,
    twoMonth: payOn <= endOfMonth(addMonths(startOfMonth(receivedOn), 1)),
    withinGuideline: payOn <= addDays(receivedOn, limitsOn(receivedOn).guidelineDays - 1),
    bankDay: isBankDay(payOn),
  }
}

/** Close at the end of the month of receipt, pay on a day of a later month. `day: 'end'` is the last day of the month. */
export type PayRule = { readonly monthsLater: number; readonly day: number | 'end' }

/** 31 + 25 days at the most: day 56, lawful in every month however late the inspection is. */
const defaultPayRule: PayRule = { monthsLater: 1, day: 25 }

/** The pay date that a rule gives for work received on a day; a day on which banks are closed moves to the bank day before. */
export function payDateByRule(receivedOn: CalendarDate, rule: PayRule = defaultPayRule): CalendarDate {
  const month = addMonths(startOfMonth(receivedOn), rule.monthsLater)
  const wanted = rule.day === 'end' ? 31 : rule.day
  const length = daysInMonth(yearOf(month), monthOf(month))
  return bankDayOnOrBefore(calendarDateOf(yearOf(month), monthOf(month), Math.min(wanted, length)))
}

/** True when every day of receipt, in any month, is paid within the 60 days. */
export function isLawfulPayRule(rule: PayRule): boolean {
  // July and August have 31 days each: the longest two months there are, so they decide.
  const longest = calendarDate('2026-07-01')
  const month = addMonths(longest, rule.monthsLater)
  const length = dayOf(endOfMonth(month))
  const payOn = calendarDateOf(yearOf(month), monthOf(month), rule.day === 'end' ? length : Math.min(rule.day, length))
  return payOn <= payLimitOn(longest)
}
