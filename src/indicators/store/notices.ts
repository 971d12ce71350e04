import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'

export { holdersOf } from '../../programme/store/holders.ts'

export const sheetNews = (db: Db, sheetId: string) =>
  db
    .selectFrom('indicators.sheet as s')
    .innerJoin('programme.municipality as m', (join) => sameTenant(join, 'm.id', 's.municipalityId'))
    .select(['s.municipalityId', 's.fiscalYear', 'm.name'])
    .where('s.id', '=', sheetId)
    .executeTakeFirst()

/** The municipalities that take part now. */
export async function memberIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('programme.municipality').select('id').where('isMember', '=', true).where('leftOn', 'is', null).execute()
  return rows.map((row) => row.id)
}
