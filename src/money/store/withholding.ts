import { type Insertable, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import { addMonths, type CalendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import type { PaidTogether } from '../rules/withholding.ts'
import { isOpen, openPayables, withholdingNow } from './payables.ts'

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

export async function lastDecision(db: Db, workKindId: string): Promise<{ decidedBy: string; withholding: string } | null> {
  const query = db.selectFrom('money.withholding_decision').select(['decidedBy', 'withholding']).where('workKindId', '=', workKindId)
  return (await query.orderBy('decidedAt', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()) ?? null
}

export async function insertDecision(db: Db, row: Insertable<DB['money.withholding_decision']>): Promise<void> {
  await db.insertInto('money.withholding_decision').values(row).execute()
}

/** Kinds of work with open payables up to a day about which nobody has decided. */
export async function undecidedKinds(db: Db, closeOn: CalendarDate) {
  const { rows } = await sql<{ workKindId: string; nameJa: string; nameEn: string; lineCount: number; amountYen: number }>`
    select w.id as work_kind_id, w.name_ja, w.name_en, count(*)::int as line_count, sum(p.amount_yen)::bigint as amount_yen
    from ${openPayables} p
    join orders.package k on k.programme_id = p.programme_id and k.id = p.package_id
    join orders.work_kind w on w.programme_id = k.programme_id and w.id = k.work_kind_id
    where p.received_on <= ${closeOn}::date and ${withholdingNow} = 'undecided'
    group by w.programme_id, w.id order by w.key`.execute(db)
  return rows
}

/**
 * What is stated by worker of the payments for one day, corrected statements with what holds now: a correction belongs to the
 * day for which the first of its chain was to be paid. Of one worker and without one chain, or of everybody.
 */
export async function statedTogether(
  db: Db,
  payOn: CalendarDate,
  one: { workerId: string; withoutRoot: string } | null = null,
): Promise<Map<string, PaidTogether>> {
  const { rows } = await sql<{ workerId: string; baseYen: number; withheldYen: number }>`
    select s.worker_id, sum(s.withholding_base_yen)::bigint as base_yen, sum(s.withholding_yen)::bigint as withheld_yen
    from (
      select s.* from money.statement s where s.pay_on = ${payOn}::date and s.corrects is null
      union all
      select s.* from money.statement f join money.statement s on s.programme_id = f.programme_id and s.root_id = f.id and s.corrects is not null
      where f.pay_on = ${payOn}::date and f.corrects is null
    ) s
    where (${one === null} or (s.worker_id = ${one?.workerId ?? null}::uuid and s.root_id <> ${one?.withoutRoot ?? null}::uuid))
      and not exists (select from money.statement n where n.programme_id = s.programme_id and n.corrects = s.id)
    group by s.worker_id having sum(s.withholding_base_yen) <> 0 or sum(s.withholding_yen) <> 0`.execute(db)
  return new Map(rows.map((row) => [row.workerId, { baseYen: yen(row.baseYen), withheldYen: yen(row.withheldYen) }]))
}

/** The paid transfer of a posting `p`. The month of its tax is that of the payment, wherever the entry stands in the books. */
const paidTransfers = sql`money.entry e on e.programme_id = p.programme_id and e.id = p.entry_id and e.kind = 'transfer'
  join money.transfer_result r on r.programme_id = e.programme_id and r.transfer_id = e.source_id and r.result = 'paid'`

/** Tax withheld from the payments of a month and not paid to the tax office yet. */
export async function withheldOfMonth(db: Db, month: CalendarDate): Promise<number> {
  const { rows } = await sql<{ yen: number }>`
    select (coalesce((select sum(p.credit_yen - p.debit_yen) from money.posting p
             join ${paidTransfers}
             where p.account = 'withholding-payable' and r.result_on >= ${month}::date and r.result_on < ${addMonths(month, 1)}::date), 0)
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
      select date_trunc('month', r.result_on)::date as month, count(distinct p.worker_id)::int as worker_count,
             sum(p.credit_yen - p.debit_yen)::bigint as withheld_yen,
             sum(t.base_yen)::bigint as base_yen
      from money.posting p
      join ${paidTransfers}
      cross join lateral (
        select coalesce(sum(t.withholding_base_yen), 0) as base_yen from money.transfer_part t
        where t.programme_id = e.programme_id and t.transfer_id = e.source_id
      ) t
      where p.account = 'withholding-payable' group by 1
    ), paid as (
      select month, sum(amount_yen)::bigint as paid_yen, max(paid_on) as paid_on from money.withholding_payment group by month
    )
    select w.month, w.worker_count, w.base_yen, w.withheld_yen, coalesce(p.paid_yen, 0) as paid_yen, p.paid_on
    from withheld w left join paid p using (month) order by w.month desc limit ${shownMonths}`.execute(db)
  return rows
}
