import { sql, type Expression } from 'kysely'
import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { addMonths, type CalendarDate } from '../../units/calendar-date.ts'
import { endOfFiscalYear, fiscalYearOf, startOfFiscalYear } from '../../units/fiscal-year.ts'
import { orderInReach } from './reach.ts'

/** Orders won in the fiscal year of today, by month from April. */
export async function wonOrders(db: Db, reach: Reach, today: CalendarDate) {
  const fiscalYear = fiscalYearOf(today)
  const begin = startOfFiscalYear(fiscalYear)
  const rows = await db
    .selectFrom('orders.client_order as o')
    .select(sql<string>`to_char(o.ordered_on, 'YYYY-MM')`.as('month'))
    .select((e) => [e.fn.countAll<number>().as('count'), sql<number>`sum(o.amount_yen)::bigint`.as('amount')])
    .where('o.orderedOn', '>=', begin)
    .where('o.orderedOn', '<=', endOfFiscalYear(fiscalYear))
    .where('o.state', '<>', 'cancelled')
    .where((e) => orderInReach(reach, e.ref('o.id') as Expression<string>))
    .groupBy(sql`1`)
    .execute()
  const months = Array.from({ length: 12 }, (_, at) => {
    const month = addMonths(begin, at).slice(0, 7)
    const row = rows.find((each) => each.month === month)
    return { month, orderCount: row?.count ?? 0, amountYen: row?.amount ?? 0 }
  })
  return {
    fiscalYear,
    orderCount: months.reduce((sum, each) => sum + each.orderCount, 0),
    amountYen: months.reduce((sum, each) => sum + each.amountYen, 0),
    months,
  }
}
