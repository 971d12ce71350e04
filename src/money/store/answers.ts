import { sql } from 'kysely'
import type { ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { addDays, startOfDayInJapan } from '../../units/calendar-date.ts'
import { lastSilentDay } from '../rules/confirmation.ts'

/** A statement of one worker with the answer to it, locked, or null. */
export async function lockStatement(db: Db, statementId: string) {
  const statement = await db
    .selectFrom('money.statement')
    .select(['id', 'workerId'])
    .where('id', '=', statementId)
    .forUpdate()
    .executeTakeFirst()
  if (!statement) return null
  const answer = await db.selectFrom('money.statement_answer').select('answer').where('statementId', '=', statementId).executeTakeFirst()
  return { ...statement, answer: answer?.answer ?? null }
}

export async function insertAnswer(
  db: Db,
  row: { programmeId: string; statementId: string; answer: 'confirmed' | 'objected'; note: string; answeredAt: string },
): Promise<void> {
  await db.insertInto('money.statement_answer').values(row).execute()
}

/** Statements without an answer count as confirmed after the days that they print; gives how many. */
export async function confirmSilent({ db, now, today }: ActionContext): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with made as (
      insert into money.statement_answer (programme_id, statement_id, answer, answered_at)
      select s.programme_id, s.id, 'deemed-confirmed', ${now.toISOString()}::timestamptz
      from money.statement s
      where s.issued_at < ${startOfDayInJapan(addDays(lastSilentDay(today), 1)).toISOString()}::timestamptz
        and not exists (select from money.statement_answer a where a.programme_id = s.programme_id and a.statement_id = s.id)
      on conflict do nothing returning 1
    ) select count(*)::int as count from made`.execute(db)
  return rows[0]?.count ?? 0
}
