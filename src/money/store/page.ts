import { Failure } from '../../platform/action.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A place in a list that is ordered by a day and an id.
 * @throws Failure when it is not one that a page answered
 */
export function placeOf(cursor: string | null): { day: string; id: string } | null {
  if (cursor === null) return null
  const [day, id] = cursor.split('~')
  if (day !== undefined && id !== undefined && uuid.test(id) && /^\d{4}-\d{2}-\d{2}$/.test(day)) return { day, id }
  throw new Failure('invalid-input', [{ path: 'cursor', code: 'invalid_format' }])
}

/** The rows of one page out of `limit + 1`, and the place of the next. */
export function pageFrom<Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
  dayOf: (row: Row) => string,
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? `${dayOf(last)}~${last.id}` : null }
}

/** Text to look for anywhere in a column with `ilike`. */
export const pattern = (search: string): string => `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
