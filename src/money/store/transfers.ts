import { type Insertable, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { Yen } from '../../units/yen.ts'
import { portionsOf } from '../../platform/db/bulk.ts'
import type { BatchFacts } from '../rules/batch.ts'

/**
 * Statements of a close that no live transfer pays, each with the account to pay to. A returned transfer is followed by
 * another only when the worker has recorded an account since.
 */
export const unpaidOf = (closeId: string) => sql`
  select s.id as statement_id, s.worker_id, d.due_yen as net_yen, t.id as last_transfer_id, w.number as worker_number, w.display_name as worker_name,
         a.id as account_id, a.bank_code, a.bank_name, a.branch_code, a.branch_name, a.account_type, a.account_number, a.holder_kana,
         a.id is not null and (t.state is distinct from 'returned' or a.recorded_at > t.returned_at) as payable,
         case when a.id is null then 'none' else 'returned' end as reason
  from money.statement s
  join money.statement_due d on d.programme_id = s.programme_id and d.id = s.id
  join people.worker w on w.programme_id = s.programme_id and w.id = s.worker_id
  left join money.transfer_state t on t.programme_id = s.programme_id and t.statement_id = s.id and t.is_last
  left join lateral (
    select * from people.bank_account b where b.programme_id = s.programme_id and b.worker_id = s.worker_id order by b.recorded_at desc, b.id desc limit 1
  ) a on true
  where s.close_id = ${closeId} and d.due_yen > 0 and (t.id is null or t.state in ('refused', 'returned'))`

export interface PaymentRow {
  statementId: string
  workerNumber: number
  bankCode: string
  branchCode: string
  accountType: 'ordinary' | 'current' | 'savings' | 'other'
  accountNumber: string
  holderKana: string
  netYen: number
}

/** What a batch of this close would pay now. */
export async function paymentsOf(db: Db, closeId: string): Promise<PaymentRow[]> {
  const { rows } =
    await sql<PaymentRow>`select * from (${unpaidOf(closeId)}) u where u.payable order by u.worker_number, u.statement_id`.execute(db)
  return rows
}

export async function insertBatch(db: Db, row: Insertable<DB['money.transfer_batch']>): Promise<void> {
  await db.insertInto('money.transfer_batch').values(row).execute()
}

/** The transfers of a batch, for everything that its close owes now. */
export async function insertTransfers(db: Db, batchId: string, closeId: string): Promise<{ count: number; totalYen: number }> {
  const { rows } = await sql<{ count: number; totalYen: number }>`
    with made as (
      insert into money.transfer (programme_id, id, batch_id, statement_id, worker_id, amount_yen, bank_code, bank_name, branch_code,
        branch_name, account_type, account_number, holder_kana, retry_of)
      select platform.tenant(), money.new_id(), ${batchId}, statement_id, worker_id, net_yen, bank_code, bank_name, branch_code, branch_name,
             account_type, account_number, holder_kana, last_transfer_id
      from (${unpaidOf(closeId)}) u where u.payable
      returning amount_yen
    )
    select count(*)::int as count, coalesce(sum(amount_yen), 0)::bigint as total_yen from made`.execute(db)
  return rows[0] ?? { count: 0, totalYen: 0 }
}

/** A batch with what became of it, locked, or null. */
export async function lockBatch(db: Db, batchId: string) {
  const row = await db.selectFrom('money.transfer_batch').selectAll().where('id', '=', batchId).forUpdate().executeTakeFirst()
  return row ? { ...row, facts: await factsOf(db, batchId, row.madeBy) } : null
}

async function factsOf(db: Db, batchId: string, madeBy: string): Promise<BatchFacts> {
  const { rows } = await sql<Omit<BatchFacts, 'madeBy'>>`
    select array(select approved_by from money.batch_approval where batch_id = ${batchId} order by approved_at) as approved_by,
           exists (select from money.batch_rejection where batch_id = ${batchId}) as rejected,
           exists (select from money.batch_export where batch_id = ${batchId}) as exported,
           exists (select from money.transfer_result r join money.transfer t on t.programme_id = r.programme_id and t.id = r.transfer_id
             where t.batch_id = ${batchId}) as recorded`.execute(db)
  const [facts] = rows
  return {
    madeBy,
    approvedBy: facts?.approvedBy ?? [],
    rejected: facts?.rejected ?? false,
    exported: facts?.exported ?? false,
    recorded: facts?.recorded ?? false,
  }
}

/** Whether the close has a batch that is neither refused nor recorded: one at a time. */
export async function hasOpenBatch(db: Db, closeId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select b.id from money.transfer_batch b where b.close_id = ${closeId}
      and not exists (select from money.batch_rejection r where r.programme_id = b.programme_id and r.batch_id = b.id)
      and exists (select from money.transfer_state t where t.programme_id = b.programme_id and t.batch_id = b.id and t.state = 'waiting') limit 1`.execute(
    db,
  )
  return rows.length > 0
}

export const lockClose = (db: Db, closeId: string) =>
  db
    .selectFrom('money.month_close')
    .selectAll()
    .where('id', '=', closeId)
    .forUpdate()
    .executeTakeFirst()
    .then((row) => row ?? null)

export async function insertApproval(db: Db, row: Insertable<DB['money.batch_approval']>): Promise<void> {
  await db.insertInto('money.batch_approval').values(row).execute()
}
export async function insertRejection(db: Db, row: Insertable<DB['money.batch_rejection']>): Promise<void> {
  await db.insertInto('money.batch_rejection').values(row).execute()
}
export async function insertExport(db: Db, row: Insertable<DB['money.batch_export']>): Promise<void> {
  await db.insertInto('money.batch_export').values(row).execute()
}

/** The transfers of a batch as the bank file lists them. */
export async function transfersOf(db: Db, batchId: string): Promise<(PaymentRow & { id: string })[]> {
  const { rows } = await sql<PaymentRow & { id: string }>`
    select t.id, t.statement_id, w.number as worker_number, t.bank_code, t.branch_code, t.account_type, t.account_number, t.holder_kana, t.amount_yen as net_yen
    from money.transfer t join people.worker w on w.programme_id = t.programme_id and w.id = t.worker_id
    where t.batch_id = ${batchId} order by w.number, t.statement_id`.execute(db)
  return rows
}

/** How many of these transfers belong to the batch. */
export async function countOwn(db: Db, batchId: string, transferIds: readonly string[]): Promise<number> {
  if (transferIds.length === 0) return 0
  const row = await db
    .selectFrom('money.transfer')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('batchId', '=', batchId)
    .where('id', 'in', transferIds)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Marks transfers as returned by the bank, each with its note. */
export async function insertReturns(
  db: Db,
  programmeId: string,
  recordedBy: string,
  recordedAt: Date,
  returnedOn: string,
  returned: readonly { transferId: string; note: string }[],
): Promise<void> {
  if (returned.length === 0) return
  const rows = returned.map(({ transferId, note }) => ({
    programmeId,
    transferId,
    result: 'returned' as const,
    resultOn: returnedOn,
    note,
    recordedBy,
    recordedAt: recordedAt.toISOString(),
  }))
  await db.insertInto('money.transfer_result').values(rows).execute()
}

/** Marks all transfers of a batch that have no result as paid; gives how many. */
export async function insertPaid(db: Db, batchId: string, recordedBy: string, recordedAt: Date, paidOn: CalendarDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with made as (
      insert into money.transfer_result (programme_id, transfer_id, result, result_on, recorded_by, recorded_at)
      select platform.tenant(), t.id, 'paid', ${paidOn}::date, ${recordedBy}, ${recordedAt.toISOString()}::timestamptz
      from money.transfer t
      where t.batch_id = ${batchId} and not exists (select from money.transfer_result r where r.programme_id = t.programme_id and r.transfer_id = t.id)
      returning 1
    ) select count(*)::int as count from made`.execute(db)
  return rows[0]?.count ?? 0
}

interface PaidTransfer {
  id: string
  workerId: string
  municipalityId: string
  netYen: Yen
  /** Of the statement, and what earlier transfers of it or of those that it corrects have withheld. */
  withholdingYen: Yen
  withheldYen: Yen
}

/** The paid transfers of a batch in portions. */
export function paidTransfers(db: Db, batchId: string, size = 1_000): AsyncGenerator<PaidTransfer[]> {
  const query = sql<PaidTransfer>`
    select t.id, t.worker_id, w.municipality_id, t.amount_yen as net_yen, s.withholding_yen,
           case when t.retry_of is null and s.corrects is null then 0 else coalesce((
             select sum(p.credit_yen - p.debit_yen)
             from money.statement c
             join money.transfer earlier on earlier.programme_id = c.programme_id and earlier.statement_id = c.id
             join money.entry e on e.programme_id = earlier.programme_id and e.kind = 'transfer' and e.source_id = earlier.id
             join money.posting p on p.programme_id = e.programme_id and p.entry_id = e.id and p.account = 'withholding-payable'
             where c.programme_id = s.programme_id and (c.id = s.root_id or (c.root_id = s.root_id and c.corrects is not null))), 0) end::bigint as withheld_yen
    from money.transfer t
    join money.transfer_result r on r.programme_id = t.programme_id and r.transfer_id = t.id and r.result = 'paid'
    join money.statement s on s.programme_id = t.programme_id and s.id = t.statement_id
    join people.worker w on w.programme_id = t.programme_id and w.id = t.worker_id
    where t.batch_id = ${batchId} order by t.id`
  return portionsOf(db, query, size)
}

/** One transfer with its results, locked, or null. */
export async function lockTransfer(db: Db, transferId: string) {
  await db.selectFrom('money.transfer').select('id').where('id', '=', transferId).forUpdate().executeTakeFirst()
  const { rows } = await sql<{
    id: string
    workerId: string
    municipalityId: string
    amountYen: number
    state: 'waiting' | 'paid' | 'returned' | 'refused'
    paidOn: CalendarDate | null
  }>`
    select t.id, t.worker_id, w.municipality_id, t.amount_yen, t.state, t.paid_on
    from money.transfer_state t join people.worker w on w.programme_id = t.programme_id and w.id = t.worker_id where t.id = ${transferId}`.execute(
    db,
  )
  return rows[0] ?? null
}
