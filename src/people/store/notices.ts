import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'

export { holdersOf } from '../../programme/store/holders.ts'

/** What is told about a worker, and the account of the person. */
export const workerNews = (db: Db, workerId: string) =>
  db
    .selectFrom('people.worker as w')
    .innerJoin('programme.municipality as m', (join) => sameTenant(join, 'm.id', 'w.municipalityId'))
    .select(['w.name', 'w.userId', 'w.municipalityId', 'm.name as municipality'])
    .where('w.id', '=', workerId)
    .executeTakeFirst()

/** What somebody is called, or nothing for nobody. */
export const nameOf = async (db: Db, userId: string | null): Promise<string> =>
  (
    await db
      .selectFrom('platform.user')
      .select('name')
      .where('id', '=', userId ?? '')
      .executeTakeFirst()
  )?.name ?? ''
