import { sql, type Selectable } from 'kysely'
import { type Actor, reachOf } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readPage, sameTenant } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import { working } from '../../people/rules/who-may.ts'
import { calendarDate, type CalendarDate } from '../../units/calendar-date.ts'
import { minutes } from '../../units/minutes.ts'
import { yen } from '../../units/yen.ts'
import { judgeImpliedHourly } from '../rules/implied-hourly.ts'
import { paceOf } from '../rules/pace.ts'
import { offerReason, type OfferReason } from '../rules/offer-reason.ts'
import { offerStateOn } from '../rules/offer-state.ts'
import { unreadOfPackage } from './unread.ts'
import { assignmentUnits, openOffers } from './units.ts'

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
    ...offer,
    programmeId: about.programmeId,
    planId: about.planId,
    why: JSON.stringify(offer.why),
    state: 'open' as const,
    offeredBy: about.by,
    offeredAt: about.now.toISOString(),
    answerBy: about.answerBy,
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
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'f.packageId'))
    .selectAll('f')
    .select(['p.orderId', 'p.onSiteId'])
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
    .set({ state: to, decidedAt: now.toISOString() })
    .where('id', '=', offerId)
    .where('state', '=', 'open')
    .$if(to === 'accepted', (query) => query.where('id', 'in', db.selectFrom(openOffers(today).as('w')).select('w.id')))
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Marks the offers whose day of answer has passed; they held no units since then. */
export async function expireOffers(db: Db, today: CalendarDate, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('orders.offer')
    .set({ state: 'expired', decidedAt: now.toISOString() })
    .where('state', '=', 'open')
    .where('answerBy', '<', today)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Worker and package of the offers among these pairs that still wait for an answer, as `worker/package`. */
export async function openPairs(db: Db, packageIds: readonly string[], today: CalendarDate): Promise<Set<string>> {
  const rows = await db
    .selectFrom(openOffers(today).as('f'))
    .select(['f.workerId', 'f.packageId'])
    .where('f.packageId', 'in', [...packageIds])
    .execute()
  return new Set(rows.map((row) => `${row.workerId}/${row.packageId}`))
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
    .values({ ...assignment, acceptedAt: assignment.acceptedAt.toISOString() })
    .execute()
}

/** Locks an assignment and tells what of it can still be handed in or released; null when there is none. */
export async function assignmentForUpdate(db: Db, assignmentId: string) {
  const row = await db.selectFrom('orders.assignment').selectAll().where('id', '=', assignmentId).forUpdate().executeTakeFirst()
  if (!row) return null
  const units = await db
    .selectFrom(assignmentUnits.as('u'))
    .select('u.leftUnits')
    .where('u.assignmentId', '=', assignmentId)
    .executeTakeFirstOrThrow()
  const work = await db
    .selectFrom('orders.package')
    .select(['orderId', 'onSiteId'])
    .where('id', '=', row.packageId)
    .executeTakeFirstOrThrow()
  return {
    ...row,
    ...work,
    leftUnits: units.leftUnits,
  }
}

export async function insertRelease(
  db: Db,
  { now, ...release }: { programmeId: string; id: string; assignmentId: string; units: number; now: Date },
): Promise<void> {
  await db
    .insertInto('orders.release')
    .values({ ...release, releasedAt: now.toISOString() })
    .execute()
}

/** The worker that the signed-in person is in this programme, or null. */
export async function workerOf(db: Db, actor: Actor) {
  const ids = reachOf(actor, working).ids('self')
  if (ids.length === 0) return null
  return (await db.selectFrom('people.worker').selectAll().where('id', 'in', ids).limit(1).executeTakeFirst()) ?? null
}

const cards = (db: Db, offers = sql<Selectable<DB['orders.offer']>>`orders.offer`) =>
  db
    .selectFrom(offers.as('f'))
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'f.packageId'))
    .select(['f.id', 'f.packageId', 'f.workerId', 'f.units', 'f.minutes', 'f.unitPriceYen', 'f.dueOn'])
    .select(['f.answerBy', 'f.offeredAt', 'f.state', 'f.why'])
    .select(['p.title', 'p.summary', 'p.unitName', 'p.unitMinutes'])

type CardRow = Awaited<ReturnType<ReturnType<typeof cards>['execute']>>[number]

