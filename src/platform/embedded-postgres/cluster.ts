import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import { dieWithParent, type Identity } from './identity.ts'
import { EmbeddedPostgresRefusal } from './refusal.ts'

export interface Cluster {
  binaries: Binaries
  env: NodeJS.ProcessEnv
  identity: Identity
  /** Folder with PostgreSQL's files (PGDATA). */
  files: string
  /** Folder with the socket. */
  runDir: string
  settings: Record<string, string>
}

/** The superuser of the cluster, so named when it owned the tables too. */
const superuser = 'kado_owner'

export const clientOf = (cluster: Cluster, database: string): pg.ClientConfig => ({
  host: cluster.runDir,
  port: 5432,
  user: superuser,
  database,
})

/** Creates the files under another name and renames them, so a half-made database is never found. */
export function createFiles(cluster: Cluster, { durable }: { durable: boolean }): void {
  if (existsSync(cluster.files)) return
  const draft = `${cluster.files}.new`
  rmSync(draft, { recursive: true, force: true })
  const [command = '', ...options] = [
    ...cluster.identity.prefix,
    cluster.binaries.initdb,
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--text-search-config=simple',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ]
  const result = spawnSync(command, options, { env: cluster.env, encoding: 'utf8' })
  if (result.status !== 0)
    throw new EmbeddedPostgresRefusal('does-not-start', `${result.error?.message ?? ''}${result.stdout}${result.stderr}`)
  renameSync(draft, cluster.files)
}

/** Starts PostgreSQL once and resolves when it answers; throws with its last words when it ends before that. */
async function startOnce(cluster: Cluster): Promise<ChildProcess> {
  const settings = Object.entries(cluster.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command = '', ...options] = [
    ...cluster.identity.prefix,
    ...dieWithParent(),
    cluster.binaries.postgres,
    '-D',
    cluster.files,
    ...settings,
  ]
  // A session of its own: Ctrl-C must reach the application, which then stops the database last.
  const child = spawn(command, options, { env: cluster.env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  // An application that ends by itself must not be kept alive; the kernel then stops the database.
  child.unref()
  if ('unref' in child.stderr && typeof child.stderr.unref === 'function') child.stderr.unref()
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said = (said + chunk).slice(-2_000)))
  let failure: Error | undefined
  child.on('error', (error) => (failure = error))
  while (!(await answers(cluster))) {
    if (failure ?? hasEnded(child)) throw new EmbeddedPostgresRefusal('does-not-start', failure?.message ?? said)
    await wait(20)
  }
  if (hasEnded(child)) throw new EmbeddedPostgresRefusal('does-not-start', said)
  return child
}

export const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/**
 * Starts PostgreSQL, trying again for some 20 seconds: after a `kill -9` the remaining sessions of the previous one
 * need a moment to let go of the shared memory. Called only while none runs on these files.
 */
export async function start(cluster: Cluster): Promise<ChildProcess> {
  for (const begun = Date.now(); ; await wait(250)) {
    try {
      return await startOnce(cluster)
    } catch (error) {
      if (Date.now() - begun > 20_000 || !isHeld(error)) throw error
      endSessionsOf(cluster.files)
    }
  }
}

const isHeld = (error: unknown) => error instanceof Error && /lock file|shared memory|is another/i.test(error.message)

/**
 * Ends what a killed PostgreSQL left behind. A session in the middle of a calculation notices only at its end that nobody
 * hears its answer, which can be hours away. Where there is no `/proc` it is waited for.
 */
function endSessionsOf(files: string): void {
  if (!existsSync('/proc/self/cwd')) return
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) === files) process.kill(Number(pid), 'SIGKILL')
    } catch {
      // It has ended meanwhile, or belongs to somebody else.
    }
  }
}

/** True when a connection gets through. */
async function answers(cluster: Cluster): Promise<boolean> {
  const client = new pg.Client({ ...clientOf(cluster, 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Ends a PostgreSQL that outlived its application. Called only while holding the run lock, so whoever runs on these
 * files has lost its owner. When the number in the lock file now belongs to another program (container restarts reuse
 * them), it is replaced by ours: PostgreSQL ignores its parent's number, and still checks the shared memory.
 */
export async function retireOrphan(files: string, runDir: string): Promise<void> {
  const file = join(files, 'postmaster.pid')
  for (const begun = Date.now(); existsSync(file) && Date.now() - begun < 20_000; await wait(100)) {
    const [first = '', ...others] = readFileSync(file, 'utf8').split('\n')
    const pid = Number(first)
    if (pid === process.pid || !isAlive(pid)) return
    if (!commandOf(pid).includes(files)) {
      writeFileSync(file, [process.pid, ...others].join('\n'))
      rmSync(join(runDir, '.s.PGSQL.5432.lock'), { force: true })
      return
    }
    process.kill(pid, 'SIGINT')
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  }
}
