import { type RawBuilder, sql } from 'kysely'
import type { Db } from './db.ts'
import { snakeKeys } from './names.ts'
import type { DB } from './schema.generated.ts'

/**
 * Inserts many rows in one statement for each ten thousand. Columns are those of the first row; bytes are written as
 * PostgreSQL's hex text. Everything that guards a single insert (row-level security, checks, triggers) guards these.
 */
export async function insertMany(db: Db, table: keyof DB, rows: readonly Record<string, unknown>[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  for (let start = 0; start < rows.length; start += 10_000) {
    const part = JSON.stringify(rows.slice(start, start + 10_000).map(snakeKeys))
    await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${part}::json)`.execute(
      db,
    )
  }
}

let readings = 0

/**
 * The rows of a query in portions, in its order and as they were when the reading began, whatever is written meanwhile.
 * Memory holds one portion. The reading ends with the transaction when nobody reads on.
 */
export async function* portionsOf<Row>(db: Db, query: RawBuilder<Row>, size: number): AsyncGenerator<Row[]> {
  const cursor = sql.id(`reading_${(readings += 1)}`)
  await sql`declare ${cursor} no scroll cursor for ${query}`.execute(db)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(size)} from ${cursor}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < size) break
  }
  await sql`close ${cursor}`.execute(db)
}

/** Tells the planner about rows that this transaction has just inserted in bulk; without it later joins guess wrong by orders of magnitude. */
export const refreshStatistics = async (db: Db): Promise<void> => void (await sql`select platform.refresh_statistics()`.execute(db))
