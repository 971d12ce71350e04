import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readSqlPage, containing } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { payOnFor } from '../../delivery/rules/receipt.ts'
import { payDayOf } from '../../delivery/store/hand-ins.ts'
import { type CalendarDate, endOfMonth } from '../../units/calendar-date.ts'
import { batchStateOf } from '../rules/batch.ts'
import type { statementRow } from '../contract/closing.ts'
import { personName } from './batch-reads.ts'
import { checksOfMonth } from './close-checks.ts'
import { isDurable, payOnOfClose, previewClose } from './closing.ts'
import { operatorAccount } from './operator-account.ts'
import { openPayables } from './payables.ts'
import { countReceipts, listReceipts } from './receipts.ts'
import { unpaidOf } from './transfers.ts'
import { valueDatesOf } from './value-date.ts'
import { undecidedKinds } from './withholding.ts'

/** Differences are shown as rows, at most so many. */
const shownReceipts = 200

/** The months with payables or closes, newest first. */
export async function listCloses(db: Db, today: CalendarDate) {
  const { rows } = await sql<{ month: CalendarDate; runCount: number; lineCount: number; netYen: number; unpaidCount: number }>`
    with days as (select received_on, count(*) as line_count from money.payable group by received_on),
    lines as (select date_trunc('month', received_on)::date as month, sum(line_count)::int as line_count from days group by 1),
    unpaid as (
      select d.close_id, count(*) as statement_count from money.statement_due d
      where d.due_yen > 0
        and not exists (select from money.paid_part p where p.programme_id = d.programme_id and p.statement_id = d.id)
      group by d.close_id
    ),
    closes as (
      select c.month, count(*)::int as run_count, sum(c.net_yen)::bigint as net_yen, sum(u.statement_count)::int as unpaid_count
      from money.month_close c left join unpaid u on u.close_id = c.id group by c.month
    )
    select month, coalesce(run_count, 0) as run_count, coalesce(line_count, 0) as line_count, coalesce(net_yen, 0) as net_yen,
           coalesce(unpaid_count, 0) as unpaid_count
    from lines full join closes using (month) order by month desc limit 120`.execute(db)
  const payDay = await payDayOf(db)
  const open = new Map((await openMonths(db)).map((row) => [row.month, row.lineCount]))
  return {
    months: rows.map((row) => ({
      ...row,
      openLineCount: open.get(row.month) ?? 0,
      payOn: payOnFor(endOfMonth(row.month), payDay),
      isOver: today > endOfMonth(row.month),
    })),
  }
}

/** The months of which a close has not taken everything, newest first, each with the day on which it pays and how many lines are open. */
export async function openMonths(db: Db) {
  const { rows } = await sql<{ month: CalendarDate; lineCount: number }>`
    select date_trunc('month', p.received_on)::date as month, count(*)::int as line_count
    from ${openPayables} p group by 1 order by 1 desc`.execute(db)
  if (rows.length === 0) return []
  const payDay = await payDayOf(db)
  return rows.map((row) => ({ ...row, payOn: payOnFor(endOfMonth(row.month), payDay) }))
}

/** Everything about one month that its stair shows. */
export async function readClose(db: Db, month: CalendarDate, today: CalendarDate) {
  const closeOn = endOfMonth(month)
  const payOn = await payOnOfClose(db, month, today)
  const [{ limitOn, largest, ...open }, counts, closes, checks, durable, operator] = await Promise.all([
    previewClose(db, month, payOn),
    countReceipts(db, closeOn, today),
    closesOf(db, month),
    checksOfMonth(db, month),
    isDurable(db),
    operatorAccount(db),
  ])
  const shown = []
  for (const close of closes) {
    const { isPayable, ...unpaid } = await unpaidOfClose(db, close.closeId)
    shown.push({
      ...close,
      ...unpaid,
      batches: await batchesOf(db, close.closeId),
      valueDates: !isPayable ? null : await valueDatesOf(db, { id: close.closeId, payOn: close.payOn }, today),
    })
  }
  return {
    month,
    isOver: today > closeOn,
    payOn,
    limitOn,
    receipts: counts.waiting + counts.overdue + counts.unposted === 0 ? [] : await listReceipts(db, closeOn, today, shownReceipts),
    waitingCount: counts.waiting,
    overdueCount: counts.overdue,
    unpostedCount: counts.unposted,
    undecided: open.workerCount === 0 ? [] : await undecidedKinds(db, closeOn),
    checks,
    open,
    openStatements: largest.map(({ lines, registrationNumber, sums, worker }) => ({
      workerId: worker.workerId,
      workerName: worker.workerName,
      registered: registrationNumber !== null,
      lineCount: lines.length,
      subtotalYen: sums.subtotalYen,
      taxYen: sums.totalYen - sums.subtotalYen,
      totalYen: sums.totalYen,
      withholdingYen: sums.withholdingYen,
      netYen: sums.netYen,
    })),
    closes: shown,
    isDurable: durable,
    hasOperatorAccount: operator.account !== null,
  }
}

