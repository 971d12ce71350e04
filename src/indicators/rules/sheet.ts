import { endOfFiscalYear, settlementEndOfFiscalYear, type FiscalYear } from '../../units/fiscal-year.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'

/** The typed parts that an evaluation sheet must have before it is published, in the order of the paper. */
const requiredParts = ['positionOfYear', 'content', 'rating', 'effect', 'direction', 'issues', 'nextSteps'] as const
type RequiredPart = (typeof requiredParts)[number]

export function missingParts(typed: Record<RequiredPart, string | null>): RequiredPart[] {
  return requiredParts.filter((part) => (typed[part] ?? '').trim() === '')
}

/** Which year of something it is, counted from 1; 2021 is the first year of what began in 2021. */
export const yearCountedFrom = (first: FiscalYear, year: FiscalYear): number => year - first + 1

/** Figures are provisional until the accounts of the year are settled: payments for March reach into May (地方自治法 第235条の5). */
export const isProvisional = (year: FiscalYear, today: CalendarDate): boolean => today <= settlementEndOfFiscalYear(year)

/** A sheet is published after the last day of its year. */
export const isOver = (year: FiscalYear, today: CalendarDate): boolean => today > endOfFiscalYear(year)
