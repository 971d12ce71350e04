import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../platform/access.ts'

/** The packages `p` that lie in somebody's reach: all, those of their orders, those done at their sites. */
export const packageInReach = (reach: Reach): RawBuilder<boolean> =>
  sql<boolean>`(${reach.everything} or p.order_id = any(${reach.ids('order')}::uuid[]) or p.on_site_id = any(${reach.ids('site')}::uuid[]))`
