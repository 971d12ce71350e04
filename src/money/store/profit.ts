import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { endOfFiscalYear, type FiscalYear, startOfFiscalYear } from '../../units/fiscal-year.ts'

interface Profit {
  id: string
  name: string
  salesYen: number
  outsourcingYen: number
  costYen: number
  profitYen: number
}

const withProfit = <Row extends Omit<Profit, 'profitYen'>>(row: Row): Row & { profitYen: number } => ({
  ...row,
  profitYen: row.salesYen - row.outsourcingYen - row.costYen,
})

/** Sales, pay of workers, operating cost and what is left, of a fiscal year: in all, by municipality and by order; and of all years. */
export async function readProfit(db: Db, fiscalYear: FiscalYear) {
  const years = await sql<Omit<Profit, 'profitYen'> & { fiscalYear: number }>`
    select fiscal_year, fiscal_year::text as id, fiscal_year::text as name, sum(orders_yen)::bigint as sales_yen,
           sum(worker_yen)::bigint as outsourcing_yen, sum(cost_yen)::bigint as cost_yen
    from money.programme_year group by fiscal_year order by fiscal_year desc limit 20`.execute(db)
  const municipalities = await sql<Omit<Profit, 'profitYen'>>`
    select y.municipality_key as id, coalesce(m.name, '') as name, y.orders_yen as sales_yen, y.worker_yen as outsourcing_yen, y.cost_yen
    from money.programme_year y left join programme.municipality m on m.programme_id = y.programme_id and m.id = y.municipality_key
    where y.fiscal_year = ${fiscalYear} order by m.code nulls last, m.name nulls last`.execute(db)
  const orders = await sql<Omit<Profit, 'profitYen'>>`
    select o.id, o.number || ' ' || o.title as name,
           coalesce(sum(p.credit_yen - p.debit_yen) filter (where p.account = 'client-sales'), 0)::bigint as sales_yen,
           coalesce(sum(p.debit_yen - p.credit_yen) filter (where p.account = 'outsourcing'), 0)::bigint as outsourcing_yen, 0::bigint as cost_yen
    from money.posting p
    join money.entry e on e.programme_id = p.programme_id and e.id = p.entry_id
    join orders.client_order o on o.programme_id = p.programme_id and o.id = p.order_id
    where p.order_id is not null and e.entry_on between ${startOfFiscalYear(fiscalYear)}::date and ${endOfFiscalYear(fiscalYear)}::date
    and p.account in ('client-sales', 'outsourcing') group by o.programme_id, o.id order by o.number desc limit 10000`.execute(db)
  const total = years.rows.find((row) => row.fiscalYear === fiscalYear)
  return {
    fiscalYear,
    total: withProfit({
      id: String(fiscalYear),
      name: '',
      salesYen: total?.salesYen ?? 0,
      outsourcingYen: total?.outsourcingYen ?? 0,
      costYen: total?.costYen ?? 0,
    }),
    municipalities: municipalities.rows.map(withProfit),
    orders: orders.rows.map(withProfit),
    years: years.rows.map(withProfit),
  }
}
