import { addMonths, type CalendarDate } from '../../units/calendar-date.ts'
import type { Minutes } from '../../units/minutes.ts'
import { type Ratio, compareRatio, ratio } from '../../units/ratio.ts'
import { type Yen, floorYen } from '../../units/yen.ts'

/** The guideline's upper measure of work on one day: eight hours (自営型テレワークガイドライン 納期). */
export const standardDayMinutes = 480

/** What a standard worker earns in an hour: fee without tax × 60 ÷ standard minutes, for the same number of units. */
export function impliedHourly(unitFeeYen: Yen, unitMinutes: Minutes): Ratio {
  if (unitMinutes === 0) throw new RangeError('a unit of work takes at least one minute')
  return ratio(BigInt(unitFeeYen) * 60n, unitMinutes)
}

type ImpliedHourlyVerdict = {
  /** Rounded down, so that the shown figure never promises more than the fee pays. */
  readonly hourlyYen: Yen
  /** Compared before rounding; null when no reference is known. */
  readonly belowReference: boolean | null
  /** The smallest whole unit fee that reaches the reference; null when no reference is known. */
  readonly sufficientUnitFeeYen: number | null
}

/** Compares with a reference such as the prefecture's minimum wage, which is a measure here and no duty. */
export function judgeImpliedHourly(unitFeeYen: Yen, unitMinutes: Minutes, referenceYen: Yen | null): ImpliedHourlyVerdict {
  const hourly = impliedHourly(unitFeeYen, unitMinutes)
  return {
    hourlyYen: floorYen(hourly),
    belowReference: referenceYen === null ? null : compareRatio(hourly, ratio(referenceYen, 1)) < 0,
    sufficientUnitFeeYen: referenceYen === null ? null : Math.ceil((referenceYen * unitMinutes) / 60),
  }
}

/** True when a newer minimum wage must be in force by now: each prefecture's changes once a year (最低賃金法10条). */
export function isReferenceOutdated(validFrom: CalendarDate, today: CalendarDate): boolean {
  return today >= addMonths(validFrom, 12)
}

/** Working days of eight hours that an amount of work fills at least; the time to the due date must hold them. */
export function standardDaysNeeded(unitMinutes: Minutes, units: number): number {
  return Math.ceil((unitMinutes * units) / standardDayMinutes)
}
