import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readSqlPage, containing, sameTenant } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { batchStateOf } from '../rules/batch.ts'
import { restOf } from './approvers.ts'

interface Line {
  id: string
  valueOn: string
  transferId: string
  statementId: string
  statementCount: number
  workerName: string
  bankName: string
  branchName: string
  accountNumber: string
  holderKana: string
  amountYen: number
  state: 'waiting' | 'paid' | 'returned' | 'refused'
  isRetry: boolean
  account: 'first' | 'changed' | 'same'
  accountBy: string
  accountAt: string | null
  holderReason: string
  returnedNote: string | null
}

/** The name of the person whose id stands in a column. */
export const personName = (column: string) => sql`coalesce((select u.name from platform."user" u where u.id = ${sql.ref(column)}), '')`

/** Payments of a batch `b` that repeat an account and an amount, in it or in another one of the same day: its maker was asked. */
const repeatedCount = sql`(
  select count(*)::int from money.transfer t
  where t.programme_id = b.programme_id and t.batch_id = b.id and exists (
    select from money.transfer o
    join money.transfer_batch x on x.programme_id = o.programme_id and x.id = o.batch_id and x.value_on = b.value_on
    where o.programme_id = t.programme_id and o.id < t.id and o.amount_yen = t.amount_yen
      and (o.worker_id = t.worker_id or (o.batch_id = t.batch_id
        and (o.bank_code, o.branch_code, o.account_type, o.account_number) = (t.bank_code, t.branch_code, t.account_type, t.account_number)))
      and not exists (select from money.batch_rejection r where r.programme_id = o.programme_id and r.batch_id = o.batch_id)))`

/** One bank transfer with its people, its state and a page of its payments, or null. */
export async function readBatch(
  db: Db,
  reader: string | null,
  question: Paging & { batchId: string; search: string },
  now: Date = new Date(),
) {
  const { batchId } = question
  const head = await sql<{
    closeId: string | null
    month: string | null
    valueOn: string
    transferCount: number
    totalYen: number
    madeBy: string
    madeByName: string
    madeAt: string
    lateReason: string
    repeatedCount: number
    approvalsNeeded: number
    newAccountCount: number
    paid: number
    returned: number
  }>`
    select b.close_id, c.month, b.value_on, b.transfer_count, b.total_yen, b.made_by, ${personName('b.madeBy')} as made_by_name, b.made_at,
           b.late_reason, ${repeatedCount} as repeated_count, b.approvals_needed,
           (select count(*)::int from money.transfer t where t.batch_id = b.id and t.new_code <> '0') as new_account_count,
           (select (count(*) filter (where t.state = 'paid'))::int from money.transfer_state t where t.batch_id = b.id) as paid,
           (select (count(*) filter (where t.state = 'returned'))::int from money.transfer_state t where t.batch_id = b.id) as returned
    from money.transfer_batch b left join money.month_close c on c.programme_id = b.programme_id and c.id = b.close_id where b.id = ${batchId}`.execute(
    db,
  )
  const [batch] = head.rows
  if (!batch) return null
  const approvals = await sql<{
    approvedBy: string
    by: string
    at: string
  }>`select a.approved_by, ${personName('a.approvedBy')} as by, a.approved_at as at from money.batch_approval a where a.batch_id = ${batchId}
    order by a.approved_at`.execute(db)
  const rejection = await sql<{
    by: string
    at: string
    reason: string
  }>`select ${personName('r.rejectedBy')} as by, r.rejected_at as at, r.reason from money.batch_rejection r where r.batch_id = ${batchId}`.execute(
    db,
  )
  const exported = await sql<{
    by: string
    at: string
    sha256: string
  }>`select ${personName('x.exportedBy')} as by, x.exported_at as at, encode(x.sha256, 'hex') as sha256 from money.batch_export x
    where x.batch_id = ${batchId}`.execute(db)
  const downloads = await sql<{ by: string; at: string; reason: string }>`
    select ${personName('d.downloadedBy')} as by, d.downloaded_at as at, d.reason from money.batch_download d
    where d.batch_id = ${batchId} order by d.downloaded_at limit 100`.execute(db)
  const lines = await transferPage(db, question)
  return {
    ...lines,
    batchId,
    closeId: batch.closeId,
    month: batch.month,
    valueOn: batch.valueOn,
    transferCount: batch.transferCount,
    totalYen: batch.totalYen,
    state: batchStateOf({
      madeBy: batch.madeBy,
      approvedBy: approvals.rows.map((row) => row.approvedBy),
      approvalsNeeded: batch.approvalsNeeded,
      rejected: rejection.rows.length > 0,
      exported: exported.rows.length > 0,
      recorded: batch.paid + batch.returned > 0,
    }),
    madeBy: batch.madeByName,
    madeAt: batch.madeAt,
    lateReason: batch.lateReason,
    repeatedCount: batch.repeatedCount,
    isOwn: batch.madeBy === reader,
    approvalsNeeded: batch.approvalsNeeded,
    newAccountCount: batch.newAccountCount,
    restsUntil: (reader === null ? null : await restOf(db, reader, now))?.toISOString() ?? null,
    approvals: approvals.rows.map(({ by, at }) => ({ by, at })),
    rejection: rejection.rows[0] ?? null,
    downloads: downloads.rows,
    export: exported.rows[0] ?? null,
    paidCount: batch.paid,
    returnedCount: batch.returned,
  }
}

