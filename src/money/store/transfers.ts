import { type Insertable, type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { Yen } from '../../units/yen.ts'
import { portionsOf } from '../../platform/db/bulk.ts'
import type { BatchFacts } from '../rules/batch.ts'

/**
 * Statements that no live transfer pays, of those that `which` names, each with the account to pay to. A returned transfer is
 * followed by another only when the worker has recorded an account since.
 */
const unpaid = (which: RawBuilder<unknown>) => sql`
  select s.id as statement_id, s.worker_id, s.pay_on, s.root_id, s.corrects, s.withholding_base_yen, s.withholding_yen, u.due_yen as net_yen,
         u.last_transfer_id, u.attempt, w.number as worker_number, w.display_name as worker_name,
         a.id as account_id, a.bank_code, a.bank_name, a.branch_code, a.branch_name, a.account_type, a.account_number, a.holder_kana,
         a.id is not null and (u.last_state is distinct from 'returned' or a.recorded_at > u.returned_at) as payable,
         case when a.id is null then 'none' else 'returned' end as reason
  from money.unpaid_statement u
  join money.statement s on s.programme_id = u.programme_id and s.id = u.id
  join people.worker w on w.programme_id = s.programme_id and w.id = s.worker_id
  left join lateral (
    select * from people.bank_account b where b.programme_id = s.programme_id and b.worker_id = s.worker_id order by b.recorded_at desc, b.id desc limit 1
  ) a on true
  where ${which}`

export const unpaidOf = (closeId: string) => unpaid(sql`u.close_id = ${closeId}`)

/** What a batch gathers: one close, and what other closes owe to the same people for the days between these two. */
export interface Gathered {
  closeId: string
  othersFrom: CalendarDate
  othersTo: CalendarDate
  /** People who are left out. */
  without: readonly string[]
}

const gatheredRows = ({ closeId, othersFrom, othersTo, without }: Gathered) => sql`
  select u.*, bool_and(u.payable) over (partition by u.worker_id) as person_payable
  from (
    with own as materialized (${unpaidOf(closeId)})
    select * from own
    union all
    ${unpaid(sql`u.close_id <> ${closeId} and u.pay_on between ${othersFrom}::date and ${othersTo}::date
      and u.worker_id in (select o.worker_id from own o)`)}
  ) u where u.worker_id <> all(${without}::uuid[])`

const account = sql`bank_code, bank_name, branch_code, branch_name, account_type, account_number, holder_kana`

const accountOf = (alias: string) => {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  const columns = ['bankCode', 'bankName', 'branchCode', 'branchName', 'accountType', 'accountNumber', 'holderKana']
  return sql.join(columns.map(of))
}

/** The account to which the bank was last told to pay the person of `p`. */
const lastSent = sql`
  select t.* from money.transfer t
  join money.batch_export x on x.programme_id = t.programme_id and x.batch_id = t.batch_id
  where t.programme_id = platform.tenant() and t.worker_id = p.worker_id order by t.id desc limit 1`

export interface PaymentRow {
  workerId: string
  workerNumber: number
  bankCode: string
  branchCode: string
  accountType: 'ordinary' | 'current' | 'savings' | 'other'
  accountNumber: string
  holderKana: string
  /** 新規コード; settled when the transfer is made. */
  newCode: string
  netYen: number
}

export interface DuePayment extends PaymentRow {
  /** The earliest day on which one of its statements is to be paid, and the first receipt among their lines. */
  payOn: CalendarDate
  receivedOn: CalendarDate
}

/** What a batch would pay now, one payment a person. */
export async function paymentsOf(db: Db, gathered: Gathered): Promise<DuePayment[]> {
  const { rows } = await sql<DuePayment>`
    select u.worker_id, u.worker_number, ${account}, '0' as new_code, sum(u.net_yen)::bigint as net_yen, min(u.pay_on) as pay_on,
           min(l.received_on) as received_on
    from (${gatheredRows(gathered)}) u
    cross join lateral (
      select min(p.received_on) as received_on from money.line_of_statement l
      join money.payable p on p.programme_id = l.programme_id and p.submission_id = l.submission_id
      where l.programme_id = platform.tenant() and l.statement_id = u.statement_id
    ) l
    where u.person_payable group by u.worker_id, u.worker_number, ${account} order by u.worker_number, u.worker_id`.execute(db)
  return rows
}

/** People whom another live batch pays the same amount on the same day. */
export async function paidAlready(db: Db, valueOn: CalendarDate, payments: readonly PaymentRow[]): Promise<Set<string>> {
  const { rows } = await sql<{ workerId: string }>`
    select t.worker_id from money.transfer_batch b
    join money.transfer_state t on t.programme_id = b.programme_id and t.batch_id = b.id and t.state in ('waiting', 'paid')
    join unnest(${payments.map((row) => row.workerId)}::uuid[], ${payments.map((row) => row.netYen)}::bigint[]) p(worker_id, net_yen)
      on p.worker_id = t.worker_id and p.net_yen = t.amount_yen
    where b.value_on = ${valueOn}::date`.execute(db)
  return new Set(rows.map((row) => row.workerId))
}

export async function insertBatch(db: Db, row: Insertable<DB['money.transfer_batch']>): Promise<void> {
  await db.insertInto('money.transfer_batch').values(row).execute()
}

/** The transfers of a batch with their parts, for everything that it gathers now. */
export async function insertTransfers(db: Db, batchId: string, gathered: Gathered): Promise<{ count: number; totalYen: number }> {
  const { rows } = await sql<{ count: number; totalYen: number }>`
    with owed as materialized (select * from (${gatheredRows(gathered)}) u where u.person_payable),
    people as materialized (
      select worker_id, ${account}, money.new_id() as id, sum(net_yen) as net_yen, min(statement_id::text)::uuid as first_id,
             max(last_transfer_id::text)::uuid as retry_of
      from owed group by worker_id, ${account}
    ),
    made as (
      insert into money.transfer (programme_id, id, batch_id, statement_id, worker_id, amount_yen, ${account}, retry_of, new_code)
      select platform.tenant(), p.id, ${batchId}, p.first_id, p.worker_id, p.net_yen, ${accountOf('p')}, p.retry_of,
             case when l.bank_code is null then '1' when (${accountOf('p')}) = (${accountOf('l')}) then '0' else '2' end
      from people p left join lateral (${lastSent}) l on true
      returning amount_yen
    ),
    parts as (
      insert into money.transfer_part (programme_id, transfer_id, statement_id, attempt, amount_yen, withholding_base_yen, withholding_yen)
      select platform.tenant(), p.id, o.statement_id, coalesce(o.attempt, 0) + 1, o.net_yen,
             o.withholding_base_yen - b.base_yen, o.withholding_yen - b.withheld_yen
      from owed o join people p on p.worker_id = o.worker_id
      -- Tax is withheld once: what a payment of the chain has withheld stays withheld, also when the money came back.
      cross join lateral (
        select coalesce(sum(t.withholding_base_yen), 0) as base_yen, coalesce(sum(t.withholding_yen), 0) as withheld_yen
        from money.statement e
        join money.statement_transfer t on t.programme_id = e.programme_id and t.statement_id = e.id and t.paid_on is not null
        where (o.attempt is not null or o.corrects is not null) and e.programme_id = platform.tenant()
          and (e.id = o.root_id or (e.root_id = o.root_id and e.corrects is not null))
      ) b
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
    select (select approvals_needed from money.transfer_batch where id = ${batchId}) as approvals_needed,
           array(select approved_by from money.batch_approval where batch_id = ${batchId} order by approved_at) as approved_by,
           exists (select from money.batch_rejection where batch_id = ${batchId}) as rejected,
           exists (select from money.batch_export where batch_id = ${batchId}) as exported,
           exists (select from money.transfer_result r join money.transfer t on t.programme_id = r.programme_id and t.id = r.transfer_id
             where t.batch_id = ${batchId}) as recorded`.execute(db)
  const [facts] = rows
  return {
    madeBy,
    approvedBy: facts?.approvedBy ?? [],
    approvalsNeeded: facts?.approvalsNeeded ?? 1,
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
export async function insertDownload(db: Db, row: Insertable<DB['money.batch_download']>): Promise<void> {
  await db.insertInto('money.batch_download').values(row).execute()
}
/** How often the bank file has gone out. */
export async function countDownloads(db: Db, batchId: string): Promise<number> {
  const query = db.selectFrom('money.batch_download').select((e) => e.fn.countAll<number>().as('count'))
  return (await query.where('batchId', '=', batchId).executeTakeFirstOrThrow()).count
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
    select t.id, t.worker_id, w.number as worker_number, t.bank_code, t.branch_code, t.account_type, t.account_number, t.holder_kana, t.new_code,
           t.amount_yen as net_yen
    from money.transfer t join people.worker w on w.programme_id = t.programme_id and w.id = t.worker_id
    where t.batch_id = ${batchId} order by w.number, t.worker_id`.execute(db)
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
  /** Of its statements, and what of it was withheld by earlier transfers of them or of those that they correct. */
  withholdingYen: Yen
  withheldYen: Yen
}

/** The paid transfers of a batch in portions. */
export function paidTransfers(db: Db, batchId: string, size = 1_000): AsyncGenerator<PaidTransfer[]> {
  const query = sql<PaidTransfer>`
    select t.id, t.worker_id, w.municipality_id, t.amount_yen as net_yen, p.withholding_yen, p.withheld_yen
    from money.transfer t
    join money.transfer_result r on r.programme_id = t.programme_id and r.transfer_id = t.id and r.result = 'paid'
    join (
      select t.programme_id, p.transfer_id, sum(s.withholding_yen)::bigint as withholding_yen,
             sum(s.withholding_yen - p.withholding_yen)::bigint as withheld_yen
      from money.transfer t
      join money.transfer_part p on p.programme_id = t.programme_id and p.transfer_id = t.id
      join money.statement s on s.programme_id = p.programme_id and s.id = p.statement_id
      where t.batch_id = ${batchId} group by t.programme_id, p.transfer_id
    ) p on p.programme_id = t.programme_id and p.transfer_id = t.id
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
