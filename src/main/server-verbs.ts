import { flushCompileCache } from 'node:module'
import { constants } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isatty } from 'node:tty'
import { inspect } from 'node:util'
import { openDatabase, type Database } from '../platform/db/db.ts'
import { migrate, type SchemaReport } from '../platform/db/migrate.ts'
import { log } from '../platform/log.ts'
import { MigrationRefusal } from '../platform/db/migration/refusal.ts'
import { act } from './act-verb.ts'
import { backUp, BackupError, keepSecret, restore } from './backup.ts'
import { arrangeEntrance, inviteToOpen } from './opening-verbs.ts'
import { takeDemoAway } from './remove-demo-verb.ts'
import { resetSecret } from './reset-secret-verb.ts'
import { noteBackup } from './scheduled-backup.ts'
import { failureOf, newsOf, refusalOf, sentences } from './sentences.ts'
import { readSettings, type Settings } from './settings.ts'
import { openStorage, type Progress, refuseOtherSecret, start, type Storage } from './start.ts'
import type { ServerVerb } from './verb-names.ts'
import { verify } from './verify.ts'

/** Carries out a verb. Answers the exit code: 0, or 1 when something is wrong, or 2 for wrong words. */
export async function runServerVerb(verb: ServerVerb, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  let dataDir = ''
  try {
    const settings = readSettings(env)
    dataDir = settings.dataDir
    switch (verb) {
      case 'start':
        return await serve(settings)
      case 'migrate':
        return await withDatabase(settings, async () => 0)
      case 'verify':
        return await withDatabase(settings, (database, schema) => verify(database, schema, settings))
      case 'act':
        return await withDatabase(settings, (database) =>
          act(database, args, () => new Response(process.stdin as unknown as ReadableStream).text()),
        )
      case 'entrance':
        return await withDatabase(settings, (database) => arrangeEntrance(database, args))
      case 'invite':
        return await withDatabase(settings, (database) => inviteToOpen(database, settings, args))
      case 'remove-demo':
        return await withDatabase(settings, (database, _, storage) => takeDemoAway(database, storage, settings, args))
      case 'reset-secret':
        return await withDatabase(settings, (database) => resetSecret(database, settings, args), { withOtherSecret: true })
      case 'backup':
        return await makeBackup(settings, args)
      case 'restore':
        return await restoreBackup(settings, args, env)
    }
  } catch (error) {
    if (error instanceof BackupError) {
      say(sentences.backup[error.code](error.path))
      return 2
    }
    if (error instanceof MigrationRefusal) {
      say(refusalOf(error))
      if (env['KADO_DEBUG']) say(inspect(error))
      return 1
    }
    say(failureOf(error, dataDir))
    if (env['KADO_DEBUG']) say(inspect(error))
    return 1
  }
}

const say = (line: string) => process.stderr.write(`${line}\n`)

const tell = (step: Progress) => say(typeof step === 'string' ? sentences.progress[step] : newsOf(step))

/** Milliseconds in which a start that is asked to end may still be done, and then ends gently. */
const startGrace = 1000

async function serve(settings: Settings): Promise<number> {
  // Listened for from the first moment: whoever sees the first answer may already ask it to end.
  const ending = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
  })
  const starting = start(settings, tell)
  const running = await Promise.race([starting, ending.then((signal) => Promise.race([starting, wait(startGrace, signal)]))])
  // Ended while it starts, the database ends with the process.
  if (typeof running === 'string') return 128 + constants.signals[running]
  if (isatty(1)) process.stdout.write(`${sentences.ready(settings.baseUrl, running.demo)}\n`)
  else log('info', 'ready', { url: settings.baseUrl, message: sentences.ready(settings.baseUrl, []).trim().split('\n')[0] })
  // A server is seldom ended gently enough to write at its end what the next start can use.
  flushCompileCache()
  await ending
  await running.stop()
  return 0
}

type Work = (database: Database, schema: SchemaReport, storage: Storage) => Promise<number>

async function withDatabase(settings: Settings, work: Work, { withOtherSecret = false } = {}): Promise<number> {
  const storage = await openStorage(settings, { beside: true })
  try {
    const schema = await migrate(storage.direct, { onNews: tell })
    const database = await openDatabase(storage.config)
    try {
      if (!withOtherSecret) await refuseOtherSecret(database, settings)
      return await work(database, schema, storage)
    } finally {
      await database.close()
    }
  } finally {
    await storage.stop()
  }
}

/** `kado backup DIR`: packs the embedded database, running or not, into an empty folder; the secret lies beside it, to be taken elsewhere. */
async function makeBackup(settings: Settings, [folder]: string[]): Promise<number> {
  if (folder === undefined) throw new BackupError('not-a-backup', '')
  if (settings.databaseUrl !== null) throw new BackupError('own-database', '')
  const storage = await openStorage(settings, { beside: true })
  try {
    const { files: _, ...about } = await backUp(storage.superuser, settings.dataDir, resolve(folder))
    await noteBackup(settings.dataDir, { takenAt: about.takenAt })
    const secret = await keepSecret(settings.dataDir, resolve(folder))
    process.stdout.write(`${JSON.stringify({ ...about, secret: secret ?? settings.secretPlace })}\n`)
    return 0
  } finally {
    await storage.stop()
  }
}

/** `kado restore DIR`: puts a backup into an empty data folder, replays its log and checks every hash chain. */
async function restoreBackup(settings: Settings, [folder]: string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (folder === undefined) throw new BackupError('not-a-backup', '')
  if (settings.databaseUrl !== null) throw new BackupError('own-database', '')
  const { files: _, ...about } = await restore(resolve(folder), settings.dataDir)
  process.stdout.write(`${JSON.stringify(about)}\n`)
  // Read anew: the secret came with the backup.
  const restored = readSettings(env)
  return withDatabase(restored, (database, schema) => verify(database, schema, restored))
}
