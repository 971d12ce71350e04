import { type CalendarDate, addMonths, calendarDate } from '../../units/calendar-date.ts'
import { type Yen, yen } from '../../units/yen.ts'

/**
 * A prefecture's minimum wage from the day it takes effect (最低賃金法10条, 地域別最低賃金). For self-employed people it is a
 * reference for the implied hourly fee and no obligation (自営型テレワークガイドライン 報酬額).
 */
export type MinimumWage = {
  /** Two digits of JIS X 0401, `20` for 長野県. */
  readonly prefectureCode: string
  readonly validFrom: CalendarDate
  readonly hourlyYen: Yen
}

/**
 * Data that the operator maintains: the figures change every autumn, on a day of each prefecture's own. The rows below are the
 * published figures of the prefectures in which the programme works, and of Tokyo, where many clients are.
 */
export const minimumWages: readonly MinimumWage[] = [
  ...history('20', [
    ['2019-10-04', 848], ['2020-10-01', 849], ['2021-10-01', 877], ['2022-10-01', 908], ['2023-10-01', 948], ['2024-10-01', 998],
    ['2025-10-03', 1061],
  ]),
  ...history('15', [
    ['2019-10-06', 830], ['2020-10-01', 831], ['2021-10-01', 859], ['2022-10-01', 890], ['2023-10-01', 931], ['2024-10-01', 985],
    ['2025-10-02', 1050],
  ]),
  ...history('13', [
    ['2019-10-01', 1013], ['2021-10-01', 1041], ['2022-10-01', 1072], ['2023-10-01', 1113], ['2024-10-01', 1163], ['2025-10-03', 1226],
  ]),
]

function history(prefectureCode: string, rows: readonly (readonly [string, number])[]): readonly MinimumWage[] {
  return rows.map(([from, hourlyYen]) => ({ prefectureCode, validFrom: calendarDate(from), hourlyYen: yen(hourlyYen) }))
}

/** The latest row in effect on a day, or null when the table knows nothing for that prefecture and day. */
export function minimumWageOn(
  prefectureCode: string,
  date: CalendarDate,
  table: readonly MinimumWage[] = minimumWages,
): MinimumWage | null {
  let found: MinimumWage | null = null
  for (const row of table) {
    const inEffect = row.prefectureCode === prefectureCode && row.validFrom <= date
    if (inEffect && (found === null || row.validFrom > found.validFrom)) found = row
  }
  return found
}

/** True when a revision must have come since, so that somebody should enter the new figure. */
export function isOutdated(wage: MinimumWage, date: CalendarDate): boolean {
  // Revisions come once a year; the latest effective day of 2025 was six months after the earliest.
  return date >= addMonths(wage.validFrom, 12)
}
