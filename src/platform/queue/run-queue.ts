import { EventEmitter, once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Logger, type ParsedCronItem, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { causeFields, log } from '../log.ts'
import { freeAbandonedJobs } from './abandoned-jobs.ts'
import { type Presence, showPresence } from './presence.ts'

/** Jobs that could begin now, how long the oldest of them has waited, and those that were given up. */
export interface QueueState {
  waiting: number
  oldestWaitingSeconds: number
  givenUp: number
}

const stateText = `
  select count(*) filter (where w)::int as waiting, count(*) filter (where j.attempts >= j.max_attempts)::int as "givenUp",
         coalesce(extract(epoch from now() - min(j.run_at) filter (where w)), 0)::int as "oldestWaitingSeconds"
  from graphile_worker._private_jobs j
  cross join lateral (select j.is_available and j.run_at <= now() as w)`

const againMs = 500
const concurrency = 2
const notingMs = 5_000

export interface Queue {
  state(): Promise<QueueState>
  stop(): Promise<void>
}

/**
 * Takes jobs from the queue until `stop`, whatever becomes of the database meanwhile. A runner of graphile-worker ends itself when it
 * cannot note what has become of a job; another one then takes its place, and the job is free again as soon as the database answers.
 * One that failed to take a job is replaced as well: when its first question fails it keeps that answer for ever
 * (`getTaskDetails` in graphile-worker 0.18).
 * @param owner of the queue's tables
 */
export function runQueue(owner: pg.ClientConfig, taskList: TaskList, parsedCronItems: ParsedCronItem[]): Queue {
  const pool = new pg.Pool({ ...owner, max: 4, connectionTimeoutMillis: 10_000, application_name: 'kado jobs' })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const living = new Map<string, Promise<unknown>>()
  const abandoned = freeAbandonedJobs(pool, (holder) => living.has(holder))
  const stopping = new AbortController()
  let runner: Runner | null = null

  /** Begins to take jobs, and answers when it has stopped to. Jobs that still run then are let finish beside its successor. */
  const take = async () => {
    const events = new EventEmitter() as WorkerEvents
    const ending = once(events, 'pool:gracefulShutdown')
    let presence: Presence | undefined
    events.once('pool:create', ({ workerPool: { id } }) => {
      presence = showPresence(owner, id)
      const over = hasEnded(events).then(async () => {
        await presence?.end()
        living.delete(id)
        abandoned.endedHere(id)
      })
      living.set(id, over)
    })
    const failing = once(events, 'worker:getJob:error')
    runner = await run({
      pgPool: pool,
      taskList,
      parsedCronItems,
      events,
      concurrency,
      noHandleSignals: true,
      // A pooler's next connection would not know them.
      noPreparedStatements: true,
      logger: quietLogger,
      // Asked before each job: nobody takes one without being seen.
      forbiddenFlags: async () => {
        if (!(await presence?.isShown())) throw new Error('not seen by others')
        return null
      },
      // Without these two nobody listens to what noting the end of a job came to, and its failure would end the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    })
    const taker = runner
    const stop = () => void taker.stop().catch(() => {})
    void failing.then(stop)
    if (stopping.signal.aborted) stop()
    await ending
  }
  const keepTaking = async () => {
    while (!stopping.signal.aborted) {
      await take().catch(quietly)
      if (!stopping.signal.aborted) await wait(againMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const taking = keepTaking()

  return {
    async state() {
      const { rows } = await pool.query<QueueState>(stateText)
      return rows[0] ?? { waiting: 0, oldestWaitingSeconds: 0, givenUp: 0 }
    },
    async stop() {
      stopping.abort()
      void runner?.stop().catch(() => {})
      await taking
      // Jobs that were running are noted as done before their connections end.
      await Promise.all(living.values())
      await abandoned.stop()
      await pool.end()
    },
  }
}

/**
 * The end of a runner: all its jobs have ended and are noted. When noting failed more than once it miscounts what is still to note and
 * never comes to its end (`batch` in graphile-worker 0.18), so noting is given a while.
 */
async function hasEnded(events: WorkerEvents): Promise<void> {
  let working = concurrency
  const areIdle = new Promise<void>((resolve) => events.on('worker:stop', () => --working === 0 && resolve()))
  await Promise.race([once(events, 'pool:release'), areIdle.then(() => wait(notingMs, undefined, { ref: false }))])
}

const quietly = (error: unknown) => log('error', 'queue', causeFields(error))

const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error') log('error', 'queue', causeFields(Object.assign(new Error(message), { stack: message })))
})
