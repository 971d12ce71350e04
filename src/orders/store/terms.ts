import type { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import type { priceRequest, termsChange } from '../contract/terms.ts'

type Change = z.output<typeof termsChange>
type PriceRequest = z.output<typeof priceRequest>

/** A notice of terms with the worker it was given to and the paper that was asked for, or null. */
export const noticeForPaper = (db: Db, documentId: string) =>
  db
    .selectFrom('orders.assignment as a')
    .innerJoin('people.worker as w', (join) => join.onRef('w.programme_id', '=', 'a.programme_id').onRef('w.id', '=', 'a.worker_id'))
    .leftJoin('orders.paper_request as r', (join) =>
      join.onRef('r.programme_id', '=', 'a.programme_id').onRef('r.document_id', '=', 'a.notice_document_id'),
    )
    .select(['a.worker_id', 'w.postal_address', 'r.id as request_id'])
    .where('a.notice_document_id', '=', documentId)
    .forUpdate('a')
    .executeTakeFirst()

export async function insertPaperRequest(
  db: Db,
  row: { programme_id: string; id: string; document_id: string; worker_id: string; requested_on: string; send_by: string },
): Promise<void> {
  await db.insertInto('orders.paper_request').values(row).execute()
}

export const paperForUpdate = (db: Db, id: string) =>
  db.selectFrom('orders.paper_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function recordPaperSent(db: Db, id: string, sent: { on: string; by: string }): Promise<void> {
  await db.updateTable('orders.paper_request').set({ sent_on: sent.on, sent_by: sent.by }).where('id', '=', id).execute()
}

export const openChangeOf = (db: Db, assignmentId: string) =>
  db.selectFrom('orders.terms_change').select('id').where('assignment_id', '=', assignmentId).where('state', '=', 'open').executeTakeFirst()

export async function insertChange(
  db: Db,
  row: {
    programme_id: string
    id: string
    assignment_id: string
    units: number
    unit_price_yen: number
    due_on: string
    reason: string
    proposed_by: string
    proposed_at: string
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
    .set({ state: to, decided_at: now.toISOString(), new_assignment_id: newAssignmentId })
    .where('id', '=', id)
    .execute()
}

/** The offer that changed terms stand on once they are agreed: it was made and taken in one. */
export async function insertAgreedOffer(
  db: Db,
  offer: {
    programme_id: string
    id: string
    package_id: string
    worker_id: string
    units: number
    minutes: number
    unit_price_yen: number
    due_on: string
    offered_by: string
    offered_at: string
    decided_at: string
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
    .innerJoin('platform.document as d', (join) =>
      join.onRef('d.programme_id', '=', 'a.programme_id').onRef('d.id', '=', 'a.notice_document_id'),
    )
    .select(['d.number', 'a.ordered_on'])
    .where('a.id', '=', assignmentId)
    .executeTakeFirstOrThrow()

export const openPriceRequestOf = (db: Db, assignmentId: string) =>
  db
    .selectFrom('orders.price_request')
    .select('id')
    .where('assignment_id', '=', assignmentId)
    .where('answered_on', 'is', null)
    .executeTakeFirst()

export async function insertPriceRequest(
  db: Db,
  row: {
    programme_id: string
    id: string
    assignment_id: string
    worker_id: string
    wanted_price_yen: number
    reason: string
    requested_on: string
  },
): Promise<void> {
  await db.insertInto('orders.price_request').values(row).execute()
}

export const priceRequestForUpdate = (db: Db, id: string) =>
  db.selectFrom('orders.price_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function answerPriceRequest(
  db: Db,
  id: string,
  answer: { explanation: string; answered_on: string; answered_by: string; terms_change_id: string | null },
): Promise<void> {
  await db.updateTable('orders.price_request').set(answer).where('id', '=', id).execute()
}

const changes = (db: Db) => db.selectFrom('orders.terms_change as c').selectAll('c')
const changeOf = (row: Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number]): Change => ({
  id: row.id,
  assignmentId: row.assignment_id,
  units: row.units,
  unitPriceYen: row.unit_price_yen,
  dueOn: row.due_on,
  reason: row.reason,
  state: row.state === 'agreed' || row.state === 'declined' || row.state === 'withdrawn' ? row.state : 'open',
  newAssignmentId: row.new_assignment_id,
})

const priceRequests = (db: Db) =>
  db
    .selectFrom('orders.price_request as r')
    .innerJoin('orders.assignment as a', (join) =>
      join.onRef('a.programme_id', '=', 'r.programme_id').onRef('a.id', '=', 'r.assignment_id'),
    )
    .selectAll('r')
    .select(['a.unit_price_yen', 'a.package_id', 'a.notice_document_id'])
const priceRequestOf = (row: Awaited<ReturnType<ReturnType<typeof priceRequests>['execute']>>[number]): PriceRequest => ({
  id: row.id,
  assignmentId: row.assignment_id,
  unitPriceYen: row.unit_price_yen,
  wantedPriceYen: row.wanted_price_yen,
  reason: row.reason,
  requestedOn: row.requested_on,
  explanation: row.explanation,
  answeredOn: row.answered_on,
  isRaised: row.terms_change_id !== null,
})

/** What belongs to the terms of one piece of work of these workers, or null when it is not theirs. */
export async function readMyTerms(db: Db, workerIds: readonly string[], assignmentId: string) {
  const assignment = await db
    .selectFrom('orders.assignment')
    .select(['notice_document_id', 'worker_id'])
    .where('id', '=', assignmentId)
    .executeTakeFirst()
  if (!assignment || !workerIds.includes(assignment.worker_id)) return null
  const paper = await db
    .selectFrom('orders.paper_request')
    .select(['send_by', 'sent_on'])
    .where('document_id', '=', assignment.notice_document_id)
    .executeTakeFirst()
  return {
    changes: (await changes(db).where('c.assignment_id', '=', assignmentId).orderBy('c.proposed_at', 'desc').limit(50).execute()).map(
      changeOf,
    ),
    priceRequests: (await priceRequests(db).where('r.assignment_id', '=', assignmentId).orderBy('r.id', 'desc').limit(50).execute()).map(
      priceRequestOf,
    ),
    paper: paper ? { sendBy: paper.send_by, sentOn: paper.sent_on } : null,
  }
}

const shownAnswers = 50

/** What workers asked for: what is open first, by its day, then the latest answers. */
export async function readWorkerRequests(db: Db) {
  const prices = await priceRequests(db)
    .innerJoin('orders.package as p', (join) => join.onRef('p.programme_id', '=', 'a.programme_id').onRef('p.id', '=', 'a.package_id'))
    .innerJoin('people.worker as w', (join) => join.onRef('w.programme_id', '=', 'r.programme_id').onRef('w.id', '=', 'r.worker_id'))
    .select(['p.title', 'p.unit_name', 'w.display_name'])
    .orderBy((e) => e('r.answered_on', 'is not', null))
    .orderBy('r.answered_on', 'desc')
    .orderBy('r.requested_on')
    .orderBy('r.id')
    .limit(200 + shownAnswers)
    .execute()
  const papers = await db
    .selectFrom('orders.paper_request as r')
    .innerJoin('platform.document as d', (join) => join.onRef('d.programme_id', '=', 'r.programme_id').onRef('d.id', '=', 'r.document_id'))
    .innerJoin('people.worker as w', (join) => join.onRef('w.programme_id', '=', 'r.programme_id').onRef('w.id', '=', 'r.worker_id'))
    .select(['r.id', 'r.document_id', 'd.number', 'w.name', 'w.postal_address', 'r.requested_on', 'r.send_by', 'r.sent_on'])
    .orderBy((e) => e('r.sent_on', 'is not', null))
    .orderBy('r.sent_on', 'desc')
    .orderBy('r.send_by')
    .orderBy('r.id')
    .limit(200 + shownAnswers)
    .execute()
  return {
    prices: prices.map((row) => ({
      ...priceRequestOf(row),
      packageId: row.package_id,
      title: row.title,
      unitName: row.unit_name,
      workerName: row.display_name,
    })),
    papers: papers.map((row) => ({
      id: row.id,
      documentId: row.document_id,
      number: row.number,
      workerName: row.name,
      postalAddress: row.postal_address,
      requestedOn: row.requested_on,
      sendBy: row.send_by,
      sentOn: row.sent_on,
    })),
    openCount: prices.filter((row) => row.answered_on === null).length + papers.filter((row) => row.sent_on === null).length,
  }
}
