import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'

/** A notice of terms with the worker it was given to and the paper that was asked for, or null. */
export const noticeForPaper = (db: Db, documentId: string) =>
  db
    .selectFrom('orders.assignment as a')
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'a.workerId'))
    .leftJoin('orders.paper_request as r', (join) => sameTenant(join, 'r.documentId', 'a.noticeDocumentId'))
    .select(['a.workerId', 'w.postalAddress', 'r.id as requestId'])
    .where('a.noticeDocumentId', '=', documentId)
    .forUpdate('a')
    .executeTakeFirst()

export async function insertPaperRequest(
  db: Db,
  row: { programmeId: string; id: string; documentId: string; workerId: string; requestedOn: string; sendBy: string },
): Promise<void> {
  await db.insertInto('orders.paper_request').values(row).execute()
}

export const paperForUpdate = (db: Db, id: string) =>
  db.selectFrom('orders.paper_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function recordPaperSent(db: Db, id: string, sent: { on: string; by: string }): Promise<void> {
  await db.updateTable('orders.paper_request').set({ sentOn: sent.on, sentBy: sent.by }).where('id', '=', id).execute()
}

export const openChangeOf = (db: Db, assignmentId: string) =>
  db.selectFrom('orders.terms_change').select('id').where('assignmentId', '=', assignmentId).where('state', '=', 'open').executeTakeFirst()

export async function insertChange(
  db: Db,
  row: {
    programmeId: string
    id: string
    assignmentId: string
    units: number
    unitPriceYen: number
    dueOn: string
    reason: string
    proposedBy: string
    proposedAt: string
  },
): Promise<void> {
  await db
    .insertInto('orders.terms_change')
    .values({ ...row, state: 'open' })
    .execute()
}

export const changeForUpdate = (db: Db, id: string) =>
  db.selectFrom('orders.terms_change').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function decideChange(
  db: Db,
  id: string,
  to: 'agreed' | 'declined' | 'withdrawn',
  now: Date,
  newAssignmentId: string | null = null,
): Promise<void> {
  await db
    .updateTable('orders.terms_change')
    .set({ state: to, decidedAt: now.toISOString(), newAssignmentId })
    .where('id', '=', id)
    .execute()
}

/** The offer that changed terms stand on once they are agreed: it was made and taken in one. */
export async function insertAgreedOffer(
  db: Db,
  offer: {
    programmeId: string
    id: string
    packageId: string
    workerId: string
    units: number
    minutes: number
    unitPriceYen: number
    dueOn: string
    offeredBy: string
    offeredAt: string
    decidedAt: string
  },
): Promise<void> {
  await db
    .insertInto('orders.offer')
    .values({ ...offer, state: 'accepted', why: '[]' })
    .execute()
}

/** The number and day of the notice of an assignment. */
export const noticeOfAssignment = (db: Db, assignmentId: string) =>
  db
    .selectFrom('orders.assignment as a')
    .innerJoin('platform.document as d', (join) => sameTenant(join, 'd.id', 'a.noticeDocumentId'))
    .select(['d.number', 'a.orderedOn'])
    .where('a.id', '=', assignmentId)
    .executeTakeFirstOrThrow()

export const openPriceRequestOf = (db: Db, assignmentId: string) =>
  db
    .selectFrom('orders.price_request')
    .select('id')
    .where('assignmentId', '=', assignmentId)
    .where('answeredOn', 'is', null)
    .executeTakeFirst()

export async function insertPriceRequest(
  db: Db,
  row: {
    programmeId: string
    id: string
    assignmentId: string
    workerId: string
    wantedPriceYen: number
    reason: string
    requestedOn: string
  },
): Promise<void> {
  await db.insertInto('orders.price_request').values(row).execute()
}

export const priceRequestForUpdate = (db: Db, id: string) =>
  db.selectFrom('orders.price_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function answerPriceRequest(
  db: Db,
  id: string,
  answer: { explanation: string; answeredOn: string; answeredBy: string; termsChangeId: string | null },
): Promise<void> {
  await db.updateTable('orders.price_request').set(answer).where('id', '=', id).execute()
}

const changes = (db: Db) =>
  db
    .selectFrom('orders.terms_change as c')
    .select(['c.id', 'c.assignmentId', 'c.units', 'c.unitPriceYen', 'c.dueOn', 'c.reason', 'c.state', 'c.newAssignmentId'])

const priceRequests = (db: Db) =>
  db
    .selectFrom('orders.price_request as r')
    .innerJoin('orders.assignment as a', (join) => sameTenant(join, 'a.id', 'r.assignmentId'))
    .select(['r.id', 'r.assignmentId', 'a.unitPriceYen', 'r.wantedPriceYen', 'r.reason', 'r.requestedOn', 'r.explanation', 'r.answeredOn'])
    .select(sql<boolean>`r.terms_change_id is not null`.as('isRaised'))

/** What belongs to the terms of one piece of work of these workers, or null when it is not theirs. */
export async function readMyTerms(db: Db, workerIds: readonly string[], assignmentId: string) {
  const assignment = await db
    .selectFrom('orders.assignment')
    .select(['noticeDocumentId', 'workerId'])
    .where('id', '=', assignmentId)
    .executeTakeFirst()
  if (!assignment || !workerIds.includes(assignment.workerId)) return null
  const paper = await db
    .selectFrom('orders.paper_request')
    .select(['sendBy', 'sentOn'])
    .where('documentId', '=', assignment.noticeDocumentId)
    .executeTakeFirst()
  return {
    changes: await changes(db).where('c.assignmentId', '=', assignmentId).orderBy('c.proposedAt', 'desc').limit(50).execute(),
    priceRequests: await priceRequests(db).where('r.assignmentId', '=', assignmentId).orderBy('r.id', 'desc').limit(50).execute(),
    paper: paper ?? null,
  }
}

const shownAnswers = 50

/** What workers asked for: what is open first, by its day, then the latest answers. */
export async function readWorkerRequests(db: Db) {
  const prices = await priceRequests(db)
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'a.packageId'))
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'r.workerId'))
    .select(['a.packageId', 'p.title', 'p.unitName', 'w.displayName as workerName'])
    .orderBy((e) => e('r.answeredOn', 'is not', null))
    .orderBy('r.answeredOn', 'desc')
    .orderBy('r.requestedOn')
    .orderBy('r.id')
    .limit(200 + shownAnswers)
    .execute()
  const papers = await db
    .selectFrom('orders.paper_request as r')
    .innerJoin('platform.document as d', (join) => sameTenant(join, 'd.id', 'r.documentId'))
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'r.workerId'))
    .select(['r.id', 'r.documentId', 'd.number', 'w.name as workerName', 'w.postalAddress', 'r.requestedOn', 'r.sendBy', 'r.sentOn'])
    .orderBy((e) => e('r.sentOn', 'is not', null))
    .orderBy('r.sentOn', 'desc')
    .orderBy('r.sendBy')
    .orderBy('r.id')
    .limit(200 + shownAnswers)
    .execute()
  return {
    prices,
    papers,
    openCount: prices.filter((row) => row.answeredOn === null).length + papers.filter((row) => row.sentOn === null).length,
  }
}
