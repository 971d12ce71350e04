import { type Insertable } from 'kysely'
import type { ActionContext } from '../../platform/action.ts'
import type { Actor, Scopes } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { worksOn } from './manuals.ts'
import { workerOf } from './offers.ts'
import { scopeOfPackage } from './packages.ts'

interface Thread {
  workerId: string
  /** Whether the worker's side asks. */
  byWorker: boolean
  scope: Scopes
}

/** The thread of a package with a worker, from the side that asks; null where that worker has nothing to do with the package. */
export async function threadOf(
  { db, actor, today }: { db: Db; actor: Actor; today: CalendarDate },
  { packageId, workerId }: { packageId: string; workerId: string | null },
): Promise<Thread | null> {
  const own = workerId === null ? await workerOf(db, actor) : null
  const person = workerId ?? own?.id
  if (person === undefined || !(await worksOn(db, packageId, person, today))) return null
  const scope = own ? { self: [own.id] } : await scopeOfPackage(db, packageId)
  return scope && { workerId: person, byWorker: own !== null, scope }
}

export async function insertMessage(db: Db, row: Insertable<DB['orders.message']>): Promise<void> {
  await db.insertInto('orders.message').values(row).execute()
}

const mostShown = 200

/** The latest messages of a thread, oldest first, as one side sees them. */
export async function readMessages(db: Db, packageId: string, { workerId, byWorker }: Thread) {
  const latest = await db
    .selectFrom('orders.message as g')
    .leftJoin('platform.user as u', 'u.id', 'g.sentBy')
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'g.workerId'))
    .select(['g.id', 'g.text', 'g.sentAt', 'g.readAt', 'g.fromWorker', 'u.name', 'w.displayName'])
    .where('g.packageId', '=', packageId)
    .where('g.workerId', '=', workerId)
    .orderBy('g.sentAt', 'desc')
    .orderBy('g.id', 'desc')
    .limit(mostShown)
    .execute()
  const rows = latest.toReversed().map(({ fromWorker, name, displayName, ...row }) => ({
    ...row,
    senderName: (fromWorker ? displayName : name) ?? '',
    isOurs: fromWorker === byWorker,
  }))
  return { rows, unreadCount: rows.filter(({ isOurs, readAt }) => !isOurs && readAt === null).length }
}

/** Marks what the other side wrote as read, and answers how many that were. */
export async function readThread({ db, now }: ActionContext, packageId: string, { workerId, byWorker }: Thread): Promise<number> {
  const marked = await db
    .updateTable('orders.message')
    .set({ readAt: now.toISOString() })
    .where('packageId', '=', packageId)
    .where('workerId', '=', workerId)
    .where('fromWorker', '=', !byWorker)
    .where('readAt', 'is', null)
    .executeTakeFirst()
  return Number(marked.numUpdatedRows)
}

export async function insertHandBack(db: Db, row: Insertable<DB['orders.hand_back']>): Promise<void> {
  await db.insertInto('orders.hand_back').values(row).execute()
}

export const handBackForUpdate = (db: Db, id: string) =>
  db.selectFrom('orders.hand_back').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function decideHandBack(db: Db, id: string, decided: { state: 'agreed' | 'declined'; answer: string; decidedAt: string }) {
  await db.updateTable('orders.hand_back').set(decided).where('id', '=', id).execute()
}

/** Every time that a part of this agreed work was asked back, newest first. */
export const listHandBacks = (db: Db, assignmentId: string) =>
  db
    .selectFrom('orders.hand_back')
    .select(['id', 'units', 'reason', 'state', 'askedAt', 'answer', 'decidedAt'])
    .where('assignmentId', '=', assignmentId)
    .orderBy('askedAt', 'desc')
    .limit(50)
    .execute()

/** The worker of agreed work, and those who direct it. */
export async function scopeOfAssignment(db: Db, assignmentId: string): Promise<Scopes | null> {
  const row = await db
    .selectFrom('orders.assignment as a')
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'a.packageId'))
    .select(['a.workerId', 'p.orderId', 'p.onSiteId'])
    .where('a.id', '=', assignmentId)
    .executeTakeFirst()
  return row ? { self: [row.workerId], order: [row.orderId], site: [row.onSiteId] } : null
}
