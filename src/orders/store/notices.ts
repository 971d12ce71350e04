import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'

export { holdersOf } from '../../programme/store/holders.ts'

const packageColumns = ['p.title', 'p.unitName', 'p.orderId', 'p.onSiteId'] as const

/** What is told about an offer, and to whom. */
export const offerNews = (db: Db, offerId: string) =>
  db
    .selectFrom('orders.offer as f')
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'f.packageId'))
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'f.workerId'))
    .select(packageColumns)
    .select(['f.units', 'f.dueOn', 'f.answerBy', 'f.offeredBy', 'f.state', 'w.userId'])
    .where('f.id', '=', offerId)
    .executeTakeFirst()

export const questionNews = (db: Db, questionId: string) =>
  db
    .selectFrom('orders.question as q')
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'q.packageId'))
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'q.workerId'))
    .select(packageColumns)
    .select(['p.id as packageId', 'q.answeredAt', 'w.userId'])
    .where('q.id', '=', questionId)
    .executeTakeFirst()

/** A material in its newest version, with the work that it belongs to. */
export const materialNews = (db: Db, id: string) =>
  db
    .selectFrom('orders.material as m')
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'm.packageId'))
    .select(['p.title', 'm.title as material', 'm.packageId', 'm.version', 'm.fileId'])
    .where('m.id', '=', id)
    .orderBy('m.version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** A message with both sides: the worker, and who of those who lead wrote in the thread before. */
export const messageNews = (db: Db, id: string) =>
  db
    .selectFrom('orders.message as g')
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'g.packageId'))
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'g.workerId'))
    .leftJoin('platform.user as u', 'u.id', 'g.sentBy')
    .select(packageColumns)
    .select(['g.packageId', 'g.workerId', 'g.fromWorker', 'g.readAt', 'w.userId', 'w.displayName', 'u.name as senderName'])
    .where('g.id', '=', id)
    .executeTakeFirst()

/** The latest agreed work of a worker in a package: where they find the thread. */
export const latestAssignment = (db: Db, packageId: string, workerId: string) =>
  db
    .selectFrom('orders.assignment')
    .select('id')
    .where('packageId', '=', packageId)
    .where('workerId', '=', workerId)
    .orderBy('acceptedAt', 'desc')
    .limit(1)
    .executeTakeFirst()

/** A question to hand back with the work it is about. */
export const handBackNews = (db: Db, id: string) =>
  db
    .selectFrom('orders.hand_back as b')
    .innerJoin('orders.assignment as a', (join) => sameTenant(join, 'a.id', 'b.assignmentId'))
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'a.packageId'))
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'a.workerId'))
    .select(packageColumns)
    .select(['p.id as packageId', 'b.assignmentId', 'b.units', 'b.state', 'b.askedBy', 'w.userId', 'w.displayName'])
    .where('b.id', '=', id)
    .executeTakeFirst()

export const termsNews = (db: Db, changeId: string) =>
  db
    .selectFrom('orders.terms_change as c')
    .innerJoin('orders.assignment as a', (join) => sameTenant(join, 'a.id', 'c.assignmentId'))
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'a.packageId'))
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'a.workerId'))
    .select(['p.title', 'c.state', 'c.assignmentId', 'w.userId'])
    .where('c.id', '=', changeId)
    .executeTakeFirst()

export const packageNews = (db: Db, packageId: string) =>
  db.selectFrom('orders.package as p').select(packageColumns).where('p.id', '=', packageId).executeTakeFirst()
