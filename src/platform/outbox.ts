import { sql } from 'kysely'
import { contextOf, newId, type ActionContext } from './action.ts'
import { systemActor } from './access.ts'
import { atCommit, type Database, type Db } from './db/db.ts'

export interface Event {
  id: string
  name: string
  payload: Record<string, unknown>
}

/** A text of an event, an id mostly. Throws when the event does not carry it, so that the queue shows the fault. */
export function textIn({ name, payload }: Event, key: string): string {
  const value = payload[key]
  if (typeof value !== 'string') throw new Error(`the event ${name} has no ${key}`)
  return value
}

/** What an area does when another one has published an event. */
export interface Reaction {
  event: string
  /** Unique name, like `money.record-payable`; it is what makes the reaction happen once. */
  name: string
  react(context: ActionContext, event: Event): Promise<void>
}

const deliver = 'deliver-event'

const note = `with event as (insert into platform.outbox (programme_id, id, event, payload) values ($1, $2, $3, $4))
  select platform.enqueue('${deliver}', $5::json, null, null)`

/** Writes the event and its delivery job with the commit of the transaction that caused it. */
export async function publish(db: Db, programmeId: string, event: string, payload: Record<string, unknown>): Promise<void> {
  const id = newId()
  atCommit(db, note, [programmeId, id, event, JSON.stringify(payload), JSON.stringify({ programmeId, id, event })])
}

/** Adds a job that runs after this transaction commits, or not at all. A job with the same key replaces a waiting one. */
export async function enqueue(
  db: Db,
  task: string,
  payload: Record<string, unknown>,
  options: { key?: string; at?: Date } = {},
): Promise<void> {
  await sql`select platform.enqueue(${task}, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${options.at?.toISOString() ?? null}::timestamptz)`.execute(
    db,
  )
}

/**
 * Lets every reaction to one event happen exactly once: the mark that it happened commits with what it wrote.
 * A failed reaction is tried again by the queue; the others are not repeated.
 */
export async function deliverEvent(
  database: Database,
  reactions: readonly Reaction[],
  job: { programmeId: string; id: string; event: string },
): Promise<void> {
  for (const reaction of reactions.filter((each) => each.event === job.event)) {
    await database.transaction({ programmeId: job.programmeId, userId: null }, async (db) => {
      const mark = await db
        .insertInto('platform.outbox_delivery')
        .values({ programmeId: job.programmeId, eventId: job.id, handler: reaction.name })
        .onConflict((c) => c.doNothing())
        .executeTakeFirst()
      if (Number(mark.numInsertedOrUpdatedRows) === 0) return
      const row = await db.selectFrom('platform.outbox').selectAll().where('id', '=', job.id).executeTakeFirstOrThrow()
      const context = contextOf(db, job.programmeId, systemActor, new Date())
      await reaction.react(context, { id: row.id, name: row.event, payload: row.payload as Record<string, unknown> })
    })
  }
}
