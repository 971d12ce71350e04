import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Reach } from '../../platform/access.ts'

/** The packages `p` that lie in somebody's reach: all, those of their orders, those done at their sites. */
export const packageInReach = (reach: Reach): RawBuilder<boolean> =>
  sql<boolean>`(${reach.everything} or p.order_id = any(${reach.ids('order')}::uuid[]) or p.on_site_id = any(${reach.ids('site')}::uuid[]))`

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
