import { sql } from 'kysely'
import type { Db } from '../db/db.ts'

/** Files whose bytes no longer give the digest that was compared when they arrived. The bytes stay in the database. */
export async function verifyFiles(db: Db): Promise<{ rowCount: number; broken: { id: string; name: string }[] }> {
  const files = await db
    .selectFrom('platform.file')
    .select(['id', 'name'])
    .where('completedAt', 'is not', null)
    .where('sha256', 'is not', null)
    .execute()
  const broken: { id: string; name: string }[] = []
  for (const { id, name } of files) {
    const { rows } = await sql<{ isWhole: boolean }>`
      select f.sha256 = sha256(coalesce((select string_agg(bytes, '' order by start_byte) from platform.file_chunk where file_id = f.id), '')) as is_whole
      from platform.file f where f.id = ${id}`.execute(db)
    if (!rows[0]?.isWhole) broken.push({ id, name })
  }
  return { rowCount: files.length, broken }
}
