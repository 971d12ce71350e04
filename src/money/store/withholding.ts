import { type Insertable, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import { addMonths, type CalendarDate } from '../../units/calendar-date.ts'
import { isOpen, withholdingNow } from './payables.ts'

export const workKindById = (db: Db, id: string) =>
  db
    .selectFrom('orders.work_kind')
    .select(['id', 'withholding'])
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** Open payables of a kind of work whose withholding was not said when they arose. */
export async function openUndecidedLines(db: Db, workKindId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from money.payable p
    join orders.package k on k.programme_id = p.programme_id and k.id = p.package_id
    where k.work_kind_id = ${workKindId} and p.withholding = 'undecided' and ${isOpen}`.execute(db)
  return rows[0]?.count ?? 0
}

export async function insertDecision(db: Db, row: Insertable<DB['money.withholding_decision']>): Promise<void> {
  await db.insertInto('money.withholding_decision').values(row).execute()
}

/** Kinds of work with open payables up to a day about which nobody has decided. */
export async function undecidedKinds(db: Db, closeOn: CalendarDate) {
  const { rows } = await sql<{ workKindId: string; nameJa: string; nameEn: string; lineCount: number; amountYen: number }>`
    select w.id as work_kind_id, w.name_ja, w.name_en, count(*)::int as line_count, sum(p.amount_yen)::bigint as amount_yen
    from money.payable p
    join orders.package k on k.programme_id = p.programme_id and k.id = p.package_id
    join orders.work_kind w on w.programme_id = k.programme_id and w.id = k.work_kind_id
    where p.received_on <= ${closeOn}::date and ${withholdingNow} = 'undecided' and ${isOpen}
    group by w.programme_id, w.id order by w.key`.execute(db)
  return rows
}

/** Tax withheld from the payments of a month and not paid to the tax office yet. */
export async function withheldOfMonth(db: Db, month: CalendarDate): Promise<number> {
  const { rows } = await sql<{ yen: number }>`
    select (coalesce((select sum(p.credit_yen - p.debit_yen) from money.posting p
             join money.entry e on e.programme_id = p.programme_id and e.id = p.entry_id
             where p.account = 'withholding-payable' and e.kind = 'transfer' and e.entry_on >= ${month}::date and e.entry_on < ${addMonths(month, 1)}::date), 0)
          - coalesce((select sum(amount_yen) from money.withholding_payment where month = ${month}::date), 0))::bigint as yen`.execute(db)
  return rows[0]?.yen ?? 0
}

export async function insertWithholdingPayment(db: Db, row: Insertable<DB['money.withholding_payment']>): Promise<void> {
  await db.insertInto('money.withholding_payment').values(row).execute()
}

interface WithheldMonth {
  month: CalendarDate
  workerCount: number
  baseYen: number
  withheldYen: number
  paidYen: number
  paidOn: string | null
}

const shownMonths = 60

/** Months of payments from which tax was withheld, newest first, with what went to the tax office. */
export async function withheldMonths(db: Db): Promise<WithheldMonth[]> {
  const { rows } = await sql<WithheldMonth>`
    with withheld as (
      select date_trunc('month', e.entry_on)::date as month, count(distinct p.worker_id)::int as worker_count,
             sum(p.credit_yen - p.debit_yen)::bigint as withheld_yen,
             sum(s.withholding_base_yen - coalesce(before.withholding_base_yen, 0))::bigint as base_yen
      from money.posting p
      join money.entry e on e.programme_id = p.programme_id and e.id = p.entry_id and e.kind = 'transfer'
      join money.transfer t on t.programme_id = e.programme_id and t.id = e.source_id
      join money.statement s on s.programme_id = t.programme_id and s.id = t.statement_id
      left join money.paid_statement before on before.programme_id = s.programme_id and before.statement_id = s.corrects
      where p.account = 'withholding-payable' group by 1
    ), paid as (
      select month, sum(amount_yen)::bigint as paid_yen, max(paid_on) as paid_on from money.withholding_payment group by month
    )
    select w.month, w.worker_count, w.base_yen, w.withheld_yen, coalesce(p.paid_yen, 0) as paid_yen, p.paid_on
    from withheld w left join paid p using (month) order by w.month desc limit ${shownMonths}`.execute(db)
  return rows
}
