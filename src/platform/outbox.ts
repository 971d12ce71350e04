import { sql } from 'kysely'
import { z } from 'zod'
import { atCommit, type Db } from './db/db.ts'
import { payloadOf, taskKinds, type EventKind, type TaskKind } from './events.ts'
import { newId } from './id.ts'

export const { 'deliver-event': delivery } = taskKinds({
  'deliver-event': z.object({ programmeId: z.string(), id: z.string(), event: z.string() }),
})

const note = `with event as (insert into platform.outbox (programme_id, id, event, payload) values ($1, $2, $3, $4))
  select platform.enqueue('${delivery.name}', $5::json, null, null)`

/** Writes the event and its delivery job with the commit of the transaction that caused it. */
export async function publish<P extends z.ZodObject>(db: Db, programmeId: string, event: EventKind<P>, payload: z.input<P>): Promise<void> {
  const id = newId()
  const carried = JSON.stringify(payloadOf(event, payload))
  atCommit(db, note, [programmeId, id, event.name, carried, JSON.stringify({ programmeId, id, event: event.name })])
}

/** Adds a job that runs after this transaction commits, or not at all. A job with the same key replaces a waiting one. */
export async function enqueue<P extends z.ZodObject>(
  db: Db,
  task: TaskKind<P>,
  payload: z.input<P>,
  { key = null, at = null }: { key?: string | null; at?: Date | null } = {},
): Promise<void> {
  const carried = JSON.stringify(payloadOf(task, payload))
  await sql`select platform.enqueue(${task.name}, ${carried}::json, ${key}, ${at?.toISOString() ?? null}::timestamptz)`.execute(db)
}
