import { sql } from 'kysely'
import type { ActionContext } from './context.ts'
import { timer, type Timer } from './jobs.ts'
import type { Reaction } from './reactions.ts'

/** A request is repeated within minutes, by somebody's script within days. */
const idempotencyDays = 30
/** Long enough to look into what was told; the log keeps that it was done. */
const outboxDays = 90
const most = 50_000

/**
 * Takes away what has served: answers for repeated requests, and events that every reaction has heard. An event that one of
 * its reactions still waits for stays, however old.
 */
export async function clean(
  { db, now }: Pick<ActionContext, 'db' | 'now'>,
  reactions: readonly Reaction[],
): Promise<{ answers: number; events: number }> {
  const before = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString()
  const answers = await sql`
    delete from platform.idempotency where ctid = any(array(
      select ctid from platform.idempotency where created_at < ${before(idempotencyDays)} limit ${most}))`.execute(db)
  const heard = JSON.stringify(reactions.map(({ event, name }) => ({ event, name })))
  const events = await sql`
    with old as (
      select o.programme_id, o.id from platform.outbox o
      where o.published_at < ${before(outboxDays)}
        and not exists (
          select from jsonb_to_recordset(${heard}::jsonb) as r(event text, name text)
          where r.event = o.event and not exists (
            select from platform.outbox_delivery d where d.programme_id = o.programme_id and d.event_id = o.id and d.handler = r.name))
      limit ${most}),
    marks as (delete from platform.outbox_delivery d using old where d.programme_id = old.programme_id and d.event_id = old.id)
    delete from platform.outbox o using old where o.programme_id = old.programme_id and o.id = old.id`.execute(db)
  return { answers: Number(answers.numAffectedRows ?? 0), events: Number(events.numAffectedRows ?? 0) }
}

/** Every night at half past three in Japan. */
export const cleaningTimer = (reactions: readonly Reaction[]): Timer =>
  timer('clean-old-rows', '30 18 * * *', async (context) => {
    await clean(context, reactions)
    // What was counted and spent at sign-in belongs to no tenant; each visit finds less.
    await sql`delete from platform.attempt where until < now() - interval '1 day'`.execute(context.db)
    await sql`delete from platform.spent_code where spent_at < now() - interval '1 day'`.execute(context.db)
    await sql`delete from platform.raised_limit where until < now() - interval '1 day'`.execute(context.db)
  })
