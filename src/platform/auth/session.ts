import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database } from '../db/db.ts'

export interface SignedIn {
  userId: string
  signedInAt: string
}

const freshMinutes = 30
const rememberMilliseconds = 2_000
const rememberedLimit = 10_000

/**
 * Reads who is signed in from the session cookie. The answer of the database is remembered for two seconds, so a revoked
 * session ends within that time while a page full of requests costs one look-up.
 */
export function sessionReader(database: Database, secret: string, now: () => number = Date.now) {
  const remembered = new Map<string, { until: number; signedIn: SignedIn | null }>()
  return {
    async read(cookieHeader: string | undefined): Promise<SignedIn | null> {
      const token = tokenOf(cookieHeader, secret)
      if (token === null) return null
      const known = remembered.get(token)
      if (known && known.until > now()) return known.signedIn
      const { rows } = await database.pool.query<{ user_id: string; created_at: string }>(
        'select user_id, created_at from platform.session where token = $1 and expires_at > now()',
        [token],
      )
      const row = rows[0]
      const signedIn = row ? { userId: row.user_id, signedInAt: row.created_at } : null
      if (remembered.size >= rememberedLimit) remembered.clear()
      remembered.set(token, { until: now() + rememberMilliseconds, signedIn })
      return signedIn
    },
    forget: () => remembered.clear(),
  }
}

/** Recent enough for moving money or rights (ASVS 5.0, 7.5.1). */
export const isFresh = (signedIn: SignedIn | null, now: Date): boolean =>
  signedIn !== null && now.getTime() - Date.parse(signedIn.signedInAt) < freshMinutes * 60_000

/** The cookie is `token.signature`, signed by better-auth with HMAC-SHA-256. */
function tokenOf(cookieHeader: string | undefined, secret: string): string | null {
  const match = /(?:^|;\s*)(?:__Secure-)?kado\.session_token=([^;]+)/.exec(cookieHeader ?? '')
  if (!match?.[1]) return null
  const value = decode(match[1])
  const dot = value.lastIndexOf('.')
  if (dot <= 0) return null
  const token = value.slice(0, dot)
  // Compared as text: several texts decode to the same bytes.
  const given = Buffer.from(value.slice(dot + 1))
  const expected = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'))
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
