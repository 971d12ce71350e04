import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { type CalendarDate, endOfMonth } from '../../units/calendar-date.ts'

interface Check {
  key: 'accepted' | 'recorded' | 'posted' | 'stated'
  count: number
  yen: number
}

/** What was received in a month and accepted, what of it is recorded as owed, posted as outsourcing and stated to the workers. */
export async function checksOfMonth(db: Db, month: CalendarDate): Promise<Check[]> {
  const closeOn = endOfMonth(month)
  const { rows } = await sql<Check>`
    select 'accepted' as key, count(*)::int as count, coalesce(sum(s.units * a.unit_price_yen), 0)::bigint as yen
    from delivery.submission s
    join delivery.acceptance c on c.programme_id = s.programme_id and c.submission_id = s.id
    join orders.assignment a on a.programme_id = s.programme_id and a.id = s.assignment_id
    where s.received_on between ${month}::date and ${closeOn}::date
    union all
    select 'recorded', count(*)::int, coalesce(sum(p.amount_yen), 0)::bigint from money.payable p
    where p.received_on between ${month}::date and ${closeOn}::date
    union all
    select 'posted', count(*)::int, coalesce(sum(p.debit_yen - p.credit_yen), 0)::bigint
    from money.payable d
    join money.entry e on e.programme_id = d.programme_id and e.kind = 'payable' and e.source_id = d.submission_id
    join money.posting p on p.programme_id = e.programme_id and p.entry_id = e.id and p.account = 'outsourcing'
    where d.received_on between ${month}::date and ${closeOn}::date
    union all
    select 'stated', count(*)::int, coalesce(sum(p.amount_yen), 0)::bigint
    from money.payable p join money.statement_line l on l.programme_id = p.programme_id and l.submission_id = p.submission_id
    where p.received_on between ${month}::date and ${closeOn}::date`.execute(db)
  return rows
}
