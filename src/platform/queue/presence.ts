import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** By what others see that somebody who takes jobs is alive. */
export interface Presence {
  /** True once others see it, false when that takes too long. */
  isShown(): Promise<boolean>
  end(): Promise<void>
}

const againMs = 250
const patienceMs = 2_000

/** The lock that shows somebody by the name in `name`, an expression of SQL. */
export const lockOf = (name: string): string => `hashtextextended('kado.jobs ' || ${name}, 0)`

/**
 * An open transaction, because PgBouncer keeps its connection for us as well; without a snapshot it holds nothing back. What ends such
 * transactions must leave this one alone, and a machine that lost its power is noticed after some 15 seconds instead of 2 hours.
 */
const beginForLong = `begin; set local idle_in_transaction_session_timeout = 0;
  select set_config(name, '0', true) from pg_settings where name = 'transaction_timeout';
  set local tcp_keepalives_idle = 5; set local tcp_keepalives_interval = 2; set local tcp_keepalives_count = 5`

/**
 * Holds the lock of `name` until `end`, on a connection of its own. PostgreSQL lets it go as soon as the connection ends, which the system
 * sees to when a process is killed. A connection that was lost is replaced.
 */
export function showPresence(config: pg.ClientConfig, name: string): Presence {
  let client: pg.Client | null = null
  let shown = Promise.withResolvers<true>()
  let isShown = false
  let isOver = false

  const hold = async () => {
    client = new pg.Client({ ...config, application_name: 'kado jobs', connectionTimeoutMillis: 5_000, keepAlive: true })
    const lost = new Promise<void>((resolve) => client?.on('error', () => {}).once('end', () => resolve()))
    await client.connect()
    await client.query(beginForLong)
    await client.query(`select pg_advisory_xact_lock(${lockOf('$1')})`, [name])
    isShown = true
    shown.resolve(true)
    await lost
    isShown = false
    shown = Promise.withResolvers()
  }
  const keep = async () => {
    while (!isOver) {
      const begun = performance.now()
      await hold().catch(() => client?.end().catch(() => {}))
      // What held for a while is taken again at once.
      if (!isOver && performance.now() - begun < againMs) await wait(againMs)
    }
  }
  const kept = keep()

  return {
    isShown: async () => isShown || Promise.race([shown.promise, wait(patienceMs, false as const, { ref: false })]),
    async end() {
      isOver = true
      await client?.end().catch(() => {})
      await kept
    },
  }
}
