import { sql } from 'kysely'
import type { Db } from '../db/db.ts'

/** What is bound to the secret that signs sessions and locks second factors. */
interface BoundToSecret {
  sessions: number
  /** People with an authenticator app. Passkeys are public keys and stay. */
  secondFactors: number
}

export async function boundToSecret(db: Db): Promise<BoundToSecret> {
  const { rows } = await sql<BoundToSecret>`
    select (select count(*)::int from platform.session) as sessions,
           (select count(distinct user_id)::int from platform.two_factor) as second_factors`.execute(db)
  return rows[0] ?? { sessions: 0, secondFactors: 0 }
}

/**
 * Takes away what nobody can read any more: all sessions, and the codes of authenticator apps with their backup codes. Whoever had codes
 * approves no money alone for a while, because a password alone opens the account until new ones are set up.
 */
export async function forgetSecret(db: Db, now: Date): Promise<BoundToSecret> {
  const bound = await boundToSecret(db)
  await sql`
    with gone as (delete from platform.two_factor returning user_id),
    open as (update platform."user" u set two_factor_enabled = false from gone where u.id = gone.user_id)
    insert into platform.account_change (user_id, kind, changed_at)
    select distinct user_id, 'second-factor', ${now.toISOString()}::timestamptz from gone`.execute(db)
  await sql`delete from platform.session`.execute(db)
  return bound
}