function transferPage(db: Db, question: Paging & { batchId: string; search: string }) {
  const found = sql`
    from money.transfer t
    join money.transfer_state x on x.programme_id = t.programme_id and x.id = t.id
    join money.transfer_batch b on b.programme_id = t.programme_id and b.id = t.batch_id
    join people.worker w on w.programme_id = t.programme_id and w.id = t.worker_id
    left join lateral (
      select a.recorded_by, a.recorded_at, a.holder_reason from people.bank_account a
      where a.programme_id = t.programme_id and a.worker_id = t.worker_id and a.recorded_at <= b.made_at
        and (a.bank_code, a.branch_code, a.account_number, a.holder_kana) = (t.bank_code, t.branch_code, t.account_number, t.holder_kana)
      order by a.recorded_at desc limit 1
    ) a on true
    where t.batch_id = ${question.batchId} and (${question.search === ''} or w.display_name ilike ${containing(question.search)}
      or t.holder_kana ilike ${containing(question.search)})`
  const columns = sql`
    t.id, b.value_on, t.id as transfer_id, t.statement_id, (select count(*)::int from money.transfer_part p where p.programme_id = t.programme_id
      and p.transfer_id = t.id) as statement_count, w.display_name as worker_name, t.bank_name, t.branch_name,
    '****' || right(t.account_number, 3) as account_number, t.holder_kana, t.amount_yen, x.state, t.retry_of is not null as is_retry, x.returned_note,
    case t.new_code when '1' then 'first' when '2' then 'changed' else 'same' end as account, ${personName('a.recordedBy')} as account_by,
    a.recorded_at as account_at, coalesce(a.holder_reason, '') as holder_reason`
  return readSqlPage<Line>(db, keyset(question, { "(t.new_code = '0')::int": 'bigint', 't.id': 'uuid' }, 'asc'), columns, found)
}

/** The bytes of a bank file as they were written, or null before that. */
export async function batchFile(db: Db, batchId: string) {
  const row = await db
    .selectFrom('money.batch_export as x')
    .innerJoin('money.transfer_batch as b', (join) => sameTenant(join, 'b.id', 'x.batchId'))
    .select(['x.bytes', 'x.sha256', 'b.valueOn'])
    .where('x.batchId', '=', batchId)
    .executeTakeFirst()
  return row
    ? {
        name: `zengin-${row.valueOn}.txt`,
        mediaType: 'application/octet-stream',
        base64: row.bytes.toString('base64'),
        sha256: row.sha256.toString('hex'),
      }
    : null
}
