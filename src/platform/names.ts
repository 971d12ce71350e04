import { type RawBuilder, sql } from 'kysely'
import type { Db } from './db/db.ts'
import { isUuid } from './facts.ts'
import { finds } from './search.ts'

/** What a record is called by those who read of it: `package` 「商品画像の確認」. */
interface Named {
  id: string
  kind: string
  name: string
  /** Empty where it has but one. */
  nameEn: string
}

/** Of an area: `select id, kind, name, name_en, found …`, where `found` is the text that it is found by. */
export type NamedRecords = RawBuilder<unknown>

const areas: NamedRecords[] = []
/** Areas to the right set theirs when the server starts; one that is set again replaces itself. */
export function registerNames(records: NamedRecords): void {
  if (!areas.includes(records)) areas.push(records)
}

const mostFound = 2_000
const everything = () => sql`(${sql.join(areas, sql` union all `)}) n`

/** The names of records, people's accounts among them; what is unknown or erased has none. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Named[]> {
  const [uuids, others] = [ids.filter(isUuid), ids.filter((id) => !isUuid(id))]
  const accounts =
    others.length === 0 ? [] : await db.selectFrom('platform.user').select(['id', 'name']).where('id', 'in', others).execute()
  const people = accounts.map(({ id, name }) => ({ id, kind: 'account', name, nameEn: '' }))
  if (areas.length === 0 || uuids.length === 0) return people
  const { rows } = await sql<Named>`select n.id, n.kind, n.name, n.name_en from ${everything()} where n.id = any(${uuids}::uuid[])`.execute(
    db,
  )
  return [...people, ...rows]
}

/** The ids of what is called so, and of people's accounts. */
export async function idsNamed(db: Db, text: string): Promise<string[]> {
  const accounts = await db
    .selectFrom('platform.user')
    .select('id')
    .where(finds(sql<string>`name`, text))
    .limit(mostFound)
    .execute()
  if (areas.length === 0) return accounts.map(({ id }) => id)
  const { rows } = await sql<{
    id: string
  }>`select n.id from ${everything()} where ${finds(sql<string>`n.found`, text)} limit ${mostFound}`.execute(db)
  return [...accounts, ...rows].map(({ id }) => id)
}
