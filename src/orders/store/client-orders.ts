import { sql } from 'kysely'
import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { cursorParts, cutPage } from './listing.ts'
import type { OrderState } from './orders.ts'
import { packageProgress } from './units.ts'

/** A client's own orders, the newest first; of the work it shows amounts and never who does it. */
export async function listClientOrders(db: Db, reach: Reach, page: { cursor: string | null; limit: number }, today: CalendarDate) {
  const after = cursorParts(page.cursor, 'date', 'uuid')
  const clientIds = reach.ids('client')
  if (clientIds.length === 0) return { rows: [], next: null, total: 0 }
  const own = db.selectFrom('orders.client_order as o').where('o.client_id', 'in', clientIds)
  const { total } = await own.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await own
    .select(['o.id', 'o.number', 'o.title', 'o.ordered_on', 'o.due_on', 'o.amount_yen', 'o.state'])
    .$if(after !== null, (query) => query.where(sql<boolean>`(o.ordered_on, o.id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`))
    .orderBy('o.ordered_on', 'desc')
    .orderBy('o.id', 'desc')
    .limit(page.limit + 1)
    .execute()
  const cut = cutPage(rows, page.limit, (row) => [row.ordered_on, row.id])
  const packages =
    cut.rows.length === 0
      ? []
      : await db.selectFrom('orders.package').select(['id', 'order_id', 'title', 'unit_name', 'units']).where('order_id', 'in', cut.rows.map((row) => row.id)).orderBy('due_on').execute()
  const progress = await packageProgress(db, packages.map((each) => each.id), today)
  return {
    rows: cut.rows.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      orderedOn: row.ordered_on,
      dueOn: row.due_on,
      amountYen: row.amount_yen,
      state: row.state as OrderState,
      packages: packages
        .filter((each) => each.order_id === row.id)
        .map((each) => ({ id: each.id, title: each.title, unitName: each.unit_name, units: each.units, doneUnits: progress.get(each.id)?.accepted ?? 0 })),
    })),
    next: cut.next,
    total,
  }
}
