import type { z } from 'zod'
import { systemActor } from './access.ts'
import { contextOf, type ActionContext } from './context.ts'
import type { Database } from './db/db.ts'
import { payloadOf, type EventKind } from './events.ts'
import type { delivery } from './outbox.ts'

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