/** The closes of a month with what became of their statements. */
async function closesOf(db: Db, month: CalendarDate): Promise<CloseRow[]> {
  const { rows } = await sql<CloseRow>`
    select c.id as close_id, c.run, c.pay_on, c.closed_at, c.worker_count, c.subtotal_yen, c.tax_yen,
           c.withholding_yen, c.net_yen, c.late_reason, ${personName('c.closedBy')} as closed_by, s.*
    from money.month_close c
    cross join lateral (
      select (count(*) filter (where not u.is_replaced))::int as statement_count,
             (count(d.statement_id) filter (where not u.is_replaced))::int as document_count,
             (count(*) filter (where a.answer in ('confirmed', 'deemed-confirmed') and not u.is_replaced))::int as confirmed_count,
             (count(*) filter (where a.answer = 'objected' and not u.is_replaced))::int as objected_count,
             coalesce(sum(s.net_yen) filter (where not u.is_replaced), 0)::bigint as owed_yen,
             coalesce(sum(t.amount_yen) filter (where t.state = 'paid'), 0)::bigint as paid_yen
      from money.statement s
      join money.statement_due u on u.programme_id = s.programme_id and u.id = s.id
      left join money.statement_document d on d.programme_id = s.programme_id and d.statement_id = s.id
      left join money.statement_answer a on a.programme_id = s.programme_id and a.statement_id = s.id
      left join money.statement_transfer t on t.programme_id = s.programme_id and t.statement_id = s.id and t.is_last
      where s.programme_id = c.programme_id and s.close_id = c.id
    ) s
    where c.month = ${month}::date order by c.run`.execute(db)
  return rows
}

interface CloseRow {
  closeId: string
  run: number
  payOn: CalendarDate
  closedAt: string
  closedBy: string
  lateReason: string
  workerCount: number
  subtotalYen: number
  taxYen: number
  withholdingYen: number
  netYen: number
  statementCount: number
  documentCount: number
  confirmedCount: number
  objectedCount: number
  paidYen: number
  owedYen: number
}

async function unpaidOfClose(db: Db, closeId: string) {
  const { rows } = await sql<{ workerId: string; workerName: string; netYen: number; reason: 'none' | 'returned'; payable: boolean }>`
    select worker_id, worker_name, net_yen, reason, payable from (${unpaidOf(closeId)}) u`.execute(db)
  return {
    unpaidCount: rows.length,
    /** Whether a batch could pay anybody now. */
    isPayable: rows.some((row) => row.payable),
    withoutAccount: rows
      .filter((row) => !row.payable)
      .slice(0, 200)
      .map(({ payable: _payable, ...row }) => row),
  }
}

interface BatchRow {
  batchId: string
  valueOn: string
  transferCount: number
  totalYen: number
  madeBy: string
  approvedBy: string[]
  approvalsNeeded: number
  rejected: boolean
  exported: boolean
  recorded: boolean
}

