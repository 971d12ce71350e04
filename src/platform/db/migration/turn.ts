import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { type Awaited, type Holder, MigrationRefusal } from './refusal.ts'
import { watched } from './watch.ts'

const key = 4_202_204
const lookMs = 500
const looksUntilTold = 20

/** How long a migration may stand in the way of people's work, and how often it may try. */
export interface Patience {
  /** Milliseconds for one lock: whoever comes after it waits as long. */
  lockMs: number
  /** Milliseconds until the next try, in which those who waited go on. */
  pauseMs: number
  tries: number
}

/** Ten minutes in all. */
export const patience: Patience = { lockMs: 3_000, pauseMs: 3_000, tries: 100 }

export interface Turn {
  client: pg.Client
  config: pg.ClientConfig
  patience: Patience
  /** Another start migrates this database now; told at once, and then every ten seconds by whom. */
  onQueue(holders: Holder[], seconds: number): void
  /** A lock was not given in time; the next try comes. */
  onLock(awaited: Awaited[]): void
  /** It works, for so many seconds. */
  onWork(seconds: number): void
}

/**
 * Runs `work` in one transaction, while no other start migrates this database. The lock between starts belongs to the
 * transaction as well, so it cannot remain behind in a pooler (PgBouncer) whatever happens here.
 * @throws MigrationRefusal `locked` when others hold too long what `work` must lock; then nothing is changed
 */
export async function inTurn<T>(turn: Turn, work: () => Promise<T>): Promise<T> {
  for (let looked = 0; ; looked++) {
    const done = await patiently(turn, (onAwait) => attempt(turn, onAwait, work))
    if (done) return done.result
    if (looked % looksUntilTold === 0) turn.onQueue(await readHolders(turn.client), Math.round((looked * lookMs) / 1_000))
    await wait(lookMs)
  }
}

/** Repeats `work` while a lock is not given in time; it tells `onAwait` what it sees itself wait for. */
export async function patiently<T>(
  { patience: { tries, pauseMs }, onLock }: Pick<Turn, 'patience' | 'onLock'>,
  work: (onAwait: (awaited: Awaited[]) => void) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    let awaited: Awaited[] = []
    try {
      return await work((seen) => (awaited = seen))
    } catch (error) {
      if (!isLockTimeout(error)) throw error
      if (tried >= tries) throw new MigrationRefusal({ code: 'locked', awaited })
      if (tried % 5 === 1) onLock(awaited)
      await wait(pauseMs)
    }
  }
}

/** Who migrates now. */
async function readHolders(client: pg.Client): Promise<Holder[]> {
  const { rows } = await client.query<Holder>(
    `select l.pid, coalesce(a.application_name, '') as application, coalesce(a.state, '') as state,
            coalesce(extract(epoch from clock_timestamp() - a.xact_start), 0)::int as seconds
     from pg_locks l left join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objid = $1 and l.classid = 0 and l.objsubid = 1
       and l.database = (select oid from pg_database where datname = current_database())`,
    [key],
  )
  return rows
}

/** Null when it is another's turn. */
async function attempt<T>(turn: Turn, onAwait: (awaited: Awaited[]) => void, work: () => Promise<T>): Promise<{ result: T } | null> {
  const { client, config, onWork } = turn
  await client.query(beginPatiently(turn.patience))
  try {
    const { rows } = await client.query<{ ours: boolean; backend: number }>(
      'select pg_try_advisory_xact_lock($1) as ours, pg_backend_pid() as backend',
      [key],
    )
    const onLook = (awaited: Awaited[], seconds: number) => (awaited.length > 0 ? onAwait(awaited) : onWork(seconds))
    const result = rows[0]?.ours ? { result: await watched(config, rows[0].backend, onLook, work) } : null
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** Opens a transaction that has all the time it needs, except for a lock. The settings end with it. */
export const beginPatiently = ({ lockMs }: Patience) => `begin; set local statement_timeout = 0; set local lock_timeout = ${lockMs}`

export const isLockTimeout = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03'
