import type { Levels } from '../../../orders/rules/gates.ts'

/**
 * The matching problem as the rules see it: validated, every default filled in, arrays by day of full length.
 * Minutes and units are integers, days are 0-based offsets from `from`. The loose JSON that people write is read by problem-reader.ts.
 */

export type Worker = {
  readonly id: string
  readonly municipality: string | null
  readonly site: string | null
  /** Minutes free on each day, length `days`. */
  readonly minutesByDay: readonly number[]
  /** Minutes the person would like in the whole period; null when not said. */
  readonly wantedMinutes: number | null
  /** The person's own ceiling over the whole period; null for none. */
  readonly maxMinutes: number | null
  readonly skills: Levels
  readonly equipment: readonly string[]
  /** Used for the risk of the plan only, never for a rank among people. */
  readonly acceptProbability: number
}

type Review = {
  /** Minutes of review for each minute of growth work. */
  readonly share: number
  readonly skills: Levels
}

export type WorkPackage = {
  readonly id: string
  readonly units: number
  /** Reference minutes for one unit. */
  readonly unitMinutes: number
  readonly releaseDay: number
  /** The last day on which work may be done. */
  readonly dueDay: number
  readonly skills: Levels
  readonly equipment: readonly string[]
  readonly onSite: string | null
  readonly minUnits: number
  readonly maxShare: number
  readonly indivisible: boolean
  readonly priority: number
  readonly review: Review | null
}

export type Site = { readonly id: string; readonly seatMinutesByDay: readonly number[] }

export type Municipality = { readonly id: string; readonly fairShare: number }

export type PairIds = { readonly worker: string; readonly package: string }

/** One key for a worker and a package, whatever their ids hold. */
export const pairKey = ({ worker, package: pack }: PairIds): string => `${worker.length} ${worker}${pack}`

export type Pair = PairIds & {
  readonly unitMinutes: number | null
  /** Worth of one reference minute; null for the package's priority. */
  readonly value: number | null
  readonly cost: number | null
  readonly forbidden: boolean
}

export type Accepted = PairIds & { readonly units: number }

export type Problem = {
  readonly from: string | null
  readonly days: number
  readonly workers: readonly Worker[]
  readonly packages: readonly WorkPackage[]
  readonly sites: readonly Site[]
  readonly municipalities: readonly Municipality[]
  readonly pairs: readonly Pair[]
  readonly accepted: readonly Accepted[]
  readonly declined: readonly PairIds[]
  readonly objective: 'programme' | 'assignment-cost'
}

/** Fills an array by day up to `days` with its last seven days repeated; what lies beyond `days` is dropped. */
export function fillDays(byDay: readonly number[], days: number): number[] {
  const known = byDay.length
  const cycle = Math.min(7, known)
  const filled: number[] = []
  for (let day = 0; day < days; day += 1) {
    const source = day < known ? day : known - cycle + ((day - known) % Math.max(1, cycle))
    filled.push(byDay[source] ?? 0)
  }
  return filled
}
