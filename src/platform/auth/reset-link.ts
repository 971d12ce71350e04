import { createHash } from 'node:crypto'
import { newId } from '../action.ts'
import type { Db } from '../db/db.ts'

const minutes = 60

/** How better-auth finds what a link allows. A copy of the database opens nobody's account. */
export const hashOfIdentifier = (identifier: string): string => createHash('sha256').update(identifier).digest('base64url')
export const resetIdentifier = (token: string): string => hashOfIdentifier(`reset-password:${token}`)

/**
 * Lets whoever holds the token set a new password within the hour: the row that better-auth's `/reset-password` looks for.
 * Null when the token was used before.
 */
export async function allowPasswordReset(db: Db, userId: string, token: string, now: Date): Promise<{ expiresAt: string } | null> {
  const identifier = resetIdentifier(token)
  const known = await db.selectFrom('platform.verification').select('id').where('identifier', '=', identifier).executeTakeFirst()
  if (known) return null
  const expiresAt = new Date(now.getTime() + minutes * 60_000).toISOString()
  await db
    .insertInto('platform.verification')
    .values({ id: newId(now.getTime()), identifier, value: userId, expiresAt })
    .execute()
  return { expiresAt }
}
