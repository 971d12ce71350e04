import type { z } from 'zod'
import { jstDateOf, type CalendarDate } from '../units/calendar-date.ts'
import type { Actor } from './access.ts'
import type { Db } from './db/db.ts'
import type { EventKind } from './events.ts'
import { publish } from './outbox.ts'

/** What an action and a reaction work with. */
export interface ActionContext {
  db: Db
  programmeId: string
  actor: Actor
  now: Date
  /** The Asia/Tokyo calendar date of `now`. */
  today: CalendarDate
  /** Tells the areas to the right; delivered once each, after commit. */
  publish<P extends z.ZodObject>(event: EventKind<P>, payload: z.input<P>): Promise<void>
}

export function contextOf(db: Db, programmeId: string, actor: Actor, now: Date): ActionContext {
  return {
    db,
    programmeId,
    actor,
    now,
    today: jstDateOf(now),
    publish: (event, payload) => publish(db, programmeId, event, payload),
  }
}
