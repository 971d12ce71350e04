import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Database } from './db/db.ts'
import { deliverEvent, type Reaction } from './outbox.ts'

/** Work that is too long for a request, enqueued by `enqueue(db, name, payload)`. */
export interface Job {
  name: string
  run(database: Database, payload: Record<string, unknown>): Promise<void>
}

/** Something that happens at set times; `cron` in UTC, five fields. */
export interface Timer extends Job {
  cron: string
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Runs the queue inside this process until `stop`. The queue's own tables are reached with the owner's connection. */
export async function startJobs(
  owner: pg.ClientConfig,
  database: Database,
  parts: { reactions: readonly Reaction[]; jobs: readonly Job[]; timers: readonly Timer[] },
): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({ ...owner, max: 3 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const taskList: TaskList = {
    'deliver-event': async (payload) => {
      const { programmeId, id, event } = payload as { programmeId: string; id: string; event: string }
      await deliverEvent(database, parts.reactions, { programmeId, id, event })
    },
  }
  for (const job of [...parts.jobs, ...parts.timers]) {
    taskList[job.name] = (payload) => job.run(database, isRecord(payload) ? payload : {})
  }
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCronItems(parts.timers.map((timer) => ({ task: timer.name, match: timer.cron }))),
    concurrency: 2,
    noHandleSignals: true,
    logger: quietLogger,
  })
  return {
    async stop() {
      await runner.stop()
      // Jobs that were running are noted as done before their connections end.
      await runner.promise
      await pool.end()
    },
  }
}

/** Waits until the queue is empty: for tests and for the demo, which show what follows from what. */
export async function drainJobs(
  owner: pg.ClientConfig,
  database: Database,
  parts: { reactions: readonly Reaction[]; jobs: readonly Job[] },
): Promise<void> {
  const runner = await startJobs(owner, database, { ...parts, timers: [] })
  const client = new pg.Client(owner)
  await client.connect()
  try {
    for (;;) {
      const { rows } = await client.query<{ waiting: number }>(
        'select count(*)::int as waiting from graphile_worker._private_jobs where attempts < max_attempts and run_at <= now()',
      )
      if (rows[0]?.waiting === 0) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  } finally {
    await client.end()
    await runner.stop()
  }
}

const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error') process.stderr.write(`jobs: ${message}\n`)
})