function reasonsOf(stored: unknown): OfferReason[] {
  return (Array.isArray(stored) ? stored : []).flatMap((each: unknown) => {
    const reason = offerReason.safeParse(each)
    return reason.success ? [reason.data] : []
  })
}

function cardOf(row: CardRow, today: CalendarDate) {
  const verdict = judgeImpliedHourly(yen(row.unitPriceYen), minutes(row.unitMinutes), null)
  return {
    ...row,
    feeYen: row.unitPriceYen * row.units,
    hourlyYen: verdict.hourlyYen,
    ...paceOf(row.minutes, today, calendarDate(row.dueOn)),
    state: offerStateOn(row, today),
    why: reasonsOf(row.why),
  }
}

/** A worker's offers: the waiting ones by their due date, the decided ones with the latest first. */
export async function listOffers(
  db: Db,
  workerIds: readonly string[],
  question: Paging & { state: 'open' | 'decided' },
  today: CalendarDate,
) {
  if (workerIds.length === 0) return { rows: [], next: null, total: 0 }
  const isOpen = question.state === 'open'
  const own = (
    isOpen
      ? cards(db, openOffers(today))
      : cards(db).where(
          'f.id',
          'not in',
          db
            .selectFrom(openOffers(today).as('w'))
            .select('w.id')
            .where('w.workerId', 'in', [...workerIds]),
        )
  ).where('f.workerId', 'in', [...workerIds])
  const list = isOpen
    ? keyset(question, { 'f.due_on': 'date', 'f.id': 'uuid' }, 'asc')
    : keyset(question, { 'coalesce(f.decided_at, f.offered_at)': 'timestamptz', 'f.id': 'uuid' }, 'desc')
  const page = await readPage(own, list)
  return { ...page, rows: page.rows.map((row) => cardOf(row, today)) }
}

export async function readOfferCard(db: Db, offerId: string, today: CalendarDate) {
  const row = await cards(db).where('f.id', '=', offerId).executeTakeFirst()
  return row ? cardOf(row, today) : null
}

export async function assignmentOfOffer(db: Db, offerId: string) {
  return db.selectFrom('orders.assignment').select(['id', 'noticeDocumentId']).where('offerId', '=', offerId).executeTakeFirst()
}

/** Offers and agreed work of a package with the people in it. */
export async function packagePeople(db: Db, packageId: string, today: CalendarDate) {
  const offers = await db
    .selectFrom('orders.offer as f')
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'f.workerId'))
    .select(['f.id', 'w.displayName as workerName', 'f.units', 'f.state', 'f.offeredAt', 'f.answerBy', 'f.why'])
    .where('f.packageId', '=', packageId)
    .orderBy('f.offeredAt', 'desc')
    .limit(500)
    .execute()
  const agreed = await db
    .selectFrom('orders.assignment as a')
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'a.workerId'))
    .leftJoin('orders.terms_change as c', (join) => sameTenant(join, 'c.assignmentId', 'a.id').on('c.state', '=', 'open'))
    .innerJoin(assignmentUnits.as('u'), (join) => sameTenant(join, 'u.assignmentId', 'a.id'))
    .select([
      'a.id',
      'a.dueOn',
      'a.noticeDocumentId',
      'w.displayName as workerName',
      'a.workerId',
      'a.unitPriceYen',
      'c.id as openChangeId',
    ])
    .select(['u.units', 'u.releasedUnits', 'u.receivedUnits', 'u.acceptedUnits', 'u.leftUnits'])
    .where('a.packageId', '=', packageId)
    .orderBy('w.kana')
    .orderBy('a.id')
    .execute()
  const readings = await db
    .selectFrom('orders.manual_reading')
    .select('workerId')
    .select((e) => e.fn.max('version').as('version'))
    .where('packageId', '=', packageId)
    .groupBy('workerId')
    .execute()
  const unread = await unreadOfPackage(db, packageId)
  return {
    offers: offers.map((offer) => ({
      ...offer,
      state: offerStateOn(offer, today),
      why: reasonsOf(offer.why),
    })),
    assignments: agreed.map((row) => ({
      ...row,
      unreadMessages: unread.get(row.workerId) ?? 0,
      manualVersionRead: readings.find((each) => each.workerId === row.workerId)?.version ?? null,
    })),
  }
}
