import { sql } from 'kysely'
import type { Db } from './db.ts'

/** How long it waits for people who write at this moment, in milliseconds. */
const patienceMs = 30_000

/**
 * Removes all rows of a tenant, in a transaction of the tables' owner who has set this tenant: nobody else may switch off what refuses a
 * change and what seals it. Row-level security and the condition both see to it that no other tenant loses a row. Whoever writes waits
 * until the transaction ends. Answers how many rows were removed.
 * @throws 42501 for anybody but the owner
 */
export async function removeTenant(db: Db, programmeId: string): Promise<{ rows: number; tables: number }> {
  const tables = await tenantTables(db)
  const each = async (statement: (table: string) => string) => {
    for (const table of tables) await sql.raw(statement(table)).execute(db)
  }
  await sql`select set_config('lock_timeout', ${`${patienceMs}ms`}, true)`.execute(db)
  await sql.raw(`lock table ${tables.toSorted().join(', ')} in share row exclusive mode`).execute(db)
  await each((table) => `alter table ${table} disable trigger user`)
  let rows = 0
  let touched = 0
  for (const table of tables) {
    const { numAffectedRows = 0n } = await sql`delete from ${sql.raw(table)} where programme_id = ${programmeId}`.execute(db)
    rows += Number(numAffectedRows)
    if (numAffectedRows > 0n) touched += 1
  }
  await sql`set constraints all immediate`.execute(db)
  await each((table) => `alter table ${table} enable trigger user`)
  await sql`delete from graphile_worker._private_jobs where payload ->> 'programmeId' = ${programmeId}`.execute(db)
  await sql`delete from platform.known_tenant where id = ${programmeId}`.execute(db)
  await sql`delete from platform.tenant_list where id = ${programmeId}`.execute(db)
  return { rows, tables: touched }
}

/** The names of all tables that hold rows of tenants, each before those that it refers to. */
async function tenantTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string; parents: string[] }>`
    select c.oid::regclass::text as name,
           array(select f.confrelid::regclass::text from pg_constraint f
                 where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'programme_id'
    where c.relkind = 'r' order by 1`.execute(db)
  const left = new Map(rows.map(({ name, parents }) => [name, parents]))
  const order: string[] = []
  while (left.size > 0) {
    const referred = new Set([...left.values()].flat())
    const next = [...left.keys()].filter((name) => !referred.has(name))
    if (next.length === 0) throw new Error(`Tables refer to one another: ${[...left.keys()].join(', ')}`)
    order.push(...next)
    for (const name of next) left.delete(name)
  }
  return order
}
