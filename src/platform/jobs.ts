import { parseCronItems, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { z } from 'zod'
import { systemActor } from './access.ts'
import { contextOf, type ActionContext } from './action.ts'
import type { Database } from './db/db.ts'
import { payloadOf, type TaskKind } from './events.ts'
import { delivery } from './outbox.ts'
import { type Queue, runQueue } from './queue/run-queue.ts'
import { deliverEvent, type Reaction } from './reactions.ts'
import { listTenants } from './tenants.ts'

/** Work of the queue. */
export interface Job {
  name: string
  run(database: Database, payload: unknown): Promise<void>
}

/** Work that is too long for a request, enqueued by `enqueue(db, task, payload)`. */
export const job = <P extends z.ZodObject>(task: TaskKind<P>, run: (database: Database, payload: z.output<P>) => Promise<void>): Job => ({
  name: task.name,
  run: async (database, payload) => run(database, payloadOf(task, payload)),
})

/** Something that happens at set times; `cron` in UTC, five fields. */
export interface Timer extends Job {
  cron: string
  /** Hours after which a run that no process was there for is still made up for at the next start. */
  catchUpHours?: number
}

/** A timer that visits every programme, in a transaction of its own for each. */
export const timer = (name: string, cron: string, visit: (context: ActionContext) => Promise<unknown>): Timer => ({
  name,
  cron,
  async run(database) {
    const now = new Date()
    for (const programmeId of await listTenants(database)) {
      await database.transaction({ programmeId, userId: null }, (db) => visit(contextOf(db, programmeId, systemActor, now)))
    }
  },
})

/** Runs the queue inside this process until `stop`. The queue's own tables are reached with the owner's connection. */
export function startJobs(
  owner: pg.ClientConfig,
  database: Database,
  parts: { reactions: readonly Reaction[]; jobs: readonly Job[]; timers: readonly Timer[] },
): Queue {
  const deliveries = job(delivery, (base, event) => deliverEvent(base, parts.reactions, event))
  const taskList: TaskList = {}
  for (const { name, run: work } of [deliveries, ...parts.jobs, ...parts.timers]) taskList[name] = (payload) => work(database, payload)
  return runQueue(owner, taskList, parseCronItems(parts.timers.map(cronItem)))
}

const cronItem = ({ name, cron, catchUpHours = 0 }: Timer) => ({
  task: name,
  match: cron,
  options: { backfillPeriod: catchUpHours * 3_600_000 },
})
