import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { causeFields, log } from '../log.ts'
import { environmentOf, findBinaries } from './binaries.ts'
import { clientOf, type Cluster, createFiles, hasEnded, retireOrphan, start } from './cluster.ts'
import { makeEphemeralFolder } from './ephemeral-folder.ts'
import { chooseIdentity } from './identity.ts'
import { EmbeddedPostgresRefusal } from './refusal.ts'
import { prepareDatabase } from './roles.ts'
import { stateOf, takeRunLock } from './run-lock.ts'

export { EmbeddedPostgresRefusal } from './refusal.ts'
export { ownerOf } from './roles.ts'

/** `ephemeral` is for tests: its own temporary folder, removed by `stop()`, and commits that do not wait for the disk. */
type EmbeddedPostgresOptions = { dataDir: string } | { ephemeral: true }

export interface EmbeddedPostgres {
  /**
   * How to connect to the database `kado` as the cluster's superuser, over a Unix socket that only this user may open: for backups. What
   * runs for longer takes `ownerOf` it, and people are served by `applicationLogin` of that.
   */
  config: pg.ClientConfig
  /** Process id of the server that runs now, or null while it is being restarted. */
  pid(): number | null
  /** Stops the server after what is running has been rolled back or committed. */
  stop(): Promise<void>
}

const database = 'kado'

// For two cores beside the application. Statements and their values stay out of the log, because they hold personal data.
const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  // Containers often give /dev/shm 64 MB, and what lies there outlives a `kill -9`.
  dynamic_shared_memory_type: 'mmap',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_checkpoints: 'off',
  idle_in_transaction_session_timeout: '5min',
}
const ephemeralSettings = {
  max_connections: '300',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  checkpoint_timeout: '1h',
  io_method: 'sync',
}

/**
 * Starts the packaged PostgreSQL on a data folder, creating it the first time, and keeps it running: a server that
 * dies is started again. No network port is opened. Throws `EmbeddedPostgresRefusal`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const ephemeral = 'ephemeral' in options
  const dataDir = ephemeral ? await makeEphemeralFolder() : prepareFolder(options.dataDir)
  const runDir = runDirOf(dataDir)
  const lock = await takeRunLock(join(runDir, 'lock'), dataDir)
  try {
    const files = join(dataDir, 'cluster')
    await retireOrphan(files, runDir)
    const binaries = findBinaries()
    const env = environmentOf(binaries, join(runDir, 'lib'))
    const identity = chooseIdentity(binaries, { dataDir, runDir }, env)
    const cluster: Cluster = {
      binaries,
      env,
      identity,
      runDir,
      files,
      settings: { ...settings, ...(ephemeral ? ephemeralSettings : {}), unix_socket_directories: quoteDirectory(runDir) },
    }
    createFiles(cluster, { durable: !ephemeral })
    const supervisor = supervise(cluster, await start(cluster))
    await prepareDatabase(cluster, database)
    return {
      config: clientOf(cluster, database),
      pid: supervisor.pid,
      async stop() {
        lock.stopping()
        await supervisor.stop()
        await lock.release()
        if (ephemeral) for (const dir of [dataDir, runDir]) rmSync(dir, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** How to connect to the database that another process runs on this data folder, or null when none does. */
export async function findRunningPostgres(dataDir: string): Promise<pg.ClientConfig | null> {
  if (!existsSync(dataDir)) return null
  const runDir = runDirOf(realpathSync(dataDir))
  if ((await stateOf(join(runDir, 'lock'))) !== 'running') return null
  return { host: runDir, port: 5432, user: 'kado_owner', database }
}

function prepareFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const self = process.getuid?.()
    if (self !== 0 && lstatSync(realpathSync(dataDir)).uid !== self) throw new Error('The folder belongs to another user.')
    chmodSync(dataDir, 0o700)
    return realpathSync(dataDir)
  } catch (error) {
    throw new EmbeddedPostgresRefusal('not-permitted', `${dataDir}\n${error instanceof Error ? error.message : ''}`)
  }
}

// sun_path holds 108 bytes with its end; PostgreSQL appends `/.s.PGSQL.5432`.
const longestRunDir = 107 - '/.s.PGSQL.5432'.length

/**
 * The folder of the sockets and library names: in the data folder, or in a short one named by its hash when the path
 * is too long or holds a character that separates folders in a search path.
 */
function runDirOf(dataDir: string): string {
  const name = `kado-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  const choices = [join(dataDir, 'run'), join(tmpdir(), name), join('/tmp', name)]
  const runDir = choices.find((path) => Buffer.byteLength(path) <= longestRunDir && !/[:;]/.test(path)) ?? join('/tmp', name)
  mkdirSync(runDir, { recursive: true, mode: 0o700 })
  const folder = lstatSync(runDir)
  const mine = process.getuid?.() === 0 || folder.uid === process.getuid?.()
  // In a shared temporary folder somebody else could have made it first, and would then see every query.
  if (!folder.isDirectory() || !mine || (folder.mode & 0o077) !== 0) throw new EmbeddedPostgresRefusal('not-permitted', runDir)
  return runDir
}

/** The setting is a list, so a comma or a quote in a path needs quoting. */
const quoteDirectory = (path: string) => `"${path.replaceAll('"', '""')}"`

function supervise(cluster: Cluster, first: ChildProcess) {
  let child: ChildProcess | null = first
  let stopped = false
  let restart = Promise.resolve()

  const watch = (watched: ChildProcess) => {
    const onExit = () => {
      child = null
      if (!stopped) restart = keepTrying()
    }
    if (hasEnded(watched)) onExit()
    else watched.once('exit', onExit)
  }
  const keepTrying = async () => {
    for (let pause = 100; !stopped; pause = Math.min(2 * pause, 10_000)) {
      try {
        const next = await start(cluster)
        child = next
        return watch(next)
      } catch (error) {
        log('error', 'embedded-postgres', causeFields(error))
        await wait(pause)
      }
    }
  }
  watch(first)

  return {
    pid: () => child?.pid ?? null,
    async stop() {
      stopped = true
      await restart
      if (child) await end(child)
    },
  }
}

/** Fast shutdown: sessions are ended, transactions rolled back, everything is written. After a minute, an immediate one. */
async function end(child: ChildProcess): Promise<void> {
  const exited = new Promise<void>((resolve) => (hasEnded(child) ? resolve() : child.once('exit', () => resolve())))
  child.ref()
  child.kill('SIGINT')
  const force = setTimeout(() => child.kill('SIGQUIT'), 60_000)
  await exited
  clearTimeout(force)
}
