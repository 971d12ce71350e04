import { sql } from 'kysely'
import { newId } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { snakeKeys } from '../../platform/db/names.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { addFiscalYears, endOfFiscalYear, type FiscalYear, fiscalYearOf, startOfFiscalYear } from '../../units/fiscal-year.ts'
import type { EntryDay } from '../rules/period-lock.ts'
import type { JournalEntry } from '../rules/posting.ts'

/** Whose money it is; an order's or a worker's municipality decides where the year's figures count it. */
export interface Parties {
  readonly workerId?: string | null
  readonly clientId?: string | null
  readonly orderId?: string | null
  readonly municipalityId?: string | null
}

export interface EntryToPost {
  /** A balanced entry of `rules/posting.ts`. */
  readonly entry: JournalEntry
  readonly entryOn: EntryDay
  /** The business event; one kind of entry is posted once for it, whoever repeats it. */
  readonly sourceId: string
  readonly description: string
  readonly parties: Parties
  /** The day on which money reached a worker or came back, where the entry may stand on a later one: it counts in the year of this day. */
  readonly paidOn?: CalendarDate
}

/** What the postings add to the kept sums of a programme's year. */
const programmeSums = sql`
  coalesce(sum(credit_yen - debit_yen) filter (where account = 'client-sales'), 0) as orders_yen,
  coalesce(sum(debit_yen - credit_yen) filter (where account = 'outsourcing'), 0) as worker_yen,
  coalesce(sum(debit_yen - credit_yen) filter (where account = 'operating-cost'), 0) as cost_yen`
const ofProgrammeYear = sql`account in ('client-sales', 'outsourcing', 'operating-cost')`
/** What reaches a worker is the claim that a transfer settles, with the tax that was withheld for them: the lines of `money.worker_payment`. */
const reachesWorker = sql`account = 'accounts-payable' and kind in ('transfer', 'returned-transfer')`

/**
 * Posts entries that `rules/posting.ts` balanced, with the sums of days, worker-years and programme-years, in one statement.
 * Those that were posted before are left out. Gives the number of entries that are new. The database refuses an entry out
 * of balance.
 */
export async function post(db: Db, entries: readonly EntryToPost[]): Promise<number> {
  if (entries.length === 0) return 0
  const given = entries.map(({ entry, entryOn, sourceId, description, parties, paidOn }) => ({
    id: newId(),
    kind: entry.kind,
    entryOn,
    fiscalYear: fiscalYearOf(entryOn),
    paidYear: fiscalYearOf(paidOn ?? entryOn),
    sourceId,
    description,
    workerId: parties.workerId,
    clientId: parties.clientId,
    orderId: parties.orderId,
    municipalityId: parties.municipalityId,
    lines: entry.lines.map(({ account, amountYen, side }, at) => ({ line: at + 1, account, [`${side}_yen`]: amountYen })),
  }))
  const { rows } = await sql<{ posted: number }>`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(given.map(snakeKeys))}::json) as g(
        id uuid, kind text, entry_on date, fiscal_year int, paid_year int, source_id uuid, description text,
        worker_id uuid, client_id uuid, order_id uuid, municipality_id uuid, lines json)
    ),
    fresh as (
      insert into money.entry (programme_id, id, kind, entry_on, source_id, description)
      select platform.tenant(), id, kind, entry_on, source_id, description from given
      on conflict (programme_id, kind, source_id) do nothing
      returning id
    ),
    new_lines as materialized (
      select g.*, l.line, l.account, coalesce(l.debit_yen, 0) as debit_yen, coalesce(l.credit_yen, 0) as credit_yen
      from given g join fresh f on f.id = g.id
      cross join lateral json_to_recordset(g.lines) as l(line int, account text, debit_yen bigint, credit_yen bigint)
    ),
    posted as (
      insert into money.posting (programme_id, entry_id, line, account, debit_yen, credit_yen, worker_id, client_id, order_id, municipality_id)
      select platform.tenant(), id, line, account, debit_yen, credit_yen, worker_id, client_id, order_id, municipality_id from new_lines
    ),
    days as (
      insert into money.account_day as d (programme_id, account, entry_on, debit_yen, credit_yen)
      select platform.tenant(), account, entry_on, sum(debit_yen), sum(credit_yen) from new_lines
      group by 2, 3 order by 2, 3
      on conflict (programme_id, account, entry_on) do update
        set debit_yen = d.debit_yen + excluded.debit_yen, credit_yen = d.credit_yen + excluded.credit_yen
    ),
    programme_years as (
      insert into money.programme_year as y (programme_id, fiscal_year, municipality_key, orders_yen, worker_yen, cost_yen)
      select platform.tenant(), fiscal_year, coalesce(municipality_id, platform.tenant()), ${programmeSums}
      from new_lines where ${ofProgrammeYear}
      group by 2, 3 order by 2, 3
      on conflict (programme_id, fiscal_year, municipality_key) do update
        set orders_yen = y.orders_yen + excluded.orders_yen, worker_yen = y.worker_yen + excluded.worker_yen, cost_yen = y.cost_yen + excluded.cost_yen
    ),
    worker_years as (
      insert into money.worker_year as y (programme_id, fiscal_year, worker_id, municipality_id, paid_yen)
      select platform.tenant(), n.paid_year, n.worker_id, w.municipality_id, sum(n.debit_yen - n.credit_yen)
      from (select * from new_lines where ${reachesWorker}) n join people.worker w on w.programme_id = platform.tenant() and w.id = n.worker_id
      group by 2, 3, 4 order by 2, 3
      on conflict (programme_id, fiscal_year, worker_id) do update set paid_yen = y.paid_yen + excluded.paid_yen
    )
    select count(*)::int as posted from fresh`.execute(db)
  return rows[0]?.posted ?? 0
}

