import { type RawBuilder, sql } from 'kysely'
import { newId } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { snakeKeys } from '../../platform/db/names.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
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
  readonly entryOn: CalendarDate
  /** The business event; one kind of entry is posted once for it, whoever repeats it. */
  readonly sourceId: string
  readonly description: string
  readonly parties: Parties
}

/**
 * Posts entries that `rules/posting.ts` balanced, with the sums of worker-years and programme-years, in one statement.
 * Those that were posted before are left out. Gives the number of entries that are new.
 */
export async function post(db: Db, entries: readonly EntryToPost[]): Promise<number> {
  if (entries.length === 0) return 0
  const lines = entries.flatMap(({ entry, entryOn, sourceId, description, parties }) => {
    const entryId = newId()
    return entry.lines.map((line, at) => ({
      entryId,
      kind: entry.kind,
      entryOn,
      sourceId,
      description,
      line: at + 1,
      account: line.account,
      debitYen: line.side === 'debit' ? line.amountYen : 0,
      creditYen: line.side === 'credit' ? line.amountYen : 0,
      workerId: parties.workerId ?? null,
      clientId: parties.clientId ?? null,
      orderId: parties.orderId ?? null,
      municipalityId: parties.municipalityId ?? null,
    }))
  })
  return postLines(
    db,
    sql`select * from jsonb_to_recordset(${JSON.stringify(lines.map(snakeKeys))}::jsonb) as x(
      entry_id uuid, kind text, entry_on date, source_id uuid, description text, line int, account text, debit_yen bigint, credit_yen bigint,
      worker_id uuid, client_id uuid, order_id uuid, municipality_id uuid)`,
  )
}

/**
 * The same for lines that a query makes: columns entry_id, kind, entry_on, source_id, description, line, account,
 * debit_yen, credit_yen, worker_id, client_id, order_id, municipality_id. The database refuses an entry out of balance.
 * A fiscal year begins in April, so three months back the calendar year is its name. What reaches a worker is the claim
 * that a transfer settles, with the tax that was withheld for them.
 */
export async function postLines(db: Db, lines: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ posted: number }>`
    with given as materialized (${lines}),
    fresh as (
      insert into money.entry (programme_id, id, kind, entry_on, source_id, description)
      select distinct on (entry_id) platform.tenant(), entry_id, kind, entry_on, source_id, description from given
      on conflict (programme_id, kind, source_id) do nothing
      returning id
    ),
    new_lines as materialized (select g.*, extract(year from g.entry_on - interval '3 months')::int as fiscal_year from given g join fresh f on f.id = g.entry_id),
    posted as (
      insert into money.posting (programme_id, entry_id, line, account, debit_yen, credit_yen, worker_id, client_id, order_id, municipality_id)
      select platform.tenant(), entry_id, line, account, debit_yen, credit_yen, worker_id, client_id, order_id, municipality_id from new_lines
    ),
    programme_years as (
      insert into money.programme_year as y (programme_id, fiscal_year, municipality_key, orders_yen, worker_yen, cost_yen)
      select platform.tenant(), fiscal_year, coalesce(municipality_id, platform.tenant()),
             coalesce(sum(credit_yen - debit_yen) filter (where account = 'client-sales'), 0),
             coalesce(sum(debit_yen - credit_yen) filter (where account = 'outsourcing'), 0),
             coalesce(sum(debit_yen - credit_yen) filter (where account = 'operating-cost'), 0)
      from new_lines where account in ('client-sales', 'outsourcing', 'operating-cost')
      group by 2, 3 order by 2, 3
      on conflict (programme_id, fiscal_year, municipality_key) do update
        set orders_yen = y.orders_yen + excluded.orders_yen, worker_yen = y.worker_yen + excluded.worker_yen, cost_yen = y.cost_yen + excluded.cost_yen
    ),
    worker_years as (
      insert into money.worker_year as y (programme_id, fiscal_year, worker_id, municipality_id, paid_yen)
      select platform.tenant(), n.fiscal_year, n.worker_id, w.municipality_id, sum(n.debit_yen - n.credit_yen)
      from new_lines n join people.worker w on w.programme_id = platform.tenant() and w.id = n.worker_id
      where n.account = 'accounts-payable' and n.kind in ('transfer', 'returned-transfer')
      group by 2, 3, 4 order by 2, 3
      on conflict (programme_id, fiscal_year, worker_id) do update set paid_yen = y.paid_yen + excluded.paid_yen
    )
    select count(*)::int as posted from fresh`.execute(db)
  return rows[0]?.posted ?? 0
}

export interface Imbalance {
  what: 'entries' | 'programme-year' | 'worker-year'
  key: string
  statedYen: number
  computedYen: number
}

/** Compares every kept sum with the postings. An empty answer means that the books are whole. */
export async function findImbalances(db: Db): Promise<Imbalance[]> {
  const { rows } = await sql<Imbalance>`
    with lines as (
      select p.*, e.kind, extract(year from e.entry_on - interval '3 months')::int as fiscal_year
      from money.posting p join money.entry e on e.programme_id = p.programme_id and e.id = p.entry_id
    ),
    programme as (
      select fiscal_year, coalesce(municipality_id, platform.tenant()) as municipality_key,
             coalesce(sum(credit_yen - debit_yen) filter (where account = 'client-sales'), 0) as orders_yen,
             coalesce(sum(debit_yen - credit_yen) filter (where account = 'outsourcing'), 0) as worker_yen,
             coalesce(sum(debit_yen - credit_yen) filter (where account = 'operating-cost'), 0) as cost_yen
      from lines where account in ('client-sales', 'outsourcing', 'operating-cost') group by 1, 2
    ),
    worker as (
      select fiscal_year, worker_id, sum(debit_yen - credit_yen) as paid_yen
      from lines where account = 'accounts-payable' and kind in ('transfer', 'returned-transfer') group by 1, 2
    )
    select 'entries' as what, entry_id::text as key, sum(debit_yen)::bigint as stated_yen, sum(credit_yen)::bigint as computed_yen
    from lines group by entry_id having sum(debit_yen) <> sum(credit_yen)
    union all
    select 'programme-year', coalesce(y.fiscal_year, p.fiscal_year) || ' ' || coalesce(y.municipality_key, p.municipality_key),
           coalesce(y.orders_yen - y.worker_yen - y.cost_yen, 0), coalesce(p.orders_yen - p.worker_yen - p.cost_yen, 0)::bigint
    from money.programme_year y full join programme p using (fiscal_year, municipality_key)
    where (coalesce(y.orders_yen, 0), coalesce(y.worker_yen, 0), coalesce(y.cost_yen, 0)) <> (coalesce(p.orders_yen, 0), coalesce(p.worker_yen, 0), coalesce(p.cost_yen, 0))
    union all
    select 'worker-year', coalesce(y.fiscal_year, w.fiscal_year) || ' ' || coalesce(y.worker_id, w.worker_id), coalesce(y.paid_yen, 0), coalesce(w.paid_yen, 0)::bigint
    from money.worker_year y full join worker w using (fiscal_year, worker_id)
    where coalesce(y.paid_yen, 0) <> coalesce(w.paid_yen, 0)
    limit 1000`.execute(db)
  return rows
}