/** Batches with the facts of their state; of one close, or all that are not finished. */
export async function batchRows(
  db: Db,
  closeId: string | null,
): Promise<(BatchRow & { month: string | null; state: ReturnType<typeof batchStateOf> })[]> {
  const { rows } = await sql<BatchRow & { month: string | null }>`
    select b.id as batch_id, b.value_on, b.transfer_count, b.total_yen, b.made_by, b.approvals_needed, c.month,
           array(select approved_by from money.batch_approval a where a.programme_id = b.programme_id and a.batch_id = b.id) as approved_by,
           exists (select from money.batch_rejection r where r.programme_id = b.programme_id and r.batch_id = b.id) as rejected,
           exists (select from money.batch_export x where x.programme_id = b.programme_id and x.batch_id = b.id) as exported,
           exists (select from money.transfer t join money.transfer_result r on r.programme_id = t.programme_id and r.transfer_id = t.id
             where t.programme_id = b.programme_id and t.batch_id = b.id) as recorded
    from money.transfer_batch b left join money.month_close c on c.programme_id = b.programme_id and c.id = b.close_id
    where ${closeId}::uuid is null or b.close_id = ${closeId}::uuid
    order by b.made_at desc limit 2000`.execute(db)
  return rows.map((row) => ({ ...row, state: batchStateOf(row) }))
}

async function batchesOf(db: Db, closeId: string) {
  return (await batchRows(db, closeId)).map(({ batchId, valueOn, transferCount, totalYen, state }) => ({
    batchId,
    valueOn,
    transferCount,
    totalYen,
    state,
  }))
}

type StatementRow = z.output<typeof statementRow>

/** Of a statement `s` with its answer `a`: its worker objected, and nobody has corrected it or replied. */
const isWaiting = sql<boolean>`(coalesce(a.answer = 'objected', false)
  and not exists (select from money.statement n where n.programme_id = s.programme_id and n.corrects = s.id)
  and not exists (select from money.objection_reply r where r.programme_id = s.programme_id and r.statement_id = s.id))`

/**
 * `select` of statements as the contract names them. Behind `offset 0` what is due, named several
 * times, is worked out once, and the transfer is looked up for each of the few rows instead of joined to all there are.
 */
export const statementSelect = sql`
  select s.id, s.worker_id, w.display_name as worker_name, s.kind, c.month, s.pay_on, s.subtotal_yen, s.tax_yen,
         s.total_yen, s.withholding_yen, s.net_yen, coalesce(a.answer, 'open') as answer, d.document_id,
         coalesce(t.state, case when s.corrects is not null and u.due_yen = 0 and not u.is_replaced then 'paid' else 'none' end) as transfer_state, t.paid_on,
         u.due_yen, u.is_replaced, s.corrects is not null as is_correction,
         ${isWaiting} as is_waiting, s.close_id
  from money.statement s
  cross join lateral (
    select u.due_yen, u.is_replaced from money.statement_due u where u.programme_id = s.programme_id and u.id = s.id offset 0) u
  join money.month_close c on c.programme_id = s.programme_id and c.id = s.close_id
  join people.worker w on w.programme_id = s.programme_id and w.id = s.worker_id
  left join money.statement_answer a on a.programme_id = s.programme_id and a.statement_id = s.id
  left join money.statement_document d on d.programme_id = s.programme_id and d.statement_id = s.id
  left join lateral (
    select t.state, t.paid_on from money.statement_transfer t
    where t.programme_id = s.programme_id and t.statement_id = s.id and t.is_last offset 0) t on true`

const answered = {
  all: sql`true`,
  open: sql`a.answer is null`,
  confirmed: sql`a.answer in ('confirmed', 'deemed-confirmed')`,
  objected: sql`a.answer = 'objected'`,
  waiting: isWaiting,
}

/** Statements of a close or of all, latest pay date first. What became of their transfers is asked of the shown ones alone. */
export async function listStatements(db: Db, question: Paging & { closeId: string | null; search: string; answer: keyof typeof answered }) {
  const found = sql`
    from money.statement s
    join people.worker w on w.programme_id = s.programme_id and w.id = s.worker_id
    left join money.statement_answer a on a.programme_id = s.programme_id and a.statement_id = s.id
    where (${question.closeId}::uuid is null or s.close_id = ${question.closeId}::uuid)
      and (${question.search === ''} or w.display_name ilike ${containing(question.search)}) and ${answered[question.answer]}`
  const list = keyset(question, { 's.pay_on': 'date', 's.id': 'uuid' }, 'desc')
  const page = await readSqlPage<{ id: string }>(db, list, sql`s.id`, found)
  const { rows } = await sql<StatementRow>`
    ${statementSelect} where s.id = any(${page.rows.map((row) => row.id)}::uuid[]) order by ${list.order}`.execute(db)
  return { ...page, rows }
}
