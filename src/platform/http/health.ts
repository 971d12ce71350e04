import { statfs } from 'node:fs/promises'
import type { Database } from '../db/db.ts'

/** Below this a database can no longer be sure to write: a segment of PostgreSQL's log is 16 MiB. */
export const leastFreeBytes = 64 * 1_048_576
const rememberedMilliseconds = 60_000

interface Health {
  ok: boolean
  storage: 'ok' | 'full'
}

/**
 * Whether the database answers and can go on writing. `folder` is where the embedded one lives; of another one only its
 * refusals are known, each for a minute.
 */
export function healthOf(database: Database, folder: string | null, now: () => number = Date.now) {
  let refusedAt: number | null = null
  return {
    /** A write was refused for want of space. */
    noteFull: (): void => void (refusedAt = now()),
    async ask(): Promise<Health> {
      await database.pool.query('select 1')
      const refused = refusedAt !== null && now() - refusedAt < rememberedMilliseconds
      const isFull = refused || (folder !== null && (await freeBytes(folder)) < leastFreeBytes)
      return { ok: !isFull, storage: isFull ? 'full' : 'ok' }
    },
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
