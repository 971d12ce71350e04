import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database } from '../db/db.ts'
import type { SecondFactor } from './session-factor.ts'

export interface SignedIn {
  userId: string
  /** When the person last proved who they are: at the sign-in, or by a code later on. */
  signedInAt: string
  /** What the session was begun with beside the password. */
  secondFactor?: SecondFactor | null
  /** Milliseconds that have passed since then for sure, by a clock that nobody sets. */
  leastAge?: number
}

const freshMinutes = 30
const rememberMilliseconds = 2_000
const rememberedLimit = 10_000
/** What the clocks of the database and of this process may differ by. */
const skewMilliseconds = 60_000

/**
 * Reads who is signed in from the session cookie. For reading, the answer of the database is remembered for two seconds, so
 * that a page full of requests costs one look-up; a write always asks (`anew`).
 */
export function sessionReader(
  database: Database,
  secret: string,
  now: () => number = Date.now,
  steady: () => number = () => performance.now(),
) {
  const remembered = new Map<string, { until: number; signedIn: SignedIn | null }>()
  const firstSeen = new Map<string, { at: number; age: number }>()
  // A clock that is set back makes every session younger; this one goes on.
  const aged = (token: string, signedIn: SignedIn): SignedIn => {
    const key = `${token} ${signedIn.signedInAt}`
    const seen = firstSeen.get(key) ?? { at: steady(), age: Math.max(0, now() - Date.parse(signedIn.signedInAt)) }
    if (firstSeen.size >= rememberedLimit) firstSeen.clear()
    firstSeen.set(key, seen)
    return { ...signedIn, leastAge: seen.age + steady() - seen.at }
  }
  return {
    async read(cookieHeader: string | undefined, { anew = false } = {}): Promise<SignedIn | null> {
      const token = tokenOf(cookieHeader, secret)
      if (token === null) return null
      const known = remembered.get(token)
      if (known && known.until > now() && !anew) return known.signedIn && aged(token, known.signedIn)
      const { rows } = await database.pool.query<{ user_id: string; proved_at: string; second_factor: SecondFactor | null }>(
        'select user_id, coalesce(proved_at, created_at) as proved_at, second_factor from platform.session where token = $1 and expires_at > now()',
        [token],
      )
      const row = rows[0]
      const signedIn = row ? { userId: row.user_id, signedInAt: row.proved_at, secondFactor: row.second_factor } : null
      if (remembered.size >= rememberedLimit) remembered.clear()
      remembered.set(token, { until: now() + rememberMilliseconds, signedIn })
      return signedIn && aged(token, signedIn)
    },
    forget: () => remembered.clear(),
  }
}

/** Recent enough for moving money or rights (ASVS 5.0, 7.5.1), and by the person, not by a device that was trusted once. */
export function isFresh(signedIn: SignedIn | null, now: Date): boolean {
  if (signedIn === null || signedIn.secondFactor === 'device') return false
  const age = now.getTime() - Date.parse(signedIn.signedInAt)
  return age >= -skewMilliseconds && Math.max(age, signedIn.leastAge ?? 0) < freshMinutes * 60_000
}

/** The token of the session cookie, `token.signature` with HMAC-SHA-256 as better-auth signs it; null when it is forged. */
export const tokenOf = (cookieHeader: string | undefined, secret: string): string | null =>
  signedCookie(cookieHeader, 'session_token', secret)

/** What a cookie of better-auth holds, if this server has signed it. */
export function signedCookie(cookieHeader: string | undefined, name: string, secret: string): string | null {
  const match = new RegExp(`(?:^|;\\s*)(?:__Secure-)?kado\\.${name}=([^;]+)`).exec(cookieHeader ?? '')
  if (!match?.[1]) return null
  const value = decode(match[1])
  const dot = value.lastIndexOf('.')
  if (dot <= 0) return null
  const held = value.slice(0, dot)
  // Compared as text: several texts decode to the same bytes.
  const given = Buffer.from(value.slice(dot + 1))
  const expected = Buffer.from(createHmac('sha256', secret).update(held).digest('base64'))
  return given.length === expected.length && timingSafeEqual(given, expected) ? held : null
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
