import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { Reach } from '../../platform/access.ts'
import { Failure } from '../../platform/action.ts'

const shapes = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
}

/** The parts of a keyset cursor, or null for the first page. Throws a Failure when somebody made it up. */
export function cursorParts(cursor: string | null, ...kinds: (keyof typeof shapes)[]): string[] | null {
  if (cursor === null) return null
  try {
    const parts: unknown = JSON.parse(cursor)
    if (Array.isArray(parts) && parts.length === kinds.length && parts.every((part, at) => fits(part, kinds[at]))) return parts
  } catch {}
  throw new Failure('invalid-input', [{ path: 'cursor', code: 'invalid_format' }])
}

const fits = (part: unknown, kind: keyof typeof shapes | undefined): part is string =>
  typeof part === 'string' &&
  kind !== undefined &&
  shapes[kind].test(part) &&
  !Number.isNaN(Date.parse(kind === 'uuid' ? '2000-01-01' : part))

/** The rows of a page, when one more than the limit was read, and where the next one begins. */
export function cutPage<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => string[]): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? JSON.stringify(keyOf(last)) : null }
}

/** A pattern that finds the text anywhere; its own wildcards are letters. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

const list = (ids: readonly string[]): RawBuilder<unknown> => (ids.length === 0 ? sql`null` : sql.join(ids.map((id) => sql`${id}::uuid`)))

/**
 * The orders that lie in somebody's reach: the whole programme, single orders, or those with a package at their site.
 * `orderId` is the column that holds the order's id.
 */
export function orderInReach(reach: Reach, orderId: Expression<string>): RawBuilder<SqlBool> {
  if (reach.everything) return sql`true`
  return sql`(${orderId} in (${list(reach.ids('order'))}) or exists (
    select from orders.package rp where rp.order_id = ${orderId} and rp.on_site_id in (${list(reach.ids('site'))})))`
}
