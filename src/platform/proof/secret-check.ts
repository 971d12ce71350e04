import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { headKey, isSigned, readHeads } from './head.ts'

/** What tells a secret from others and gives nothing of it away. */
const checkOf = (secret: string): string => createHmac('sha256', secret).update('kado secret check').digest('base64url')

/**
 * Whether the database was made with this secret: then sessions, codes of second factors and heads can be read. A database that keeps no
 * check value yet takes this one, unless a head says otherwise.
 */
export async function isSecretOf(db: Db, secret: string): Promise<boolean> {
  const check = checkOf(secret)
  const kept = await db.selectFrom('platform.secret_check').select('value').executeTakeFirst()
  if (kept) return kept.value === check
  const [newest] = await readHeads(db, 1)
  if (newest && !isSigned(newest, headKey(secret))) return false
  await sql`insert into platform.secret_check (value) values (${check}) on conflict do nothing`.execute(db)
  return (await db.selectFrom('platform.secret_check').select('value').executeTakeFirst())?.value === check
}

/** This secret is the one of the database from now on. */
export const takeSecret = (db: Db, secret: string) =>
  sql`
  insert into platform.secret_check (value) values (${checkOf(secret)})
  on conflict (is_only) do update set value = excluded.value`.execute(db)
