import { sql } from 'kysely'
import type { z } from 'zod'
import { addDays, type CalendarDate } from '../../units/calendar-date.ts'
import { action, newId, type ActionContext } from '../action.ts'
import { idOf } from '../id.ts'
import type { NoticeKind } from '../contract.ts'
import type { Db } from '../db/db.ts'
import { keyset, readPortion } from '../db/listing.ts'
import type { Paging } from '../shapes.ts'
import { timer } from '../jobs.ts'
import { answer, type Read } from '../read.ts'
import { contract } from './contract.ts'

interface News<Facts> {
  /** Path of the page that the news is about. */
  link: string
  facts: Facts
  /** News of one long task has the task's id: the news of its end replaces that of its beginning. */
  id?: string
  /** What the news is about, such as a day: however often a job runs, each person has it once, and the newer replaces the older. */
  once?: string
}

const newsDays = 31

/** Whether a day is near enough for what happened on it to be told; books that are entered later tell nobody anything. */
export const isNews = (day: CalendarDate | string, today: CalendarDate): boolean => day >= addDays(today, -newsDays)

/** Tells people something; nobody is told twice, people without an account not at all. */
export async function notify<F extends z.ZodObject>(
  context: Pick<ActionContext, 'db' | 'programmeId' | 'now'>,
  notice: NoticeKind<F>,
  userIds: readonly (string | null)[],
  news: News<z.input<F>>,
): Promise<void> {
  const people = [...new Set(userIds)].filter((userId) => userId !== null && userId !== '' && userId !== 'system')
  await notifyEach(
    context,
    notice,
    people.map((userId) => ({ userId, ...news })),
  )
}

/** The same with facts of their own for each person. */
export async function notifyEach<F extends z.ZodObject>(
  { db, programmeId, now }: Pick<ActionContext, 'db' | 'programmeId' | 'now'>,
  notice: NoticeKind<F>,
  each: readonly (News<z.input<F>> & { userId: string | null })[],
): Promise<void> {
  const rows = each.flatMap(({ userId, link, facts, id, once }) =>
    userId === null
      ? []
      : {
          programmeId,
          id: id ?? (once === undefined ? newId(now.getTime()) : idOf(`${programmeId} ${notice.kind} ${userId} ${once}`)),
          userId,
          kind: notice.kind,
          link,
          data: JSON.stringify(facts),
          createdAt: now.toISOString(),
        },
  )
  for (let start = 0; start < rows.length; start += 1_000) {
    await db
      .insertInto('platform.notification')
      .values(rows.slice(start, start + 1_000))
      .onConflict((c) =>
        c.columns(['programmeId', 'id']).doUpdateSet((e) => ({
          kind: e.ref('excluded.kind'),
          link: e.ref('excluded.link'),
          data: e.ref('excluded.data'),
          createdAt: e.ref('excluded.createdAt'),
          readAt: null,
        })),
      )
      .execute()
  }
}

/** A person's own news, the newest first. */
const listNews = (db: Db, userId: string, { unreadOnly, ...page }: Paging & { unreadOnly: boolean }) =>
  readPortion(
    db
      .selectFrom('platform.notification')
      .select(['id', 'kind', 'link', 'data', 'createdAt', 'readAt'])
      .where('userId', '=', userId)
      .$if(unreadOnly, (query) => query.where('readAt', 'is', null)),
    keyset(page, { created_at: 'timestamptz', id: 'uuid' }, 'desc'),
  )

const factsOf = (data: unknown): Record<string, unknown> => (typeof data === 'object' && data !== null ? { ...data } : {})

export const reads: Read[] = [
  answer(contract.notifications, async ({ db, actor }, input) => {
    const userId = actor.userId ?? ''
    const { rows, next } = await listNews(db, userId, input)
    const { unread } = await db
      .selectFrom('platform.notification')
      .select((e) => e.fn.countAll<number>().as('unread'))
      .where('userId', '=', userId)
      .where('readAt', 'is', null)
      .executeTakeFirstOrThrow()
    return {
      rows: rows.map(({ data, readAt, ...row }) => ({ ...row, facts: factsOf(data), isRead: readAt !== null })),
      next,
      unreadCount: unread,
    }
  }),
]

/** Marks a person's own news as read or unread; other people's are not touched, whoever names them. */
export const markNotifications = action(contract['mark-notifications'], {
  load: async ({ actor }) => ({ subject: actor.userId ?? '' }),
  run: async ({ db, now }, { ids, read }, { subject }) => {
    if (ids?.length === 0) return { changedCount: 0 }
    const { numUpdatedRows } = await db
      .updateTable('platform.notification')
      .set({ readAt: read ? now.toISOString() : null })
      .where('userId', '=', subject)
      .where('readAt', read ? 'is' : 'is not', null)
      .$if(ids !== null, (query) => query.where('id', 'in', ids ?? []))
      .executeTakeFirst()
    return { changedCount: Number(numUpdatedRows) }
  },
})
export const actions = [markNotifications]

const daysKept = 400

export const timers = [
  // 03:20 in Japan. News is a pointer; what it points at has its own keeping.
  timer('platform.forget-notifications', '20 18 * * *', forgetOldNews),
]

export async function forgetOldNews({ db, now }: Pick<ActionContext, 'db' | 'now'>): Promise<void> {
  const before = new Date(now.getTime() - daysKept * 86_400_000).toISOString()
  await db.deleteFrom('platform.notification').where('createdAt', '<', before).execute()
}

/** Takes away the news of a person, and those to others that name the person. */
export async function forgetNewsOf(db: Db, userId: string | null, names: readonly string[]): Promise<void> {
  await sql`delete from platform.notification n where n.user_id = ${userId} or exists (
    select from jsonb_each_text(n.data) d where d.value = any(${[...names]}::text[]))`.execute(db)
}
