import { sql } from 'kysely'
import type { Db } from '../db/db.ts'

const hours = 24

/** The limits of this address are wider for a day. */
export async function raiseLimitsOf(db: Db, address: string, userId: string, now: Date): Promise<{ until: string }> {
  const until = new Date(now.getTime() + hours * 3_600_000).toISOString()
  await db
    .insertInto('platform.raised_limit')
    .values({ address, until, raisedBy: userId })
    .onConflict((c) => c.column('address').doUpdateSet({ until, raisedBy: userId }))
    .execute()
  return { until }
}

export const listRaisedLimits = (db: Db) =>
  db
    .selectFrom('platform.raised_limit as r')
    .leftJoin('platform.user as u', 'u.id', 'r.raisedBy')
    .select(['r.address', 'r.until'])
    .select((e) => e.fn.coalesce('u.name', e.val('')).as('raisedByName'))
    .where('r.until', '>', sql<string>`now()`)
    .orderBy('r.until', 'desc')
    .limit(100)
    .execute()
