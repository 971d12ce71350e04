import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'

export { restOf } from '../../programme/store/access-changes.ts'

/** Payees of the batch whose account this person recorded after the last batch that paid them was made. */
export async function accountsRecordedBy(db: Db, batchId: string, person: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct t.worker_id)::int as count
    from money.transfer t
    join people.bank_account a on a.programme_id = t.programme_id and a.worker_id = t.worker_id and a.recorded_by = ${person}
    where t.batch_id = ${batchId} and a.recorded_at > coalesce((
      select max(b.made_at) from money.transfer e
      join money.transfer_result r on r.programme_id = e.programme_id and r.transfer_id = e.id and r.result = 'paid'
      join money.transfer_batch b on b.programme_id = e.programme_id and b.id = e.batch_id
      where e.programme_id = t.programme_id and e.worker_id = t.worker_id), '-infinity')`.execute(db)
  return rows[0]?.count ?? 0
}
