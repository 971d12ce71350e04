import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { batchStateOf } from '../rules/batch.ts'
import { pageFrom, pattern, placeOf } from './page.ts'

interface Line {
  id: string
  valueOn: string
  transferId: string
  statementId: string
  workerName: string
  bankName: string
  branchName: string
  accountNumber: string
  holderKana: string
  amountYen: number
  state: 'waiting' | 'paid' | 'returned' | 'refused'
  isRetry: boolean
  returnedNote: string | null
}

const nameOf = (column: string) => sql`coalesce((select u.name from platform."user" u where u.id = ${sql.ref(column)}), '')`

/** One bank transfer with its people, its state and a page of its payments, or null. */
export async function readBatch(
  db: Db,
  reader: string | null,
  question: { batchId: string; cursor: string | null; limit: number; search: string },
) {
  const { batchId } = question
  const head = await sql<{
    close_id: string | null
    month: string | null
    value_on: string
    transfer_count: number
    total_yen: number
    made_by: string
    made_by_name: string
    made_at: string
    paid: number
    returned: number
  }>`
    select b.close_id, c.month, b.value_on, b.transfer_count, b.total_yen, b.made_by, ${nameOf('b.made_by')} as made_by_name, b.made_at,
           (select (count(*) filter (where t.state = 'paid'))::int from money.transfer_state t where t.batch_id = b.id) as paid,
           (select (count(*) filter (where t.state = 'returned'))::int from money.transfer_state t where t.batch_id = b.id) as returned
    from money.transfer_batch b left join money.month_close c on c.programme_id = b.programme_id and c.id = b.close_id where b.id = ${batchId}`.execute(
    db,
  )
  const [batch] = head.rows
  if (!batch) return null
  const approvals = await sql<{
    approved_by: string
    by: string
    at: string
  }>`select a.approved_by, ${nameOf('a.approved_by')} as by, a.approved_at as at from money.batch_approval a where a.batch_id = ${batchId} order by a.approved_at`.execute(
    db,
  )
  const rejection = await sql<{
    by: string
    at: string
    reason: string
  }>`select ${nameOf('r.rejected_by')} as by, r.rejected_at as at, r.reason from money.batch_rejection r where r.batch_id = ${batchId}`.execute(
    db,
  )
  const exported = await sql<{
    by: string
    at: string
    sha256: string
  }>`select ${nameOf('x.exported_by')} as by, x.exported_at as at, encode(x.sha256, 'hex') as sha256 from money.batch_export x where x.batch_id = ${batchId}`.execute(
    db,
  )
  const lines = await transferPage(db, question)
  return {
    ...lines,
    batchId,
    closeId: batch.close_id,
    month: batch.month,
    valueOn: batch.value_on,
    transferCount: batch.transfer_count,
    totalYen: batch.total_yen,
    state: batchStateOf({
      madeBy: batch.made_by,
      approvedBy: approvals.rows.map((row) => row.approved_by),
      rejected: rejection.rows.length > 0,
      exported: exported.rows.length > 0,
      recorded: batch.paid + batch.returned > 0,
    }),
    madeBy: batch.made_by_name,
    madeAt: batch.made_at,
    isOwn: batch.made_by === reader,
    approvals: approvals.rows.map(({ by, at }) => ({ by, at })),
    rejection: rejection.rows[0] ?? null,
    export: exported.rows[0] ?? null,
    paidCount: batch.paid,
    returnedCount: batch.returned,
  }
}

async function transferPage(db: Db, question: { batchId: string; cursor: string | null; limit: number; search: string }) {
  const place = placeOf(question.cursor)
  const found = sql`
    from money.transfer t
    join money.transfer_state x on x.programme_id = t.programme_id and x.id = t.id
    join money.transfer_batch b on b.programme_id = t.programme_id and b.id = t.batch_id
    join people.worker w on w.programme_id = t.programme_id and w.id = t.worker_id
    where t.batch_id = ${question.batchId} and (${question.search === ''} or w.display_name ilike ${pattern(question.search)} or t.holder_kana ilike ${pattern(question.search)})`
  const { rows } = await sql<Line>`
    select t.id, b.value_on as "valueOn", t.id as "transferId", t.statement_id as "statementId", w.display_name as "workerName", t.bank_name as "bankName", t.branch_name as "branchName",
           '****' || right(t.account_number, 3) as "accountNumber", t.holder_kana as "holderKana", t.amount_yen as "amountYen", x.state, t.retry_of is not null as "isRetry", x.returned_note as "returnedNote"
    ${found} and (${place === null} or t.id > ${place?.id ?? null}::uuid) order by t.id limit ${question.limit + 1}`.execute(db)
  const count = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(db)
  return { ...pageFrom(rows, question.limit, (row) => row.valueOn), total: count.rows[0]?.total ?? 0 }
}

/** The bytes of a bank file as they were written, or null before that. */
export async function batchFile(db: Db, batchId: string) {
  const row = await db
    .selectFrom('money.batch_export as x')
    .innerJoin('money.transfer_batch as b', (join) => join.onRef('b.programme_id', '=', 'x.programme_id').onRef('b.id', '=', 'x.batch_id'))
    .select(['x.bytes', 'x.sha256', 'b.value_on'])
    .where('x.batch_id', '=', batchId)
    .executeTakeFirst()
  return row
    ? {
        name: `zengin-${row.value_on}.txt`,
        mediaType: 'application/octet-stream',
        base64: row.bytes.toString('base64'),
        sha256: row.sha256.toString('hex'),
      }
    : null
}
