import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { bankDayOnOrAfter } from '../../units/business-day.ts'
import { type CalendarDate, endOfMonth, laterDate } from '../../units/calendar-date.ts'
import { payOnFor } from '../../delivery/rules/receipt.ts'
import { payDayOf } from '../../delivery/store/hand-ins.ts'
import { postLines } from './journal.ts'
import { statementsUpTo } from './statements-sql.ts'

/** Whether acknowledged writes survive a loss of power. */
export async function isDurable(db: Db): Promise<boolean> {
  const { rows } = await sql<{ fsync: string }>`select current_setting('fsync') as fsync`.execute(db)
  return rows[0]?.fsync === 'on'
}

/** The day on which a close of a month pays: the programme's day, or the next bank day when that has passed. */
export async function payOnOfClose(db: Db, month: CalendarDate, today: CalendarDate): Promise<CalendarDate> {
  return laterDate(payOnFor(endOfMonth(month), await payDayOf(db)), bankDayOnOrAfter(today))
}

/** One close of one programme at a time: others wait here until this transaction ends. */
export async function lockClosing(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(platform.tenant()::text || ' money.close', 0))`.execute(db)
}

export interface Totals {
  workerCount: number
  statementCount: number
  lineCount: number
  subtotalYen: number
  taxYen: number
  totalYen: number
  withholdingYen: number
  netYen: number
}

/** What a close of the month would come to now. */
export async function previewClose(
  db: Db,
  month: CalendarDate,
  payOn: CalendarDate,
): Promise<Totals & { undecidedCount: number; limitOn: string | null }> {
  const { rows } = await sql<Totals & { undecidedCount: number; limitOn: string | null }>`
    with ${statementsUpTo(endOfMonth(month), payOn)}
    select count(distinct worker_id)::int as worker_count, count(*)::int as statement_count, coalesce(sum(line_count), 0)::int as line_count,
           coalesce(sum(subtotal_yen), 0)::bigint as subtotal_yen, coalesce(sum(tax_yen), 0)::bigint as tax_yen,
           coalesce(sum(subtotal_yen + tax_yen), 0)::bigint as total_yen, coalesce(sum(withholding_yen), 0)::bigint as withholding_yen,
           coalesce(sum(subtotal_yen + tax_yen - withholding_yen), 0)::bigint as net_yen,
           (select count(*)::int from line where withholding = 'undecided') as undecided_count,
           (select min(received_on) + 59 from line) as limit_on
    from made`.execute(db)
  const [totals] = rows
  if (!totals) throw new Error('no totals')
  return totals
}

/** The next run of a month. */
export async function nextRun(db: Db, month: CalendarDate): Promise<number> {
  const { run } = await db
    .selectFrom('money.month_close')
    .select((e) => e.fn.coalesce(e.fn.max('run'), e.lit(0)).as('run'))
    .where('month', '=', month)
    .executeTakeFirstOrThrow()
  return Number(run) + 1
}

export interface NewClose {
  id: string
  month: CalendarDate
  payOn: CalendarDate
  run: number
  closedBy: string
  closedAt: Date
  totals: Totals
}

export async function insertClose(db: Db, programmeId: string, close: NewClose): Promise<void> {
  const { totals } = close
  await db
    .insertInto('money.month_close')
    .values({
      programmeId,
      id: close.id,
      month: close.month,
      payOn: close.payOn,
      run: close.run,
      closedBy: close.closedBy,
      closedAt: close.closedAt.toISOString(),
      workerCount: totals.workerCount,
      subtotalYen: totals.subtotalYen,
      taxYen: totals.taxYen,
      withholdingYen: totals.withholdingYen,
      netYen: totals.netYen,
    })
    .execute()
}

/** Makes the statements of a close with their lines, in one statement for any number of workers. Gives their sums. */
export async function insertStatements(
  db: Db,
  closeId: string,
  month: CalendarDate,
  payOn: CalendarDate,
  issuedAt: Date,
): Promise<{ statementCount: number; lineCount: number; netYen: number }> {
  const { rows } = await sql<{ statementCount: number; lineCount: number; netYen: number }>`
    with ${statementsUpTo(endOfMonth(month), payOn)},
    named as materialized (select money.new_id() as id, m.* from made m),
    statements as (
      insert into money.statement (programme_id, id, close_id, worker_id, kind, subtotal_yen, tax_yen, total_yen, withholding_base_yen, withholding_yen, net_yen,
                                   creditable_yen, credit_percent, registration_number, pay_on, issued_at, root_id)
      select platform.tenant(), id, ${closeId}, worker_id, case when registration = '' then 'payment-notice' else 'purchase-statement' end, subtotal_yen, tax_yen,
             subtotal_yen + tax_yen, subject_yen, withholding_yen, subtotal_yen + tax_yen - withholding_yen, creditable_yen, credit_percent, nullif(registration, ''), ${payOn}::date, ${issuedAt.toISOString()}::timestamptz, id
      from named
      returning net_yen
    ),
    lines as (
      insert into money.statement_line (programme_id, submission_id, statement_id, withholding)
      select platform.tenant(), l.submission_id, n.id, l.withholding
      from line l join named n on n.worker_id = l.worker_id and n.registration = l.registration and n.credit_percent = l.credit_percent
      returning 1
    )
    select (select count(*)::int from statements) as statement_count, (select count(*)::int from lines) as line_count,
           (select coalesce(sum(net_yen), 0)::bigint from statements) as net_yen`.execute(db)
  return rows[0] ?? { statementCount: 0, lineCount: 0, netYen: 0 }
}

/** The claims for consumption tax, which is known only when a statement rounds it: 仮払消費税 against 未払金. */
export function postStatementTax(db: Db, closeId: string, entryOn: CalendarDate, description: string): Promise<number> {
  return postLines(
    db,
    sql`select s.entry_id, 'payable' as kind, ${entryOn}::date as entry_on, s.id as source_id, ${description}::text as description, v.line, v.account, v.debit_yen, v.credit_yen,
               s.worker_id, null::uuid as client_id, null::uuid as order_id, w.municipality_id
        from (select money.new_id() as entry_id, id, worker_id, tax_yen, creditable_yen from money.statement where close_id = ${closeId}) s
        join people.worker w on w.programme_id = platform.tenant() and w.id = s.worker_id
        cross join lateral (values (1, 'input-tax', s.creditable_yen, 0::bigint), (2, 'non-creditable-tax', s.tax_yen - s.creditable_yen, 0::bigint), (3, 'accounts-payable', 0::bigint, s.tax_yen))
          as v(line, account, debit_yen, credit_yen)
        where v.debit_yen + v.credit_yen > 0`,
  )
}