interface Imbalance {
  what: 'entries' | 'account-day' | 'programme-year' | 'worker-year' | 'statement'
  key: string
  statedYen: number
  computedYen: number
}

/** Compares every kept sum with the postings, and every statement with its lines. An empty answer means that the books are whole. */
export async function findImbalances(db: Db): Promise<Imbalance[]> {
  const years = await postedYears(db)
  const { rows } = await sql<Imbalance>`
    with lines as (
      select p.*, e.kind, e.entry_on, y.year as fiscal_year
      from money.posting p join money.entry e on e.programme_id = p.programme_id and e.id = p.entry_id
      join json_to_recordset(${JSON.stringify(years)}::json) as y(year int, begins date, ends date) on e.entry_on between y.begins and y.ends
    ),
    day as (
      select account, entry_on, sum(debit_yen) as debit_yen, sum(credit_yen) as credit_yen from lines group by 1, 2
    ),
    programme as (
      select fiscal_year, coalesce(municipality_id, platform.tenant()) as municipality_key, ${programmeSums}
      from lines where ${ofProgrammeYear} group by 1, 2
    ),
    worker as (
      select extract(year from paid_on - interval '3 months')::int as fiscal_year, worker_id, sum(paid_yen) as paid_yen
      from money.worker_payment group by 1, 2
    )
    select 'entries' as what, entry_id::text as key, sum(debit_yen)::bigint as stated_yen, sum(credit_yen)::bigint as computed_yen
    from lines group by entry_id having sum(debit_yen) <> sum(credit_yen)
    union all
    select 'account-day', coalesce(k.account, d.account) || ' ' || coalesce(k.entry_on, d.entry_on),
           coalesce(k.debit_yen - k.credit_yen, 0), coalesce(d.debit_yen - d.credit_yen, 0)::bigint
    from money.account_day k full join day d using (account, entry_on)
    where (coalesce(k.debit_yen, 0), coalesce(k.credit_yen, 0)) <> (coalesce(d.debit_yen, 0), coalesce(d.credit_yen, 0))
    union all
    select 'programme-year', coalesce(y.fiscal_year, p.fiscal_year) || ' ' || coalesce(y.municipality_key, p.municipality_key),
           coalesce(y.orders_yen - y.worker_yen - y.cost_yen, 0), coalesce(p.orders_yen - p.worker_yen - p.cost_yen, 0)::bigint
    from money.programme_year y full join programme p using (fiscal_year, municipality_key)
    where (coalesce(y.orders_yen, 0), coalesce(y.worker_yen, 0), coalesce(y.cost_yen, 0))
      <> (coalesce(p.orders_yen, 0), coalesce(p.worker_yen, 0), coalesce(p.cost_yen, 0))
    union all
    select 'worker-year', coalesce(y.fiscal_year, w.fiscal_year) || ' ' || coalesce(y.worker_id, w.worker_id), coalesce(y.paid_yen, 0),
           coalesce(w.paid_yen, 0)::bigint
    from money.worker_year y full join worker w using (fiscal_year, worker_id)
    where coalesce(y.paid_yen, 0) <> coalesce(w.paid_yen, 0)
    union all
    select 'statement', s.id::text, s.subtotal_yen, coalesce(sum(l.amount_yen), 0)::bigint
    from money.statement s left join money.line_of_statement l on l.programme_id = s.programme_id and l.statement_id = s.id
    group by s.programme_id, s.id
    having s.subtotal_yen <> coalesce(sum(l.amount_yen), 0)
      or s.withholding_base_yen not in (0, coalesce(sum(l.amount_yen) filter (where l.withholding = 'subject'), 0))
    limit 1000`.execute(db)
  return rows
}

/** All fiscal years in which something was posted, with their first and last days. */
async function postedYears(db: Db): Promise<{ year: FiscalYear; begins: CalendarDate; ends: CalendarDate }[]> {
  const { rows } = await sql<{ first: CalendarDate | null; last: CalendarDate | null }>`
    select min(entry_on) as first, max(entry_on) as last from money.entry`.execute(db)
  const { first = null, last = null } = rows[0] ?? {}
  if (first === null || last === null) return []
  const from = fiscalYearOf(first)
  return Array.from({ length: fiscalYearOf(last) - from + 1 }, (_, at) => {
    const year = addFiscalYears(from, at)
    return { year, begins: startOfFiscalYear(year), ends: endOfFiscalYear(year) }
  })
}
