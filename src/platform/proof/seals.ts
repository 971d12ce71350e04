import { sql } from 'kysely'
import type { Db } from '../db/db.ts'

/** A row that is not as it was sealed when it was written. */
interface BrokenSeal {
  /** `money.posting` */
  relation: string
  /** The columns of its key after the programme, with a space between them. */
  key: string
  reason: 'changed' | 'missing' | 'added'
}

/** Broken rows of one table that are listed; more say nothing new. */
const most = 1_000

/**
 * Compares every row of the tenant's sealed tables with the seal that the database made when it was written (db/migrations, `seal_table`).
 * Whoever switches the triggers off to change a row leaves the seal behind.
 */
export async function verifySeals(db: Db): Promise<{ rowCount: number; broken: BrokenSeal[] }> {
  const broken: BrokenSeal[] = []
  let rowCount = 0
  for (const relation of await sealedRelations(db)) {
    const [schema = '', table = ''] = relation.split('.')
    const { rows } = await sql<Omit<BrokenSeal, 'relation'> & { count: number }>`
      with line as (
        select s.id, l as text, l like '% removed' as gone
        from platform.seal s cross join lateral string_to_table(s.sealed_rows, chr(10)) l where s.relation = ${relation}
      ),
      sealed as (
        select distinct on (key) key, digest
        from (select id, left(text, case when gone then -8 else -33 end) as key, case when not gone then right(text, 32) end as digest from line) each
        order by key, id desc
      ),
      compared as (
        select coalesce(s.key, r.key) as key, s.digest is not distinct from r.digest as is_same,
               case when r.key is null then 'missing' when s.digest is null then 'added' else 'changed' end as reason
        from sealed s full join ${sql.id(schema, `sealed_${table}`)}() r on r.key = s.key
      )
      (select '' as key, '' as reason, count(*)::int as count from compared)
      union all
      (select key, reason, 0 from compared where not is_same order by key limit ${most})`.execute(db)
    rowCount += rows[0]?.count ?? 0
    broken.push(...rows.slice(1).map(({ key, reason }) => ({ relation, key, reason })))
  }
  return { rowCount, broken }
}

/** The tables that are sealed; the comparison of the schema finds one that was taken out. */
export async function sealedRelations(db: Db): Promise<string[]> {
  const { rows } = await sql<{ relation: string }>`
    select n.nspname || '.' || c.relname as relation
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where t.tgname = 'seal_insert' and not t.tgisinternal order by 1`.execute(db)
  return rows.map(({ relation }) => relation)
}
