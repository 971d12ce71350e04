import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'

/**
 * Runs statements over all rows of a close without nested loops. The planner cannot know how many rows a common table
 * expression will have, guesses one, and would then compare 100,000 lines with 100,000 statements one by one.
 */
export async function inSets<Result>(db: Db, work: () => Promise<Result>): Promise<Result> {
  await sql`set local enable_nestloop = off`.execute(db)
  const result = await work()
  await sql`set local enable_nestloop = on`.execute(db)
  return result
}
