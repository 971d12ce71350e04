import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Endpoint } from './endpoints.ts'

/** At most so many in so many seconds. */
interface Limit {
  most: number
  seconds: number
}
interface Limits {
  /** Tries of one device, whatever becomes of them. */
  device: Limit
  /** Tries from one address: wide, because a briefing room is one address. */
  address: Limit
  /** Refused tries from one address: guessing looks like this, a room full of newcomers does not. */
  refused: Limit
}

const guessed: Limits = { device: { most: 30, seconds: 300 }, address: { most: 300, seconds: 300 }, refused: { most: 20, seconds: 60 } }
const limitsOf: Partial<Record<Endpoint, Limits>> = {
  'POST /sign-in/email': guessed,
  'POST /sign-up/email': { ...guessed, device: { most: 10, seconds: 600 } },
  'POST /reset-password': guessed,
  'POST /change-password': guessed,
  'POST /two-factor/enable': guessed,
  'POST /two-factor/disable': guessed,
  'POST /two-factor/verify-totp': { ...guessed, device: { most: 10, seconds: 60 } },
  'POST /two-factor/verify-backup-code': { ...guessed, device: { most: 10, seconds: 60 } },
  'POST /passkey/verify-authentication': guessed,
  'POST /unlock/ask': { ...guessed, device: { most: 10, seconds: 600 } },
  'POST /unlock/use': guessed,
}

/** Failed passwords of one account, from anywhere. */
const accountLimit: Limit = { most: 10, seconds: 900 }
/** Letters to one address, whoever asks for them. */
const letterLimit: Limit = { most: 3, seconds: 900 }
/** How much wider the limits of an address are while an administrator has raised them. */
export const raisedTimes = 15

export interface Asker {
  endpoint: Endpoint
  address: string
  /** Null when it brings no cookie of ours. */
  device: string | null
}

const keyOf = (...parts: string[]): string => createHash('sha256').update(parts.join('\0')).digest('base64url')
const placeOf = (asker: Asker, kind: keyof Limits): string =>
  keyOf(asker.endpoint, kind, kind === 'device' ? (asker.device ?? '') : asker.address)
const accountKey = (account: string): string => keyOf('account', account.trim().toLowerCase())

const count = `insert into platform.attempt (key, count, until) values ($1, 1, now() + make_interval(secs => $2))
  on conflict (key) do update set
    count = case when attempt.until <= now() then 1 else attempt.count + 1 end,
    until = case when attempt.until <= now() then excluded.until else attempt.until end
  returning count, ceil(extract(epoch from until - now()))::int as wait`
const look = 'select count, ceil(extract(epoch from until - now()))::int as wait from platform.attempt where key = $1 and until > now()'

/**
 * Counts what is tried, in the database that all processes share. An account that nobody has is counted like any other, so
 * that a limit tells nothing about who is known.
 */
export function attemptLimits(pool: pg.Pool) {
  type Row = { count: number; wait: number }
  const add = async (key: string, { seconds }: Limit): Promise<Row> =>
    (await pool.query<Row>(count, [key, seconds])).rows[0] ?? { count: 0, wait: 0 }
  const seen = async (key: string): Promise<Row> => (await pool.query<Row>(look, [key])).rows[0] ?? { count: 0, wait: 0 }
  const isRaised = async (address: string): Promise<boolean> =>
    (await pool.query('select from platform.raised_limit where address = $1 and until > now()', [address])).rowCount === 1
  const exceeds = async (found: Row, most: number, address: string): Promise<boolean> =>
    found.count > most && (found.count > most * raisedTimes || !(await isRaised(address)))
  return {
    /** Counts a try; the seconds to wait when there were too many, else null. */
    async waitFor(asker: Asker): Promise<number | null> {
      const limits = limitsOf[asker.endpoint]
      if (!limits) return null
      const refused = await seen(placeOf(asker, 'refused'))
      if (await exceeds({ ...refused, count: refused.count + 1 }, limits.refused.most, asker.address)) return refused.wait
      const device = asker.device === null ? null : await add(placeOf(asker, 'device'), limits.device)
      if (device && device.count > limits.device.most) return device.wait
      const address = await add(placeOf(asker, 'address'), limits.address)
      return (await exceeds(address, limits.address.most, asker.address)) ? address.wait : null
    },
    async refused(asker: Asker): Promise<void> {
      const limits = limitsOf[asker.endpoint]
      if (limits) await add(placeOf(asker, 'refused'), limits.refused)
    },
    /** The seconds for which an account takes no password, or null. */
    async waitOfAccount(account: string): Promise<number | null> {
      const found = await seen(accountKey(account))
      return found.count >= accountLimit.most ? found.wait : null
    },
    /** Counts a letter to an address; whether it is one too many. */
    hasHadLetters: async (account: string): Promise<boolean> =>
      (await add(keyOf('letter', account.trim().toLowerCase()), letterLimit)).count > letterLimit.most,
    failed: async (account: string): Promise<void> => void (await add(accountKey(account), accountLimit)),
    succeeded: async (account: string): Promise<void> =>
      void (await pool.query('delete from platform.attempt where key = $1', [accountKey(account)])),
  }
}
