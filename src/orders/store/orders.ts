import { sql, type Expression } from 'kysely'
import type { Reach, Scopes } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { finds } from '../../platform/search.ts'
import { yearOf, type CalendarDate } from '../../units/calendar-date.ts'
import type { cancellationReasons, orderStates, packageStates } from '../contract/shapes.ts'
import { orderNumber } from '../rules/order-number.ts'
import { cursorParts, cutPage, orderInReach } from './listing.ts'
import { noProgress, packageProgress, sumProgress } from './units.ts'

export type OrderState = (typeof orderStates)[number]
export type PackageState = (typeof packageStates)[number]

/** Takes the next number of the year of `today`; whoever asks at the same moment waits for the commit. */
export async function nextOrderNumber(db: Db, programmeId: string, today: CalendarDate): Promise<string> {
  const year = yearOf(today)
  const { last_number } = await db
    .insertInto('orders.order_series')
    .values({ programme_id: programmeId, year, last_number: 1 })
    .onConflict((conflict) =>
      conflict.columns(['programme_id', 'year']).doUpdateSet({ last_number: sql`orders.order_series.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return orderNumber(year, last_number)
}

export interface OrderFields {
  title: string
  description: string
  orderedOn: string
  dueOn: string
  amountYen: number
  municipalityId: string | null
}
const columnsOf = (fields: OrderFields) => ({
  title: fields.title,
  description: fields.description,
  ordered_on: fields.orderedOn,
  due_on: fields.dueOn,
  amount_yen: fields.amountYen,
  municipality_id: fields.municipalityId,
})

export async function insertOrder(
  db: Db,
  order: OrderFields & { programmeId: string; id: string; number: string; clientId: string; directorUserId: string | null },
): Promise<void> {
  const { programmeId, id, number, clientId, directorUserId } = order
  await db
    .insertInto('orders.client_order')
    .values({
      programme_id: programmeId,
      id,
      number,
      client_id: clientId,
      director_user_id: directorUserId,
      state: 'preparing',
      ...columnsOf(order),
    })
    .execute()
}

export async function updateOrder(db: Db, orderId: string, fields: OrderFields): Promise<void> {
  await db.updateTable('orders.client_order').set(columnsOf(fields)).where('id', '=', orderId).execute()
}

export async function setOrderState(db: Db, orderId: string, state: OrderState): Promise<void> {
  await db.updateTable('orders.client_order').set({ state }).where('id', '=', orderId).execute()
}

export async function setRepairSending(db: Db, orderId: string, areSent: boolean): Promise<void> {
  await db.updateTable('orders.client_order').set({ repairs_are_sent: areSent }).where('id', '=', orderId).execute()
}

export const orderForUpdate = (db: Db, orderId: string) =>
  db.selectFrom('orders.client_order').selectAll().where('id', '=', orderId).forUpdate().executeTakeFirst()

/** What the scopes of an order are read from; nothing is locked. */
export const orderOfScope = (db: Db, orderId: string) =>
  db.selectFrom('orders.client_order').select(['id', 'client_id', 'municipality_id']).where('id', '=', orderId).executeTakeFirst()

/** The scopes that an order is in: itself, its client, its municipality, and the sites where its packages are worked. */
export async function scopeOfOrder(db: Db, order: { id: string; client_id: string; municipality_id: string | null }): Promise<Scopes> {
  const sites = await db
    .selectFrom('orders.package')
    .select('on_site_id')
    .distinct()
    .where('order_id', '=', order.id)
    .where('on_site_id', 'is not', null)
    .execute()
  return { order: [order.id], client: [order.client_id], municipality: [order.municipality_id], site: sites.map((row) => row.on_site_id) }
}

export async function doClientAndMunicipalityExist(db: Db, clientId: string, municipalityId: string | null): Promise<boolean> {
  const client = await db.selectFrom('sales.client').select('id').where('id', '=', clientId).executeTakeFirst()
  if (!client) return false
  return municipalityId === null || (await doesMunicipalityExist(db, municipalityId))
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
  await db
    .insertInto('orders.cancellation')
    .values({ programme_id: programmeId, order_id: orderId, reason, note, cancelled_on: today, cancelled_by: by })
    .execute()
  await setOrderState(db, orderId, 'cancelled')
  const packages = await db.updateTable('orders.package').set({ state: 'closed' }).where('order_id', '=', orderId).returning('id').execute()
  if (packages.length === 0) return 0
  const { numUpdatedRows } = await db
    .updateTable('orders.offer')
    .set({ state: 'withdrawn', decided_at: now.toISOString() })
    .where(
      'package_id',
      'in',
      packages.map((each) => each.id),
    )
    .where('state', '=', 'open')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

const orderColumns = [
  'o.id',
  'o.number',
  'o.title',
  'o.client_id',
  'c.name as client_name',
  'o.ordered_on',
  'o.due_on',
  'o.amount_yen',
  'o.state',
] as const

const ordersWithClients = (db: Db) =>
  db
    .selectFrom('orders.client_order as o')
    .innerJoin('sales.client as c', (join) => join.onRef('c.programme_id', '=', 'o.programme_id').onRef('c.id', '=', 'o.client_id'))

type OrderRow = {
  id: string
  number: string
  title: string
  client_id: string
  client_name: string
  ordered_on: string
  due_on: string
  amount_yen: number
  state: string
}

/** Adds to each order what its packages say. */
async function withPackages(db: Db, rows: readonly OrderRow[], today: CalendarDate) {
  const packages =
    rows.length === 0
      ? []
      : await db
          .selectFrom('orders.package')
          .select(['id', 'order_id', 'state'])
          .where(
            'order_id',
            'in',
            rows.map((row) => row.id),
          )
          .execute()
  const ids = packages.map((each) => each.id)
  const progress = await packageProgress(db, ids, today)
  const questions =
    ids.length === 0
      ? []
      : await db
          .selectFrom('orders.question')
          .select('package_id')
          .where('answered_at', 'is', null)
          .where('package_id', 'in', ids)
          .execute()
  return rows.map((row) => {
    const own = packages.filter((each) => each.order_id === row.id)
    const ownIds = new Set(own.map((each) => each.id))
    return {
      id: row.id,
      number: row.number,
      title: row.title,
      clientId: row.client_id,
      clientName: row.client_name,
      orderedOn: row.ordered_on,
      dueOn: row.due_on,
      amountYen: row.amount_yen,
      state: row.state as OrderState,
      packageCount: own.length,
      readyCount: own.filter((each) => each.state !== 'preparing').length,
      openQuestionCount: questions.filter((question) => ownIds.has(question.package_id)).length,
      progress: sumProgress(own.map((each) => progress.get(each.id) ?? noProgress)),
    }
  })
}

export interface OrderQuestion {
  cursor: string | null
  limit: number
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
  const after = cursorParts(question.cursor, 'date', 'uuid')
  const inReach = ordersWithClients(db)
    .where((e) => orderInReach(reach, e.ref('o.id') as Expression<string>))
    .$if(question.clientId !== null, (query) => query.where('o.client_id', '=', question.clientId ?? ''))
    .$if(question.search !== '', (query) => {
      return query.where(finds(sql<string>`concat_ws(' ', o.number, o.title, c.name)`, question.search))
    })
  const counted = await inReach
    .select('o.state')
    .select((e) => e.fn.countAll<number>().as('count'))
    .groupBy('o.state')
    .execute()
  const counts = { preparing: 0, running: 0, delivered: 0, accepted: 0, cancelled: 0 }
  for (const row of counted) counts[row.state as OrderState] = row.count
  const states = statesOf(question.state)
  const isOpen = question.state === 'open'
  const rows = await inReach
    .select(orderColumns)
    .where('o.state', 'in', states)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(o.due_on, o.id) ${sql.raw(isOpen ? '>' : '<')} (${after?.[0]}::date, ${after?.[1]}::uuid)`),
    )
    .orderBy('o.due_on', isOpen ? 'asc' : 'desc')
    .orderBy('o.id', isOpen ? 'asc' : 'desc')
    .limit(question.limit + 1)
    .execute()
  const page = cutPage(rows, question.limit, (row) => [row.due_on, row.id])
  return {
    rows: await withPackages(db, page.rows, today),
    next: page.next,
    total: states.reduce((sum, state) => sum + counts[state], 0),
    counts,
  }
}

export async function readOrder(db: Db, orderId: string, today: CalendarDate) {
  const row = await ordersWithClients(db)
    .leftJoin('programme.municipality as m', (join) =>
      join.onRef('m.programme_id', '=', 'o.programme_id').onRef('m.id', '=', 'o.municipality_id'),
    )
    .leftJoin('orders.cancellation as x', (join) => join.onRef('x.programme_id', '=', 'o.programme_id').onRef('x.order_id', '=', 'o.id'))
    .select(orderColumns)
    .select([
      'o.description',
      'o.municipality_id',
      'm.name as municipality_name',
      'o.tax_rate_percent',
      'o.repairs_are_sent',
      'x.reason',
      'x.note',
      'x.cancelled_on',
    ])
    .where('o.id', '=', orderId)
    .executeTakeFirst()
  if (!row) return null
  const [order] = await withPackages(db, [row], today)
  if (!order) return null
  return {
    ...order,
    description: row.description,
    municipalityId: row.municipality_id,
    municipalityName: row.municipality_name,
    taxRatePercent: row.tax_rate_percent,
    repairsAreSent: row.repairs_are_sent,
    packages: await packagesOfOrder(db, orderId, today),
    changes: await changesOfOrder(db, orderId),
    cancellation:
      row.reason === null || row.cancelled_on === null
        ? null
        : { reason: row.reason as Cancellation['reason'], note: row.note ?? '', cancelledOn: row.cancelled_on },
  }
}

export interface OrderChange {
  programme_id: string
  id: string
  order_id: string
  amount_before_yen: number
  amount_after_yen: number
  due_before: string
  due_after: string
  reason: string
  agreed_on: string
  agreed_by: string
}

/** Writes the agreement down and gives the order its new figures. */
export async function recordOrderChange(db: Db, change: OrderChange): Promise<void> {
  await db.insertInto('orders.order_change').values(change).execute()
  await db
    .updateTable('orders.client_order')
    .set({ amount_yen: change.amount_after_yen, due_on: change.due_after })
    .where('id', '=', change.order_id)
    .execute()
}

async function changesOfOrder(db: Db, orderId: string) {
  const rows = await db
    .selectFrom('orders.order_change')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('agreed_on', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    agreedOn: row.agreed_on,
    amountBeforeYen: row.amount_before_yen,
    amountAfterYen: row.amount_after_yen,
    dueBefore: row.due_before,
    dueAfter: row.due_after,
    reason: row.reason,
  }))
}

/** The packages of an order in the order in which they are due. */
async function packagesOfOrder(db: Db, orderId: string, today: CalendarDate) {
  const rows = await db
    .selectFrom('orders.package as p')
    .select(['p.id', 'p.order_id', 'p.title', 'p.unit_name', 'p.unit_minutes', 'p.unit_price_yen', 'p.due_on', 'p.state'])
    .select((e) =>
      e
        .selectFrom('orders.manual_version as v')
        .select((f) => f.fn.max('v.version').as('version'))
        .whereRef('v.programme_id', '=', 'p.programme_id')
        .whereRef('v.package_id', '=', 'p.id')
        .as('manual_version'),
    )
    .where('p.order_id', '=', orderId)
    .orderBy('p.due_on')
    .orderBy('p.id')
    .execute()
  const progress = await packageProgress(
    db,
    rows.map((row) => row.id),
    today,
  )
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    title: row.title,
    unitName: row.unit_name,
    unitMinutes: row.unit_minutes,
    unitPriceYen: row.unit_price_yen,
    dueOn: row.due_on,
    state: row.state as PackageState,
    manualVersion: row.manual_version,
    progress: progress.get(row.id) ?? noProgress,
  }))
}
