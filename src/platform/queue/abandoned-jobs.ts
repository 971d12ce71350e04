import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { lockOf } from './presence.ts'

const everyMs = 1_000
/** After a restart of the database everybody needs a moment to be seen again. */
const graceMs = 3_000

// Shared, so that several who look at once do not take one another for the holder.
const isAbsent = (name: string) => `pg_try_advisory_xact_lock_shared(${lockOf(name)})`

const absentHolders = `
  with holder as materialized (
    select locked_by as name from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null)
  select name from holder where ${isAbsent('name')}`

const freeTheirs = `
  with holder as materialized (select name from unnest($1::text[]) name where ${isAbsent('name')}),
  queue as (update graphile_worker._private_job_queues q set locked_at = null, locked_by = null from holder where q.locked_by = holder.name),
  job as (
    update graphile_worker._private_jobs j set locked_at = null, locked_by = null, run_at = greatest(run_at, now())
    from holder where j.locked_by = holder.name returning 1)
  select pg_notify('jobs:insert', json_build_object('count', count(*))::text) from job having count(*) > 0`

interface AbandonedJobs {
  /** Somebody of this process has let go of its jobs, so nobody waits for it. */
  endedHere(holder: string): void
  stop(): Promise<void>
}

/**
 * Frees the jobs that a process held when it died, within some five seconds: graphile-worker itself waits four hours, because it knows no
 * sign of life. Whoever is seen keeps its jobs however long they take.
 */
export function freeAbandonedJobs(pool: pg.Pool, isLivingHere: (holder: string) => boolean): AbandonedJobs {
  const stopping = new AbortController()
  const absentSince = new Map<string, number>()
  const over = new Set<string>()

  const look = async () => {
    const { rows } = await pool.query<{ name: string }>(absentHolders)
    const absent = rows.map(({ name }) => name).filter((name) => !isLivingHere(name))
    const now = performance.now()
    for (const name of absent) absentSince.set(name, absentSince.get(name) ?? now)
    for (const name of absentSince.keys()) if (!absent.includes(name)) absentSince.delete(name)
    const dead = absent.filter((name) => over.has(name) || now - (absentSince.get(name) ?? now) >= graceMs)
    if (dead.length > 0) await pool.query(freeTheirs, [dead])
  }
  const keepLooking = async () => {
    while (!stopping.signal.aborted) {
      // While the database is away nobody can be seen.
      await look().catch(() => absentSince.clear())
      // Not in step with whatever else happens every second.
      await wait(everyMs * (0.5 + Math.random()), undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const looking = keepLooking()

  return {
    endedHere: (holder) => void over.add(holder),
    async stop() {
      stopping.abort()
      await looking
    },
  }
}
