import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { Database } from '../platform/db/db.ts'
import type { BackupState } from '../platform/http/backup-state.ts'
import type { Timer } from '../platform/jobs.ts'
import { causeFields, log } from '../platform/log.ts'
import { tellOfBackup } from '../programme/store/backup-news.ts'
import { listTenants } from '../platform/tenants.ts'
import { backUp } from './backup.ts'
import { sentences } from './sentences.ts'
import type { Settings } from './settings.ts'

/** What the data folder remembers of its backups; instants. */
interface Remembered {
  takenAt: string | null
  failedAt: string | null
}

const memory = (dataDir: string): string => join(dataDir, 'last-backup.json')

async function remembered(dataDir: string): Promise<Remembered> {
  const text = await readFile(memory(dataDir), 'utf8').catch(() => null)
  try {
    return { takenAt: null, failedAt: null, ...(JSON.parse(text ?? '{}') as Partial<Remembered>) }
  } catch {
    return { takenAt: null, failedAt: null }
  }
}

/** Notes that a backup was made, or was not, for whoever asks how the server is. */
export async function noteBackup(dataDir: string, what: Partial<Remembered>): Promise<void> {
  const file = memory(dataDir)
  await writeFile(`${file}.new`, JSON.stringify({ ...(await remembered(dataDir)), ...what }), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

const lateAfterMs = 26 * 3_600_000

/** How it stands with backups: a schedule that made none for a day and two hours is late. */
export async function backupState({ dataDir, backups }: Pick<Settings, 'dataDir' | 'backups'>, now: Date): Promise<BackupState> {
  const { takenAt, failedAt } = await remembered(dataDir)
  const ageHours = takenAt === null ? null : Math.floor((now.getTime() - Date.parse(takenAt)) / 3_600_000)
  const hasFailed = failedAt !== null && (takenAt === null || failedAt > takenAt)
  const isLate = backups !== null && takenAt !== null && now.getTime() - Date.parse(takenAt) > lateAfterMs
  return { state: hasFailed ? 'failed' : takenAt === null ? 'none' : isLate ? 'late' : 'ok', ageHours }
}

/** `kado-20261201T180000Z`, so that names stand in the order of time. */
const nameAt = (now: Date): string => `kado-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
const named = /^kado-\d{8}T\d{6}Z(\.part)?$/

/**
 * Makes a backup in the folder of the schedule and takes the oldest away, so that so many remain. Nothing is taken away before the new one
 * is whole.
 */
async function backUpBySchedule(
  config: pg.ClientConfig,
  dataDir: string,
  { folder, kept }: NonNullable<Settings['backups']>,
  now: Date,
): Promise<string> {
  const place = join(folder, nameAt(now))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await backUp(config, dataDir, `${place}.part`)
  await rename(`${place}.part`, place)
  const all = (await readdir(folder)).filter((name) => named.test(name)).sort()
  const whole = all.filter((name) => !name.endsWith('.part'))
  const gone = [...all.filter((name) => name.endsWith('.part')), ...whole.slice(0, -kept)]
  for (const name of gone) await rm(join(folder, name), { recursive: true, force: true })
  return place
}

/** The schedule of whoever keeps the server. A failure is told to the log and to the administrators, and stands in the answer of `/ready`. */
export function backupTimer(config: pg.ClientConfig, { dataDir, backups }: Pick<Settings, 'dataDir' | 'backups'>): Timer[] {
  if (backups === null) return []
  // Japan has no summer time; timers are in UTC.
  const cron = `${backups.minute} ${(backups.hour + 15) % 24} * * *`
  return [
    {
      name: 'back-up',
      cron,
      catchUpHours: 24,
      async run(database) {
        const now = new Date()
        try {
          const place = await backUpBySchedule(config, dataDir, backups, now)
          await noteBackup(dataDir, { takenAt: new Date().toISOString() })
          log('info', 'backup', { message: sentences.backedUp(place) })
        } catch (error) {
          // The log speaks last: whoever it wakes finds the same in `/ready` and in the notices.
          await noteBackup(dataDir, { failedAt: new Date().toISOString() }).catch(() => {})
          await tellAdministrators(database, now).finally(() => {
            log('error', 'backup-failed', { message: sentences.notBackedUp(backups.folder), ...causeFields(error) })
          })
        }
      },
    },
  ]
}

async function tellAdministrators(database: Database, now: Date): Promise<void> {
  for (const programmeId of await listTenants(database))
    await database.transaction({ programmeId, userId: null }, (db) => tellOfBackup({ db, programmeId, now }))
}
