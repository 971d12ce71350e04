import { sql } from 'kysely'
import type { Actor } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { calendarDate, type CalendarDate } from '../../units/calendar-date.ts'
import { minutes } from '../../units/minutes.ts'
import { yen } from '../../units/yen.ts'
import { judgeImpliedHourly } from '../rules/implied-hourly.ts'
import { paceOf } from '../rules/pace.ts'
import { offerReason, type OfferReason } from '../rules/offer-reason.ts'
import type { offerStates } from '../contract/shapes.ts'
import { cursorParts, cutPage } from './listing.ts'
import { assignedUnits } from './units.ts'

export type OfferState = (typeof offerStates)[number]

export interface NewOffer {
  id: string
  packageId: string
  workerId: string
  units: number
  minutes: number
  unitPriceYen: number
  dueOn: string
  why: readonly OfferReason[]
}

export async function insertOffers(
  db: Db,
  offers: readonly NewOffer[],
  about: { programmeId: string; planId: string | null; by: string; now: Date; answerBy: string | null },
): Promise<void> {
  const rows = offers.map((offer) => ({
    programme_id: about.programmeId,
    id: offer.id,
    package_id: offer.packageId,
    worker_id: offer.workerId,
    units: offer.units,
    minutes: offer.minutes,
    unit_price_yen: offer.unitPriceYen,
    due_on: offer.dueOn,
    plan_id: about.planId,
    why: JSON.stringify(offer.why),
    state: 'open',
    offered_by: about.by,
    offered_at: about.now.toISOString(),
    answer_by: about.answerBy,
  }))
  for (let start = 0; start < rows.length; start += 500)
    await db
      .insertInto('orders.offer')
      .values(rows.slice(start, start + 500))
      .execute()
}

/** An offer with what accepting or declining it needs; nothing is locked, the conditional update decides. */
export const offerWithScope = (db: Db, offerId: string) =>
  db
    .selectFrom('orders.offer as f')
    .innerJoin('orders.package as p', (join) => join.onRef('p.programme_id', '=', 'f.programme_id').onRef('p.id', '=', 'f.package_id'))
    .selectAll('f')
    .select(['p.order_id', 'p.on_site_id'])
    .where('f.id', '=', offerId)
    .executeTakeFirst()

/**
 * Decides an open offer in one statement; of any number of people who try at once one wins. False when it was no
 * longer open, or its day of answer had passed.
 */
