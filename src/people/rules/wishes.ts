/** Whether somebody wants more minutes in a month than the ceiling they set; a ceiling of 0 is none. */
export function wantsMoreThanCeiling(wantedMonthlyMinutes: number, highestMonthlyMinutes: number): boolean {
  return highestMonthlyMinutes > 0 && wantedMonthlyMinutes > highestMonthlyMinutes
}
