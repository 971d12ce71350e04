import type { Db } from '../../platform/db/db.ts'

/** How many papers of a person the law keeps, and until when. */
export async function papersKept(db: Db, workerId: string): Promise<{ until: string | null; count: number }> {
  return db
    .selectFrom('platform.document')
    .select((e) => [e.fn.max('retainUntil').as('until'), e.fn.countAll<number>().as('count')])
    .where('counterpartyId', '=', workerId)
    .executeTakeFirstOrThrow()
}
