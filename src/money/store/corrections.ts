import { type Insertable, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'

export interface LineToCorrect {
  submissionId: string
  description: string
  receivedOn: CalendarDate
  amountYen: number
  taxRatePercent: number
  withholding: 'subject' | 'not-subject'
  orderId: string
  municipalityId: string
}

/** One statement with what is known of its chain, locked, or null. */
export async function lockForCorrection(db: Db, statementId: string) {
  const statement = await db.selectFrom('money.statement').selectAll().where('id', '=', statementId).forUpdate().executeTakeFirst()
  if (!statement) return null
  const { rows } = await sql<{
    isReplaced: boolean
    hasDocument: boolean
    state: string | null
    answer: string | null
    hasReply: boolean
    workerKind: 'individual' | 'corporation'
    municipalityId: string
    paidYen: number
    firstPayOn: CalendarDate
  }>`
    select d.is_replaced, exists (select from money.statement_document p where p.programme_id = s.programme_id and p.statement_id = s.id) as has_document,
           (select t.state from money.statement_transfer t where t.programme_id = s.programme_id and t.statement_id = s.id and t.is_last) as state,
           (select a.answer from money.statement_answer a where a.programme_id = s.programme_id and a.statement_id = s.id) as answer,
           exists (select from money.objection_reply r where r.programme_id = s.programme_id and r.statement_id = s.id) as has_reply,
           w.kind as worker_kind, w.municipality_id,
           coalesce((select sum(t.amount_yen) from money.statement c join money.statement_transfer t on t.programme_id = c.programme_id
             and t.statement_id = c.id and t.state = 'paid'
             where c.programme_id = s.programme_id and c.root_id = s.root_id), 0)::bigint as paid_yen,
           (select f.pay_on from money.statement f where f.programme_id = s.programme_id and f.id = s.root_id) as first_pay_on
    from money.statement s
    join money.statement_due d on d.programme_id = s.programme_id and d.id = s.id
    join people.worker w on w.programme_id = s.programme_id and w.id = s.worker_id
    where s.id = ${statementId}`.execute(db)
  return rows[0] ? { ...statement, ...rows[0] } : null
}

export async function linesToCorrect(db: Db, statementId: string): Promise<LineToCorrect[]> {
  const { rows } = await sql<LineToCorrect>`
    select l.submission_id, p.description, p.received_on, l.amount_yen, p.tax_rate_percent, l.withholding, p.order_id, p.municipality_id
    from money.line_of_statement l join money.payable p on p.programme_id = l.programme_id and p.submission_id = l.submission_id
    where l.statement_id = ${statementId} order by p.received_on, p.submission_id`.execute(db)
  return rows
}

/** A corrected statement with all its lines. */
export async function insertCorrection(
  db: Db,
  statement: Insertable<DB['money.statement']>,
  lines: readonly Insertable<DB['money.corrected_line']>[],
): Promise<void> {
  await db.insertInto('money.statement').values(statement).execute()
  await db
    .insertInto('money.corrected_line')
    .values([...lines])
    .execute()
}

export async function insertReply(db: Db, row: Insertable<DB['money.objection_reply']>): Promise<void> {
  await db.insertInto('money.objection_reply').values(row).execute()
}
