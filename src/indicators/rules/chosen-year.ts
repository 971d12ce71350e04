interface KnownYear {
  readonly fiscalYear: number
  readonly provisional: boolean
  readonly recorded: boolean
  readonly hasTargets: boolean
}

/**
 * Which year a page shows: the one that was asked for, and never another in its place (`null` where there is no such year); without a wish
 * the last settled one with targets, else the current one.
 */
export function chosenYear(asked: string, years: readonly KnownYear[]): number | null {
  if (asked !== '') return years.find((year) => String(year.fiscalYear) === asked)?.fiscalYear ?? null
  const settled = years.find((year) => year.recorded && !year.provisional && year.hasTargets)
  const current = years.find((year) => year.recorded)
  return (settled ?? current ?? years[0])?.fiscalYear ?? null
}
