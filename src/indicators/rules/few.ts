/** From how many people, or lines of money, a total may be shown to those who may not see each of them. */
export const fewest = 5

/** What is known of a city as a total. */
export interface CityTotal {
  cities: readonly string[]
  /** The people whose money it is, or the lines where it is nobody's pay. */
  size: number
}

/**
 * Totals that tell nobody's own figure: a city with fewer than five is added to other small ones, and these to the next smallest until they
 * are five, because what is left of the region's total is known too. Those of the reader's own cities stay as they are. Where all others
 * together are fewer, nothing is said of them. A city without anybody has nothing to hide.
 */
export function gatherFew<Total extends CityTotal>(
  totals: readonly Total[],
  isOwn: (city: string) => boolean,
  add: (one: Total, other: Total) => Total,
): Total[] {
  const own = totals.filter(({ cities }) => cities.every(isOwn))
  const others = totals.filter((total) => !own.includes(total)).toSorted((one, other) => one.size - other.size)
  const kept: Total[] = []
  let small: Total | null = null
  for (const total of others) {
    if (total.size === 0 || ((small === null || small.size >= fewest) && total.size >= fewest)) kept.push(total)
    else small = small === null ? total : add(small, total)
  }
  const shown = small !== null && small.size >= fewest ? [...kept, small] : kept
  return totals
    .flatMap((total) => (own.includes(total) || shown.includes(total) ? [total] : []))
    .concat(shown.filter((total) => !totals.includes(total)))
}
