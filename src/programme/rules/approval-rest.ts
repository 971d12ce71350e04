/** How long an account that somebody else may have changed approves no money alone, in hours, as long as nothing else is set. */
export const defaultRestHours = 72
export const restHoursRange = { least: 24, most: 720 } as const

interface SetHours {
  readonly hours: number
  readonly setAt: string
}

const hour = 3_600_000

/**
 * The hours in force at an instant. A longer time counts at once, a shorter one only when the longer before it has passed:
 * whoever takes accounts over must not shorten the time as well.
 */
export function restHoursAt(settings: readonly SetHours[], at: Date): number {
  const inOrder = [{ hours: defaultRestHours, setAt: new Date(0).toISOString() }, ...settings]
    .filter(({ setAt }) => Date.parse(setAt) <= at.getTime())
    .toSorted((a, b) => Date.parse(a.setAt) - Date.parse(b.setAt))
  const standing = inOrder.filter(({ hours }, index) => {
    const next = inOrder[index + 1]
    return next === undefined || at.getTime() - Date.parse(next.setAt) < hours * hour
  })
  return Math.max(...standing.map(({ hours }) => hours))
}

/** Until when an account rests after its last change, or null when it may approve. */
export function restsUntil(changedAt: string | null, hours: number, at: Date): Date | null {
  const until = changedAt === null ? null : new Date(Date.parse(changedAt) + hours * hour)
  return until !== null && until > at ? until : null
}
