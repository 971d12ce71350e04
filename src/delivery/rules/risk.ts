import { type CalendarDate, addDays, daysBetween } from '../../units/calendar-date.ts'

/** How far a forecast looks: a finish beyond it is said to be unknown. */
export const forecastDays = 90
/** Units that nobody has taken are a risk from this many days before the due date on. */
const placementDays = 14

export interface PackageState {
  readonly dueOn: CalendarDate
  readonly unitMinutes: number
  /** Units agreed with somebody and not handed in, and units to correct. */
  readonly leftUnits: number
  readonly unplacedUnits: number
  /** The earliest day by which a waiting hand-in has to be inspected, or null. */
  readonly inspectBy: CalendarDate | null
  /** Free minutes of the people who hold units left, from today on, one number a day. */
  readonly freeMinutesByDay: readonly number[]
}

export type RiskReason = 'overdue' | 'inspection-late' | 'short' | 'unplaced'

interface Risk {
  readonly reason: RiskReason
  readonly minutesLeft: number
  readonly freeMinutes: number
  readonly forecastOn: CalendarDate | null
}

/** The first day at whose end the free minutes are enough; today when nothing is left; null when they never are. */
export function forecastFinish(minutesLeft: number, freeMinutesByDay: readonly number[], today: CalendarDate): CalendarDate | null {
  if (minutesLeft <= 0) return today
  let sum = 0
  for (const [day, minutes] of freeMinutesByDay.entries()) {
    sum += minutes
    if (sum >= minutesLeft) return addDays(today, day)
  }
  return null
}

/** What endangers a package today, the heaviest reason first, or null when nothing does. */
export function riskOf(state: PackageState, today: CalendarDate): Risk | null {
  const minutesLeft = state.leftUnits * state.unitMinutes
  const days = Math.max(0, daysBetween(today, state.dueOn) + 1)
  const freeMinutes = state.freeMinutesByDay.slice(0, days).reduce((sum, minutes) => sum + minutes, 0)
  const reason = reasonOf(state, today, minutesLeft > freeMinutes)
  return reason === null
    ? null
    : { reason, minutesLeft, freeMinutes, forecastOn: forecastFinish(minutesLeft, state.freeMinutesByDay, today) }
}

function reasonOf(state: PackageState, today: CalendarDate, short: boolean): RiskReason | null {
  const unfinished = state.leftUnits > 0 || state.unplacedUnits > 0
  if (unfinished && state.dueOn < today) return 'overdue'
  if (state.inspectBy !== null && state.inspectBy < today) return 'inspection-late'
  if (state.leftUnits > 0 && short) return 'short'
  if (state.unplacedUnits > 0 && daysBetween(today, state.dueOn) <= placementDays) return 'unplaced'
  return null
}
