/** Work that a person has promised; `dueDay` is the last day on which it may be done, 0-based. */
type Promised = { readonly id: string; readonly units: number; readonly unitMinutes: number; readonly dueDay: number }

/**
 * Units of promised work that no longer fit into somebody's minutes by day. What is due first is kept first; of equal due dates the
 * earlier in the list. Every interval from the first day to a due date holds what is kept (Hall's condition for work without release).
 */
export function overflow(
  minutesByDay: readonly number[],
  promised: readonly Promised[],
): { readonly id: string; readonly units: number }[] {
  const freeUntil: number[] = []
  minutesByDay.forEach((minutes, day) => freeUntil.push((freeUntil[day - 1] ?? 0) + minutes))
  let used = 0
  return promised
    .toSorted((a, b) => a.dueDay - b.dueDay)
    .flatMap(({ id, units, unitMinutes, dueDay }) => {
      const free = (freeUntil[Math.min(dueDay, minutesByDay.length - 1)] ?? 0) - used
      const kept = Math.max(0, Math.min(units, Math.floor(free / unitMinutes)))
      used += kept * unitMinutes
      return kept < units ? [{ id, units: units - kept }] : []
    })
}
