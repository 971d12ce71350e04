import { createHash } from 'node:crypto'
import type pg from 'pg'

/** What a session was begun with beside the password. `device`: a device was trusted in place of a code. */
export type SecondFactor = 'code' | 'backup-code' | 'passkey' | 'device'

export interface OwnSession {
  token: string
  userId: string
  secondFactor: SecondFactor | null
  provedAt: string
  /** Whether the person has set up one-time codes. */
  hasCodes: boolean
}

const own = `select s.token, s.user_id as "userId", s.second_factor as "secondFactor", coalesce(u.two_factor_enabled, false) as "hasCodes",
                    coalesce(s.proved_at, s.created_at) as "provedAt"
             from platform.session s join platform."user" u on u.id = s.user_id where s.token = $1 and s.expires_at > now()`

export async function findSession(pool: pg.Pool, token: string | null): Promise<OwnSession | null> {
  if (token === null) return null
  const { rows } = await pool.query<OwnSession>(own, [token])
  return rows[0] ?? null
}

/** Notes what the session has proved. A code or passkey is proved now; the rest says nothing about when. */
export async function markFactor(pool: pg.Pool, token: string, factor: SecondFactor | null): Promise<void> {
  const proved = factor === 'device' || factor === null ? 'proved_at' : 'now()'
  await pool.query(`update platform.session set second_factor = $2, proved_at = ${proved} where token = $1`, [token, factor])
}

/** A session that replaces another proves what that one did, and no later. Without codes none of them counts. */
export async function carryFactor(pool: pg.Pool, token: string, from: OwnSession, withoutCodes: boolean): Promise<void> {
  const factor = withoutCodes && from.secondFactor !== 'passkey' ? null : from.secondFactor
  await pool.query('update platform.session set second_factor = $2, proved_at = $3 where token = $1', [token, factor, from.provedAt])
}

/** Ends every other session of the person and every trust in a device: what they were begun with has changed. */
export async function endOthers(pool: pg.Pool, userId: string, keep: string): Promise<void> {
  await pool.query('delete from platform.session where user_id = $1 and token <> $2', [userId, keep])
  await pool.query("delete from platform.verification where value = $1 and identifier like 'trust-device-%'", [userId])
}

/** The session's own token for its public id, if both belong to the same person; a revoked one is named by its id. */
export async function tokenOfSibling(pool: pg.Pool, own: OwnSession, id: string): Promise<string | null> {
  const { rows } = await pool.query<{ token: string }>('select token from platform.session where id = $1 and user_id = $2', [
    id,
    own.userId,
  ])
  return rows[0]?.token ?? null
}

// Longer than a code can be right: it is accepted half a minute before and after its own.
const codeMinutes = 5

/**
 * Notes that a person gives a code; false when it was given before. Asked before the code is examined, so of two who send
 * the same at once one is refused.
 */
export async function spendCode(pool: pg.Pool, userId: string, code: string): Promise<boolean> {
  const sha256 = createHash('sha256').update(code.replaceAll(/\s/g, '')).digest()
  await pool.query(`delete from platform.spent_code where user_id = $1 and spent_at < now() - interval '${codeMinutes} minutes'`, [userId])
  const { rowCount } = await pool.query('insert into platform.spent_code (user_id, code_sha256) values ($1, $2) on conflict do nothing', [
    userId,
    sha256,
  ])
  return rowCount === 1
}

/** Whether the authenticator has examined the person (WebAuthn, flag UV of the signed authenticator data, byte 32). */
export function isUserVerified(response: unknown): boolean {
  const inner: unknown = typeof response === 'object' && response !== null ? Reflect.get(response, 'response') : null
  const data: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'authenticatorData') : null
  return typeof data === 'string' && ((Buffer.from(data, 'base64url')[32] ?? 0) & 0x04) !== 0
}
