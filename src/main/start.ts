import { join } from 'node:path'
import type pg from 'pg'
import { setGrantSource } from '../platform/grants.ts'
import { createAuth } from '../platform/auth/auth.ts'
import { deviceOf, newDevice } from '../platform/auth/device.ts'
import { sessionReader, tokenOf } from '../platform/auth/session.ts'
import { openDatabase, type Database } from '../platform/db/db.ts'
import { applicationLogin } from '../platform/db/login.ts'
import { migrate, type MigrationNews } from '../platform/db/migrate.ts'
import { findRunningPostgres, ownerOf, startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts'
import { createServer } from '../platform/http/server.ts'
import { startJobs } from '../platform/jobs.ts'
import type { Queue } from '../platform/queue/run-queue.ts'
import { isSecretOf } from '../platform/proof/secret-check.ts'
import { readGrants } from '../programme/store/memberships.ts'
import { setOpening } from '../programme/store/opening.ts'
import { loadAreas } from './areas.ts'
import { makeFolder } from './data-folder.ts'
import { demoAccounts } from './demo/accounts.ts'
import { loadDemoOnce } from './demo/load.ts'
import { headTimer } from './heads.ts'
import { unlockMail } from './letters.ts'
import { backupState, backupTimer } from './scheduled-backup.ts'
import { sessionAnswer, signUpRule, tellOfChange } from './session.ts'
import { sentences } from './sentences.ts'
import type { Settings } from './settings.ts'
import { portRefusal, refuseFullDisk, refuseTakenPort, StartRefusal } from './start-refusal.ts'
import { buildWeb } from './web-build.ts'

interface Running {
  url: string
  /** Whom one may sign in as, when the demo is loaded. */
  demo: { role: string; email: string; password: string }[]
  stop(): Promise<void>
}

export interface Storage {
  config: pg.ClientConfig
  /** The same past any pooler, for what is told by the database (the queue) or keeps a connection for long (migrations). */
  direct: pg.ClientConfig
  /** For backups of the embedded database, and nothing else. Of another database nothing more is known. */
  superuser: pg.ClientConfig
  stop(): Promise<void>
}

/** Where the data is: a PostgreSQL of one's own, or the embedded one, started here; `beside` uses one that already runs. */
export async function openStorage(settings: Settings, options: { beside?: boolean } = {}): Promise<Storage> {
  if (settings.databaseUrl !== null) {
    const config = { connectionString: settings.databaseUrl }
    return {
      config,
      superuser: config,
      direct: { connectionString: settings.directDatabaseUrl ?? settings.databaseUrl },
      stop: async () => {},
    }
  }
  const dataDir = join(settings.dataDir, 'postgres')
  makeFolder(dataDir)
  refuseFullDisk(dataDir)
  const running = options.beside ? await findRunningPostgres(dataDir) : null
  const { config, stop } = running ? { config: running, stop: async () => {} } : await startEmbeddedPostgres({ dataDir })
  const owner = ownerOf(config)
  return { config: owner, direct: owner, superuser: config, stop }
}

/** With another secret no second factor could be read, and nobody would know why. */
export async function refuseOtherSecret(database: Database, { secret, secretPlace }: Settings): Promise<void> {
  if (!(await database.transaction({ programmeId: null, userId: null }, (db) => isSecretOf(db, secret))))
    throw new StartRefusal({ code: 'secret-other', place: secretPlace })
}

/** What takes longer at a start. */
export type Progress = 'database' | 'migrate' | 'demo' | 'web' | MigrationNews

/** Starts the database, the queue and the server. `onProgress` is told what takes longer. */
export async function start(settings: Settings, onProgress: (step: Progress) => void): Promise<Running> {
  if (settings.port > 0) await refuseTakenPort(settings.host, settings.port)
  onProgress('database')
  const storage = await openStorage(settings)
  return serve(settings, storage, onProgress).catch(async (error: unknown) => {
    await storage.stop()
    throw error
  })
}

async function serve(settings: Settings, storage: Storage, onProgress: (step: Progress) => void): Promise<Running> {
  onProgress('migrate')
  await migrate(storage.direct, { onNews: onProgress })
  setGrantSource(readGrants)
  setOpening(settings.opening)
  const areas = await loadAreas()
  const database = await openDatabase(storage.config)
  await refuseOtherSecret(database, settings)
  const authSettings = {
    baseUrl: settings.baseUrl,
    secret: settings.secret,
    database: (await applicationLogin(storage.config)).config,
    maySignUp: signUpRule(settings.signUp, database),
    onTakeable: tellOfChange(database),
    mailUnlock: unlockMail(settings.mail, settings.baseUrl),
    otherOrigins: [`http://127.0.0.1:${settings.port}`, `http://localhost:${settings.port}`],
  }
  const auth = createAuth(authSettings)
  const sessions = sessionReader(database, settings.secret)
  const [webFolder] = await Promise.all([
    buildWeb(() => onProgress('web')),
    settings.loadsDemo ? loadDemoOnce(database, authSettings, settings.insistsOnDemo, () => onProgress('demo')) : null,
  ])
  const queue = Promise.withResolvers<Queue>()
  const server = await createServer({
    database,
    auth,
    readSession: sessions.read,
    deviceCookie: (cookie) =>
      deviceOf(cookie, settings.secret) === null ? newDevice(settings.secret, settings.baseUrl.startsWith('https:')).cookie : null,
    askerOf: (cookie) => tokenOf(cookie, settings.secret) ?? deviceOf(cookie, settings.secret),
    actions: areas.actions,
    reads: areas.reads,
    webFolder,
    queueState: () => queue.promise.then(({ state }) => state()),
    ...(settings.databaseUrl === null ? { backupState: () => backupState(settings, new Date()) } : {}),
    dataFolder: settings.databaseUrl === null ? settings.dataDir : null,
    session: (signedIn, address) => sessionAnswer(database, signedIn, settings.signUp, address, settings.mail !== null),
    version: settings.version,
    requestsPerMinute: settings.requestsPerMinute,
    trustProxy: settings.trustProxy,
    baseUrl: settings.baseUrl,
    says: sentences.operator,
    isSecure: settings.baseUrl.startsWith('https:'),
  })
  const timers = [...areas.timers, headTimer(settings), ...backupTimer(storage.superuser, settings)]
  const runner = startJobs(storage.direct, database, { ...areas, timers })
  queue.resolve(runner)
  const demo = await database.transaction({ programmeId: null, userId: null }, demoAccounts, { readOnly: true })
  const url = await server.listen({ host: settings.host, port: settings.port }).catch((error: unknown) => {
    throw portRefusal(error, settings.host, settings.port)
  })
  return {
    url,
    demo,
    async stop() {
      await server.close()
      await runner.stop()
      await auth.close()
      await database.close()
      await storage.stop()
    },
  }
}
