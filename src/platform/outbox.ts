import { sql } from 'kysely'
import { z } from 'zod'
import { contextOf, newId, type ActionContext } from './action.ts'
import { systemActor } from './access.ts'
import { atCommit, type Database, type Db } from './db/db.ts'
import { payloadOf, taskKinds, type EventKind, type TaskKind } from './events.ts'

/** What an area does when another one has published an event. */
export interface Reaction {
  /** Name of the event. */
  event: string
  /** Unique name, like `money.record-payable`; it is what makes the reaction happen once. */
  name: string
  /** Throws when the payload is not as the event declares it. */
  react(context: ActionContext, payload: unknown): Promise<void>
}

export const reaction = <P extends z.ZodObject>(
  event: EventKind<P>,
  name: string,
  react: (context: ActionContext, payload: z.output<P>) => Promise<void>,
): Reaction => ({ event: event.name, name, react: async (context, payload) => react(context, payloadOf(event, payload)) })

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

/**
 * Lets every reaction to one event happen exactly once: the mark that it happened commits with what it wrote.
 * A failed reaction is tried again by the queue; the others are not repeated.
 */
export async function deliverEvent(
  database: Database,
  reactions: readonly Reaction[],
  job: z.output<typeof delivery.payload>,
): Promise<void> {
  for (const { name, react } of reactions.filter((each) => each.event === job.event)) {
    await database.transaction({ programmeId: job.programmeId, userId: null }, async (db) => {
      const mark = await db
        .insertInto('platform.outbox_delivery')
        .values({ programmeId: job.programmeId, eventId: job.id, handler: name })
        .onConflict((c) => c.doNothing())
        .executeTakeFirst()
      if (Number(mark.numInsertedOrUpdatedRows) === 0) return
      const { payload } = await db.selectFrom('platform.outbox').select('payload').where('id', '=', job.id).executeTakeFirstOrThrow()
      await react(contextOf(db, job.programmeId, systemActor, new Date()), payload)
    })
  }
}
