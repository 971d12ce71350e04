import { Failure } from '../../platform/action.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A place in a list that is ordered by a text and an id.
 * @throws Failure when it is not one that a page answered
 */
export function placeOf(cursor: string | null): { key: string; id: string } | null {
  if (cursor === null) return null
  const [key, id] = cursor.split('~')
  if (key !== undefined && id !== undefined && uuid.test(id) && key.length <= 40) return { key, id }
  throw new Failure('invalid-input', [{ path: 'cursor', code: 'invalid_format' }])
}

/** The rows of one page out of `limit + 1`, and the place of the next. */
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => { key: string; id: string },
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  if (rows.length <= limit || last === undefined) return { rows: shown, next: null }
  const { key, id } = place(last)
  return { rows: shown, next: `${key}~${id}` }
}
