import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { newId } from '../action.ts'
import { hashOfIdentifier } from './reset-link.ts'

/** For how long a link lets its holder try again. */
export const unlockMinutes = 15

const identifierOf = (token: string): string => hashOfIdentifier(`unlock:${token}`)

/** Whom a link is sent to, and its secret. */
export interface UnlockLink {
  email: string
  language: string
  token: string
}

/** A link for the account of an address, of which the database keeps the hash; null where nobody has the address. A newer one ends the older. */
export async function makeUnlockLink(pool: pg.Pool, email: string): Promise<UnlockLink | null> {
  const { rows } = await pool.query<{ id: string; email: string; language: string | null }>(
    'select id, email, language from platform."user" where email = lower($1)',
    [email.trim()],
  )
  const [person] = rows
  if (!person) return null
  const token = randomBytes(32).toString('base64url')
  const value = `unlock ${person.id}`
  await pool.query('delete from platform.verification where value = $1', [value])
  await pool.query(
    `insert into platform.verification (id, identifier, value, expires_at) values ($1, $2, $3, now() + make_interval(mins => $4))`,
    [newId(), identifierOf(token), value, unlockMinutes],
  )
  return { email: person.email, language: person.language ?? 'ja', token }
}

/** Whose account a link opens the way to; it works once. Null when it was used, is over or was never made. */
export async function spendUnlockLink(pool: pg.Pool, token: string): Promise<string | null> {
  const { rows } = await pool.query<{ value: string }>(
    'delete from platform.verification where identifier = $1 and expires_at > now() returning value',
    [identifierOf(token)],
  )
  return rows[0]?.value.replace(/^unlock /, '') ?? null
}
