import { statfs } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../db/db.ts'
import type { QueueState } from '../queue/run-queue.ts'
import type { BackupState } from './backup-state.ts'
import type { ServerParts } from './request.ts'

/** Below this a database can no longer be sure to write: a segment of PostgreSQL's log is 16 MiB. */
export const leastFreeBytes = 64 * 1_048_576
const rememberedMilliseconds = 60_000
/** A job that could begin and does not in this time waits for somebody to look. */
const longestWaitSeconds = 300

interface Health {
  ok: boolean
  storage: 'ok' | 'full'
}

/** What stands on the way of people's work: for everybody in words, and `details` in numbers for whoever may know them. */
interface Readiness {
  ok: boolean
  database: 'ok' | 'away'
  storage: 'ok' | 'full'
  jobs: 'ok' | 'late' | 'unknown'
  /** Absent where another PostgreSQL has its own backups. */
  backup?: BackupState['state']
  details?: { freeBytes: number | null; jobs: QueueState | null; backupAgeHours: number | null }
}

/**
 * Whether the database answers and can go on writing. `folder` is where the embedded one lives; of another one only its
 * refusals are known, each for a minute.
 */
export function healthOf(database: Database, folder: string | null, now: () => number = Date.now) {
  let refusedAt: number | null = null
  const isFull = async () => {
    const refused = refusedAt !== null && now() - refusedAt < rememberedMilliseconds
    return refused || (folder !== null && (await freeBytes(folder)) < leastFreeBytes)
  }
  return {
    /** A write was refused for want of space. */
    noteFull: (): void => void (refusedAt = now()),
    async ask(): Promise<Health> {
      await database.pool.query('select 1')
      const full = await isFull()
      return { ok: !full, storage: full ? 'full' : 'ok' }
    },
    /** Never throws: what cannot be asked is said to be so. */
    async askAll({ queueState, backupState }: Pick<ServerParts, 'queueState' | 'backupState'>, tells: boolean): Promise<Readiness> {
      const answers = await database.pool.query('select 1').then(
        () => true,
        () => false,
      )
      const full = await isFull().catch(() => false)
      const queue = (await queueState?.().catch(() => null)) ?? null
      const backup = (await backupState?.()) ?? null
      const jobs = queue === null ? 'unknown' : queue.oldestWaitingSeconds > longestWaitSeconds ? 'late' : 'ok'
      return {
        // A backup that failed is no reason to send people elsewhere.
        ok: answers && !full && (jobs === 'ok' || queueState === undefined),
        database: answers ? 'ok' : 'away',
        storage: full ? 'full' : 'ok',
        jobs,
        ...(backup ? { backup: backup.state } : {}),
        ...(tells
          ? {
              details: {
                freeBytes: folder === null ? null : await freeBytes(folder).catch(() => null),
                jobs: queue,
                backupAgeHours: backup?.ageHours ?? null,
              },
            }
          : {}),
      }
    },
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * `/health` tells whether the server can work at all, `/ready` whether everything behind it moves; 503 when not. The numbers are told to
 * whoever has proved a second factor, at `/api/ready`, where a session counts.
 */
export function healthRoutes(server: FastifyInstance, parts: ServerParts, health: ReturnType<typeof healthOf>): void {
  for (const path of ['/health', '/api/health'])
    server.get(path, async (_, reply) => {
      const found = await health.ask()
      return reply
        .status(found.ok ? 200 : 503)
        .header('cache-control', 'no-store')
        .send(found)
    })
  for (const path of ['/ready', '/api/ready'])
    server.get(path, async (request, reply) => {
      const found = await health.askAll(parts, (request.signedIn?.secondFactor ?? null) !== null)
      return reply
        .status(found.ok ? 200 : 503)
        .header('cache-control', 'no-store')
        .send(found)
    })
}
