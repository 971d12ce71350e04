import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'

export { holdersOf } from '../../programme/store/holders.ts'

/** Whose statement it is, by the name that is used inside the programme. */
export const statementNews = (db: Db, statementId: string) =>
  db
    .selectFrom('money.statement as s')
    .innerJoin('people.worker as w', (join) => join.onRef('w.programme_id', '=', 's.programme_id').onRef('w.id', '=', 's.worker_id'))
    .select(['w.display_name', 's.close_id'])
    .where('s.id', '=', statementId)
    .executeTakeFirst()

export const batchNews = (db: Db, batchId: string) =>
  db
    .selectFrom('money.transfer_batch as b')
    .select(['b.transfer_count', 'b.total_yen', 'b.value_on', 'b.made_by'])
    .select(
      sql<boolean>`not exists (select from money.batch_approval a where a.programme_id = b.programme_id and a.batch_id = b.id)
        and not exists (select from money.batch_rejection r where r.programme_id = b.programme_id and r.batch_id = b.id)`.as('is_waiting'),
    )
    .where('b.id', '=', batchId)
    .executeTakeFirst()

export const transferNews = (db: Db, transferId: string) =>
  db
    .selectFrom('money.transfer as t')
    .innerJoin('people.worker as w', (join) => join.onRef('w.programme_id', '=', 't.programme_id').onRef('w.id', '=', 't.worker_id'))
    .select(['t.batch_id', 't.amount_yen', 'w.display_name', 'w.user_id'])
    .where('t.id', '=', transferId)
    .executeTakeFirst()

export const invoiceNews = (db: Db, invoiceId: string) =>
  db
    .selectFrom('money.client_invoice')
    .select(['number', 'client_id', 'total_yen', 'issued_on', 'due_on'])
    .where('id', '=', invoiceId)
    .executeTakeFirst()

/** The next people that a batch has paid, in the order of the transfers' ids. */
export async function paidAfter(db: Db, batchId: string, after: string | null, limit: number) {
  const { rows } = await sql<{ id: string; statement_id: string; user_id: string | null; amount_yen: number; result_on: CalendarDate }>`
    select t.id, t.statement_id, w.user_id, t.amount_yen, r.result_on
    from money.transfer t
    join money.transfer_result r on r.programme_id = t.programme_id and r.transfer_id = t.id and r.result = 'paid'
    join people.worker w on w.programme_id = t.programme_id and w.id = t.worker_id
    where t.batch_id = ${batchId} and (${after}::uuid is null or t.id > ${after}::uuid)
    order by t.id limit ${limit}`.execute(db)
  return rows
}
