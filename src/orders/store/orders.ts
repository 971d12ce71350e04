import { sql, type Expression } from 'kysely'
import type { Reach, Scopes } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readPortion, sameTenant } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { finds } from '../../platform/search.ts'
import { yearOf, type CalendarDate } from '../../units/calendar-date.ts'
import type { cancellationReasons, orderStates, packageStates } from '../contract/shapes.ts'
import { orderNumber } from '../rules/order-number.ts'
import { orderInReach } from './reach.ts'
import { noProgress, openOffers, packageProgress, sumProgress } from './units.ts'

export type OrderState = (typeof orderStates)[number]
export type PackageState = (typeof packageStates)[number]

/** Takes the next number of the year of `today`; whoever asks at the same moment waits for the commit. */
export async function nextOrderNumber(db: Db, programmeId: string, today: CalendarDate): Promise<string> {
  const year = yearOf(today)
  const { lastNumber } = await db
    .insertInto('orders.order_series')
    .values({ programmeId, year, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict.columns(['programmeId', 'year']).doUpdateSet({ lastNumber: sql`orders.order_series.last_number + 1` }),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return orderNumber(year, lastNumber)
}

export interface OrderFields {
  title: string
  description: string
  orderedOn: string
  dueOn: string
  amountYen: number
  municipalityId: string | null
}

export async function insertOrder(
  db: Db,
  order: OrderFields & { programmeId: string; id: string; number: string; clientId: string; directorUserId: string | null },
): Promise<void> {
  await db
    .insertInto('orders.client_order')
    .values({ ...order, state: 'preparing' })
    .execute()
}

export async function updateOrder(db: Db, orderId: string, fields: OrderFields): Promise<void> {
  await db.updateTable('orders.client_order').set(fields).where('id', '=', orderId).execute()
}

export async function setOrderState(db: Db, orderId: string, state: OrderState): Promise<void> {
  await db.updateTable('orders.client_order').set({ state }).where('id', '=', orderId).execute()
}

export async function setRepairSending(db: Db, orderId: string, areSent: boolean): Promise<void> {
  await db.updateTable('orders.client_order').set({ repairsAreSent: areSent }).where('id', '=', orderId).execute()
}

export const orderForUpdate = (db: Db, orderId: string) =>
  db.selectFrom('orders.client_order').selectAll().where('id', '=', orderId).forUpdate().executeTakeFirst()

/** What the scopes of an order are read from; nothing is locked. */
export const orderOfScope = (db: Db, orderId: string) =>
  db.selectFrom('orders.client_order').select(['id', 'clientId', 'municipalityId']).where('id', '=', orderId).executeTakeFirst()

/** The scopes that an order is in: itself, its client, its municipality, and the sites where its packages are worked. */
export async function scopeOfOrder(db: Db, order: { id: string; clientId: string; municipalityId: string | null }): Promise<Scopes> {
  const sites = await db
    .selectFrom('orders.package')
    .select('onSiteId')
    .distinct()
    .where('orderId', '=', order.id)
    .where('onSiteId', 'is not', null)
    .execute()
  return { order: [order.id], client: [order.clientId], municipality: [order.municipalityId], site: sites.map((row) => row.onSiteId) }
}

export async function doClientAndMunicipalityExist(db: Db, clientId: string, municipalityId: string | null): Promise<boolean> {
  const client = await db.selectFrom('sales.client').select('id').where('id', '=', clientId).executeTakeFirst()
  if (!client) return false
  return municipalityId === null || (await doesMunicipalityExist(db, municipalityId))
}

/** Whether work for a client is not at its end. */
export async function hasRunningOrders(db: Db, clientId: string): Promise<boolean> {
  const row = await db
    .selectFrom('orders.client_order')
    .select('id')
    .where('clientId', '=', clientId)
    .where('state', 'not in', ['accepted', 'cancelled'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether nothing is done any more with a client. */
export async function isClientEnded(db: Db, clientId: string): Promise<boolean> {
  const row = await db.selectFrom('sales.client').select('endedOn').where('id', '=', clientId).forShare().executeTakeFirst()
  return row !== undefined && row.endedOn !== null
}

export async function doesMunicipalityExist(db: Db, municipalityId: string): Promise<boolean> {
  return (await db.selectFrom('programme.municipality').select('id').where('id', '=', municipalityId).executeTakeFirst()) !== undefined
}

export interface Cancellation {
  programmeId: string
  orderId: string
  reason: (typeof cancellationReasons)[number]
  note: string
  today: CalendarDate
  by: string
  now: Date
}

/** Closes what was open. Agreed work stays agreed: the worker may finish it and is paid. */
export async function cancelOrder(db: Db, { programmeId, orderId, reason, note, today, by, now }: Cancellation): Promise<number> {
  await db.insertInto('orders.cancellation').values({ programmeId, orderId, reason, note, cancelledOn: today, cancelledBy: by }).execute()
  await setOrderState(db, orderId, 'cancelled')
  const packages = await db.updateTable('orders.package').set({ state: 'closed' }).where('orderId', '=', orderId).returning('id').execute()
  if (packages.length === 0) return 0
  const { numUpdatedRows } = await db
    .updateTable('orders.offer')
    .set({ state: 'withdrawn', decidedAt: now.toISOString() })
    .where(
      'packageId',
      'in',
      packages.map((each) => each.id),
    )
    .where('id', 'in', db.selectFrom(openOffers(today).as('w')).select('w.id'))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

const orderColumns = [
  'o.id',
  'o.number',
  'o.title',
  'o.clientId',
  'c.name as clientName',
  'o.orderedOn',
  'o.dueOn',
  'o.amountYen',
  'o.state',
] as const

const ordersWithClients = (db: Db) =>
  db.selectFrom('orders.client_order as o').innerJoin('sales.client as c', (join) => sameTenant(join, 'c.id', 'o.clientId'))

/** Adds to each order what its packages say. */
async function withPackages<Row extends { id: string }>(db: Db, rows: readonly Row[], today: CalendarDate) {
  const packages =
    rows.length === 0
      ? []
      : await db
          .selectFrom('orders.package')
          .select(['id', 'orderId', 'state'])
          .where(
            'orderId',
            'in',
            rows.map((row) => row.id),
          )
          .execute()
  const ids = packages.map((each) => each.id)
  const progress = await packageProgress(db, ids, today)
  const questions =
    ids.length === 0
      ? []
      : await db.selectFrom('orders.question').select('packageId').where('answeredAt', 'is', null).where('packageId', 'in', ids).execute()
  return rows.map((row) => {
    const own = packages.filter((each) => each.orderId === row.id)
    const ownIds = new Set(own.map((each) => each.id))
    return {
      ...row,
      packageCount: own.length,
      readyCount: own.filter((each) => each.state !== 'preparing').length,
      openQuestionCount: questions.filter((question) => ownIds.has(question.packageId)).length,
      progress: sumProgress(own.map((each) => progress.get(each.id) ?? noProgress)),
    }
  })
}

export interface OrderQuestion extends Paging {
  search: string
  state: 'open' | 'ended' | 'all' | OrderState
  clientId: string | null
}

const openStates: OrderState[] = ['preparing', 'running', 'delivered']
const endedStates: OrderState[] = ['accepted', 'cancelled']
const statesOf = (state: OrderQuestion['state']): OrderState[] =>
  state === 'open' ? openStates : state === 'ended' ? endedStates : state === 'all' ? [...openStates, ...endedStates] : [state]

/** Orders in reach: the open ones with the nearest promise first, others with the latest first. */
export async function listOrders(db: Db, reach: Reach, question: OrderQuestion, today: CalendarDate) {
  const inReach = ordersWithClients(db)
    .where((e) => orderInReach(reach, e.ref('o.id') as Expression<string>))
    .$if(question.clientId !== null, (query) => query.where('o.clientId', '=', question.clientId ?? ''))
    .$if(question.search !== '', (query) => {
      return query.where(finds(sql<string>`concat_ws(' ', o.number, o.title, c.name)`, question.search))
    })
  const counted = await inReach
    .select('o.state')
    .select((e) => e.fn.countAll<number>().as('count'))
    .groupBy('o.state')
    .execute()
  const counts = { preparing: 0, running: 0, delivered: 0, accepted: 0, cancelled: 0 }
  for (const row of counted) counts[row.state] = row.count
  const states = statesOf(question.state)
  const page = await readPortion(
    inReach.select(orderColumns).where('o.state', 'in', states),
    keyset(question, { 'o.due_on': 'date', 'o.id': 'uuid' }, question.state === 'open' ? 'asc' : 'desc'),
  )
  return {
    rows: await withPackages(db, page.rows, today),
    next: page.next,
    total: states.reduce((sum, state) => sum + counts[state], 0),
    counts,
  }
}

export async function readOrder(db: Db, orderId: string, today: CalendarDate) {
  const row = await ordersWithClients(db)
    .leftJoin('programme.municipality as m', (join) => sameTenant(join, 'm.id', 'o.municipalityId'))
    .leftJoin('orders.cancellation as x', (join) => sameTenant(join, 'x.orderId', 'o.id'))
    .select(orderColumns)
    .select([
      'o.description',
      'o.municipalityId',
      'm.name as municipalityName',
      'o.taxRatePercent',
      'o.repairsAreSent',
      'x.reason',
      'x.note',
      'x.cancelledOn',
    ])
    .where('o.id', '=', orderId)
    .executeTakeFirst()
  if (!row) return null
  const [order] = await withPackages(db, [row], today)
  if (!order) return null
  return {
    ...order,
    packages: await packagesOfOrder(db, orderId, today),
    changes: await changesOfOrder(db, orderId),
    cancellation:
      row.reason === null || row.cancelledOn === null ? null : { reason: row.reason, note: row.note ?? '', cancelledOn: row.cancelledOn },
  }
}

export interface OrderChange {
  programmeId: string
  id: string
  orderId: string
  amountBeforeYen: number
  amountAfterYen: number
  dueBefore: string
  dueAfter: string
  reason: string
  agreedOn: string
  agreedBy: string
}

/** Writes the agreement down and gives the order its new figures. */
export async function recordOrderChange(db: Db, change: OrderChange): Promise<void> {
  await db.insertInto('orders.order_change').values(change).execute()
  await db
    .updateTable('orders.client_order')
    .set({ amountYen: change.amountAfterYen, dueOn: change.dueAfter })
    .where('id', '=', change.orderId)
    .execute()
}

async function changesOfOrder(db: Db, orderId: string) {
  return db
    .selectFrom('orders.order_change')
    .select(['id', 'agreedOn', 'amountBeforeYen', 'amountAfterYen', 'dueBefore', 'dueAfter', 'reason'])
    .where('orderId', '=', orderId)
    .orderBy('agreedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** The packages of an order in the order in which they are due. */
async function packagesOfOrder(db: Db, orderId: string, today: CalendarDate) {
  const rows = await db
    .selectFrom('orders.package as p')
    .select(['p.id', 'p.orderId', 'p.title', 'p.unitName', 'p.unitMinutes', 'p.unitPriceYen', 'p.dueOn', 'p.state'])
    .select((e) =>
      e
        .selectFrom('orders.manual_version as v')
        .select((f) => f.fn.max('v.version').as('version'))
        .whereRef('v.programmeId', '=', 'p.programmeId')
        .whereRef('v.packageId', '=', 'p.id')
        .as('manualVersion'),
    )
    .where('p.orderId', '=', orderId)
    .orderBy('p.dueOn')
    .orderBy('p.id')
    .execute()
  const progress = await packageProgress(
    db,
    rows.map((row) => row.id),
    today,
  )
  return rows.map((row) => ({
    ...row,
    progress: progress.get(row.id) ?? noProgress,
  }))
}