export async function decideOffer(
  db: Db,
  offerId: string,
  to: 'accepted' | 'declined' | 'withdrawn',
  now: Date,
  today: CalendarDate,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('orders.offer')
    .set({ state: to, decided_at: now.toISOString() })
    .where('id', '=', offerId)
    .where('state', '=', 'open')
    .$if(to === 'accepted', (query) => query.where((e) => e.or([e('answer_by', 'is', null), e('answer_by', '>=', today)])))
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Marks the offers whose day of answer has passed; they held no units since then. */
export async function expireOffers(db: Db, today: CalendarDate, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('orders.offer')
    .set({ state: 'expired', decided_at: now.toISOString() })
    .where('state', '=', 'open')
    .where('answer_by', '<', today)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Worker and package of the offers among these pairs that still wait for an answer, as `worker/package`. */
export async function openPairs(db: Db, packageIds: readonly string[], today: CalendarDate): Promise<Set<string>> {
  const rows = await db
    .selectFrom('orders.offer')
    .select(['worker_id', 'package_id'])
    .where('package_id', 'in', [...packageIds])
    .where('state', '=', 'open')
    .where((e) => e.or([e('answer_by', 'is', null), e('answer_by', '>=', today)]))
    .execute()
  return new Set(rows.map((row) => `${row.worker_id}/${row.package_id}`))
}

export interface NewAssignment {
  programmeId: string
  id: string
  offerId: string
  packageId: string
  workerId: string
  units: number
  unitPriceYen: number
  feeYen: number
  taxYen: number
  orderedOn: string
  dueOn: string
  inspectionCompleteOn: string
  payOn: string
  noticeDocumentId: string
  isDemo: boolean
  acceptedAt: Date
}

export async function insertAssignment(db: Db, assignment: NewAssignment): Promise<void> {
  await db
    .insertInto('orders.assignment')
    .values({
      programme_id: assignment.programmeId,
      id: assignment.id,
      offer_id: assignment.offerId,
      package_id: assignment.packageId,
      worker_id: assignment.workerId,
      units: assignment.units,
      unit_price_yen: assignment.unitPriceYen,
      fee_yen: assignment.feeYen,
      tax_yen: assignment.taxYen,
      ordered_on: assignment.orderedOn,
      due_on: assignment.dueOn,
      inspection_complete_on: assignment.inspectionCompleteOn,
      pay_on: assignment.payOn,
      notice_document_id: assignment.noticeDocumentId,
      is_demo: assignment.isDemo,
      accepted_at: assignment.acceptedAt.toISOString(),
    })
    .execute()
}

/** Locks an assignment and tells what of it can still be handed in or released; null when there is none. */
export async function assignmentForUpdate(db: Db, assignmentId: string) {
  const row = await db.selectFrom('orders.assignment').selectAll().where('id', '=', assignmentId).forUpdate().executeTakeFirst()
  if (!row) return null
  const units = (await assignedUnits(db, { packageIds: [row.package_id] })).find((each) => each.assignmentId === assignmentId)
  const work = await db
    .selectFrom('orders.package')
    .select(['order_id', 'on_site_id'])
    .where('id', '=', row.package_id)
    .executeTakeFirstOrThrow()
  return {
    ...row,
    order_id: work.order_id,
    on_site_id: work.on_site_id,
    releasedUnits: units?.releasedUnits ?? 0,
    receivedUnits: units?.receivedUnits ?? 0,
    leftUnits: units?.leftUnits ?? 0,
  }
}

export async function insertRelease(
  db: Db,
  release: { programmeId: string; id: string; assignmentId: string; units: number; now: Date },
): Promise<void> {
  await db
    .insertInto('orders.release')
    .values({
      programme_id: release.programmeId,
      id: release.id,
      assignment_id: release.assignmentId,
      units: release.units,
      released_at: release.now.toISOString(),
    })
    .execute()
}

/** The worker that the signed-in person is in this programme, or null. */
export async function workerOf(db: Db, actor: Actor) {
  const ids = actor.grants.filter((grant) => grant.role === 'worker' && grant.scopeKind === 'self').map((grant) => grant.scopeId)
  if (ids.length === 0) return null
  return (await db.selectFrom('people.worker').selectAll().where('id', 'in', ids).limit(1).executeTakeFirst()) ?? null
}

const cards = (db: Db) =>
  db
    .selectFrom('orders.offer as f')
    .innerJoin('orders.package as p', (join) => join.onRef('p.programme_id', '=', 'f.programme_id').onRef('p.id', '=', 'f.package_id'))
    .select([
      'f.id',
      'f.package_id',
      'f.units',
      'f.minutes',
      'f.unit_price_yen',
      'f.due_on',
      'f.answer_by',
      'f.offered_at',
      'f.decided_at',
      'f.state',
      'f.why',
      'f.worker_id',
    ])
    .select(['p.title', 'p.summary', 'p.unit_name', 'p.unit_minutes'])

type CardRow = Awaited<ReturnType<ReturnType<typeof cards>['execute']>>[number]

function reasonsOf(stored: unknown): OfferReason[] {
  return (Array.isArray(stored) ? stored : []).flatMap((each: unknown) => {
    const reason = offerReason.safeParse(each)
    return reason.success ? [reason.data] : []
  })
}

function cardOf(row: CardRow, today: CalendarDate) {
  const verdict = judgeImpliedHourly(yen(row.unit_price_yen), minutes(row.unit_minutes), null)
  const isPast = row.state === 'open' && row.answer_by !== null && row.answer_by < today
  return {
    id: row.id,
    packageId: row.package_id,
    title: row.title,
    summary: row.summary,
    units: row.units,
    unitName: row.unit_name,
    unitMinutes: row.unit_minutes,
    minutes: row.minutes,
    unitPriceYen: row.unit_price_yen,
    feeYen: row.unit_price_yen * row.units,
    hourlyYen: verdict.hourlyYen,
    dueOn: row.due_on,
    ...paceOf(row.minutes, today, calendarDate(row.due_on)),
    answerBy: row.answer_by,
    offeredAt: row.offered_at,
    state: (isPast ? 'expired' : row.state) as OfferState,
    why: reasonsOf(row.why),
  }
}

/** A worker's offers: the waiting ones by their due date, the decided ones with the latest first. */
export async function listOffers(
  db: Db,
  workerIds: readonly string[],
  page: { cursor: string | null; limit: number; state: 'open' | 'decided' },
  today: CalendarDate,
) {
  if (workerIds.length === 0) return { rows: [], next: null, total: 0 }
  const isOpen = page.state === 'open'
  const after = cursorParts(page.cursor, isOpen ? 'date' : 'instant', 'uuid')
  const own = cards(db)
    .where('f.worker_id', 'in', [...workerIds])
    .where((e) => {
      const waits = e.and([e('f.state', '=', 'open'), e.or([e('f.answer_by', 'is', null), e('f.answer_by', '>=', today)])])
      return isOpen ? waits : e.not(waits)
    })
  const { total } = await own
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const decided = sql<string>`date_trunc('milliseconds', coalesce(f.decided_at, f.offered_at))`
  const rows = await own
    .select(sql<string>`to_char(coalesce(f.decided_at, f.offered_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as('decided'))
    .$if(after !== null && isOpen, (query) => query.where(sql<boolean>`(f.due_on, f.id) > (${after?.[0]}::date, ${after?.[1]}::uuid)`))
    .$if(after !== null && !isOpen, (query) =>
      query.where(sql<boolean>`(${decided}, f.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .$if(isOpen, (query) => query.orderBy('f.due_on').orderBy('f.id'))
    .$if(!isOpen, (query) => query.orderBy(decided, 'desc').orderBy('f.id', 'desc'))
    .limit(page.limit + 1)
    .execute()
  const cut = cutPage(rows, page.limit, (row) => [isOpen ? row.due_on : row.decided, row.id])
  return { rows: cut.rows.map((row) => cardOf(row, today)), next: cut.next, total }
}

export async function readOfferCard(db: Db, offerId: string, today: CalendarDate) {
  const row = await cards(db).where('f.id', '=', offerId).executeTakeFirst()
  return row ? { workerId: row.worker_id, card: cardOf(row, today) } : null
}

export async function assignmentOfOffer(db: Db, offerId: string) {
  return db.selectFrom('orders.assignment').select(['id', 'notice_document_id']).where('offer_id', '=', offerId).executeTakeFirst()
}

/** Offers and agreed work of a package with the people in it. */
export async function packagePeople(db: Db, packageId: string, today: CalendarDate) {
  const offers = await db
    .selectFrom('orders.offer as f')
    .innerJoin('people.worker as w', (join) => join.onRef('w.programme_id', '=', 'f.programme_id').onRef('w.id', '=', 'f.worker_id'))
    .select(['f.id', 'w.display_name', 'f.units', 'f.state', 'f.offered_at', 'f.answer_by', 'f.why'])
    .where('f.package_id', '=', packageId)
    .orderBy('f.offered_at', 'desc')
    .limit(500)
    .execute()
  const agreed = await db
    .selectFrom('orders.assignment as a')
    .innerJoin('people.worker as w', (join) => join.onRef('w.programme_id', '=', 'a.programme_id').onRef('w.id', '=', 'a.worker_id'))
    .leftJoin('orders.terms_change as c', (join) =>
      join.onRef('c.programme_id', '=', 'a.programme_id').onRef('c.assignment_id', '=', 'a.id').on('c.state', '=', 'open'),
    )
    .select(['a.id', 'a.due_on', 'a.notice_document_id', 'w.display_name', 'a.worker_id', 'a.unit_price_yen', 'c.id as change_id'])
    .where('a.package_id', '=', packageId)
    .orderBy('w.kana')
    .orderBy('a.id')
    .execute()
  const readings = await db
    .selectFrom('orders.manual_reading')
    .select('worker_id')
    .select((e) => e.fn.max('version').as('version'))
    .where('package_id', '=', packageId)
    .groupBy('worker_id')
    .execute()
  const units = new Map((await assignedUnits(db, { packageIds: [packageId] })).map((each) => [each.assignmentId, each]))
  const isPast = (offer: { state: string; answer_by: string | null }) =>
    offer.state === 'open' && offer.answer_by !== null && offer.answer_by < today
  return {
    offers: offers.map((offer) => ({
      id: offer.id,
      workerName: offer.display_name,
      units: offer.units,
      state: (isPast(offer) ? 'expired' : offer.state) as OfferState,
      offeredAt: offer.offered_at,
      answerBy: offer.answer_by,
      why: reasonsOf(offer.why),
    })),
    assignments: agreed.map((row) => {
      const own = units.get(row.id)
      return {
        id: row.id,
        workerName: row.display_name,
        units: own?.units ?? 0,
        releasedUnits: own?.releasedUnits ?? 0,
        receivedUnits: own?.receivedUnits ?? 0,
        acceptedUnits: own?.acceptedUnits ?? 0,
        leftUnits: own?.leftUnits ?? 0,
        unitPriceYen: row.unit_price_yen,
        openChangeId: row.change_id,
        dueOn: row.due_on,
        noticeDocumentId: row.notice_document_id,
        manualVersionRead: readings.find((each) => each.worker_id === row.worker_id)?.version ?? null,
      }
    }),
  }
}
