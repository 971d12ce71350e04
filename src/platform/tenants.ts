import type { Database } from './db/db.ts'

/** Ids of all programmes, for timers and checks that visit each in a transaction of its own. */
export async function listTenants(database: Database): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>('select id from platform.tenant_list order by id')
  return rows.map((row) => row.id)
}
