import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'

export { holdersOf } from '../../programme/store/holders.ts'

/** Whose statement it is, by the name that is used inside the programme. */
export const statementNews = (db: Db, statementId: string) =>
  db
    .selectFrom('money.statement as s')
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 's.workerId'))
    .select(['w.displayName', 's.closeId'])
    .where('s.id', '=', statementId)
    .executeTakeFirst()

export const batchNews = (db: Db, batchId: string) =>
  db
    .selectFrom('money.transfer_batch as b')
    .select(['b.transferCount', 'b.totalYen', 'b.valueOn', 'b.madeBy'])
    .select(
      sql<boolean>`not exists (select from money.batch_approval a where a.programme_id = b.programme_id and a.batch_id = b.id)
        and not exists (select from money.batch_rejection r where r.programme_id = b.programme_id and r.batch_id = b.id)`.as('isWaiting'),
    )
    .where('b.id', '=', batchId)
    .executeTakeFirst()

export const transferNews = (db: Db, transferId: string) =>
  db
    .selectFrom('money.transfer as t')
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 't.workerId'))
    .select(['t.batchId', 't.amountYen', 'w.displayName', 'w.userId'])
    .where('t.id', '=', transferId)
    .executeTakeFirst()

export const invoiceNews = (db: Db, invoiceId: string) =>
  db
    .selectFrom('money.client_invoice')
    .select(['number', 'clientId', 'totalYen', 'issuedOn', 'dueOn'])
    .where('id', '=', invoiceId)
    .executeTakeFirst()

/** The next people that a batch has paid, in the order of the transfers' ids. */
export async function paidAfter(db: Db, batchId: string, after: string | null, limit: number) {
  const { rows } = await sql<{ id: string; statementId: string; userId: string | null; amountYen: number; resultOn: CalendarDate }>`
    select t.id, t.statement_id, w.user_id, t.amount_yen, r.result_on
    from money.transfer t
    join money.transfer_result r on r.programme_id = t.programme_id and r.transfer_id = t.id and r.result = 'paid'
    join people.worker w on w.programme_id = t.programme_id and w.id = t.worker_id
    where t.batch_id = ${batchId} and (${after}::uuid is null or t.id > ${after}::uuid)
    order by t.id limit ${limit}`.execute(db)
  return rows
}

/** The municipalities that take part now. */
export const memberIds = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('programme.municipality').select('id').where('isMember', '=', true).where('leftOn', 'is', null).execute()).map(
    ({ id }) => id,
  )
