import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import pg from 'pg'

/** Why a backup or a restore was not made. Each code has its sentence in `sentences.ts`. */
type BackupRefusal = 'own-database' | 'folder-not-empty' | 'not-a-backup' | 'backup-damaged' | 'data-not-empty'

export class BackupError extends Error {
  readonly code: BackupRefusal
  readonly path: string
  constructor(code: BackupRefusal, path: string) {
    super(`${code}: ${path}`)
    this.code = code
    this.path = path
  }
}

interface Backup {
  /** Instant at which it ended: what was committed before is in it. */
  takenAt: string
  fileCount: number
  /** As they lie there. */
  byteCount: number
  /** Those of the database are packed with Zstandard and end in `.zst` (RFC 8878). Absent in older backups, whose files are as they were. */
  packed?: 'zstd'
  /** SHA-256 of each file by its path in the backup. */
  files: Record<string, string>
}

const manifestName = 'backup.json'
const packedEnd = '.zst'
/** What lies in a backup; the secret in older ones only. */
const copied = ['cluster', 'secret']

/** Where `kado backup` puts the secret: beside the backup, because whoever has both can read everything. */
const secretBeside = (folder: string): string => `${folder}.secret`

/**
 * Copies a running database into an empty folder while people work: PostgreSQL is told that a backup begins, its files
 * are copied as they are, and the log written meanwhile makes them one state again when it is restored (PostgreSQL 18,
 * section 25.3.3, "Making a Base Backup Using the Low Level API"). The secret is kept apart: it signs the sessions and
 * locks the second factors. The manifest is written last, so a backup that broke off is not one.
 * @param config of a superuser
 * @throws BackupError
 */
export async function backUp(config: pg.ClientConfig, dataDir: string, folder: string): Promise<Backup> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new BackupError('folder-not-empty', folder)
  const from = join(dataDir, 'postgres', 'cluster')
  const to = join(folder, 'cluster')
  const client = new pg.Client(config)
  client.on('error', () => {})
  await client.connect()
  try {
    // The slot keeps the log that is written during the copy from being recycled; it ends with this connection.
    await client.query("select pg_create_physical_replication_slot('kado_backup_' || pg_backend_pid(), true, true)")
    await client.query("select pg_backup_start('kado', true)")
    await copyTree(from, to, (path) => !isLeftOut(path), pack)
    const { rows } = await client.query<{ labelfile: string; spcmapfile: string }>(
      'select labelfile, spcmapfile from pg_backup_stop(false)',
    )
    await writeFile(join(to, 'backup_label'), rows[0]?.labelfile ?? '', { mode: 0o600 })
    await copyTree(join(from, 'pg_wal'), join(to, 'pg_wal'), (path) => /^[0-9A-F]{24}$|^[0-9A-F]{8}\.history$/.test(path), pack)
  } finally {
    await client.end()
  }
  const backup: Backup = { packed: 'zstd', ...(await describe(folder)) }
  await writeFile(join(folder, manifestName), JSON.stringify(backup), { mode: 0o600, flush: true })
  return backup
}

/** Leaves the secret beside the backup, from where it is taken to another place. Answers where, or null when it lies in no file. */
export async function keepSecret(dataDir: string, folder: string): Promise<string | null> {
  const place = secretBeside(folder)
  try {
    await copyFile(join(dataDir, 'secret'), place)
  } catch (error) {
    ignoreMissing(error)
    return null
  }
  await chmod(place, 0o600)
  return place
}

/**
 * Puts a backup into a data folder that holds no database yet, after every file was found unchanged. The next start
 * replays the log and is then where the backup ended.
 * @throws BackupError
 */
export async function restore(folder: string, dataDir: string): Promise<Backup> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null)
  if (text === null) throw new BackupError('not-a-backup', folder)
  const backup = JSON.parse(text) as Backup
  const cluster = join(dataDir, 'postgres', 'cluster')
  if (existsSync(cluster)) throw new BackupError('data-not-empty', dataDir)
  const found = await describe(folder)
  const damaged = Object.keys({ ...backup.files, ...found.files }).find((path) => backup.files[path] !== found.files[path])
  if (damaged !== undefined) throw new BackupError('backup-damaged', join(folder, damaged))
  await mkdir(dirname(cluster), { recursive: true, mode: 0o700 })
  // Renamed at the end, so that a half-restored database is never started.
  const draft = `${cluster}.restoring`
  await rm(draft, { recursive: true, force: true })
  await copyTree(join(folder, 'cluster'), draft, () => true, backup.packed === undefined ? copyDurably : unpack)
  for (const place of [secretBeside(folder), join(folder, 'secret')]) await copyFile(place, join(dataDir, 'secret')).catch(ignoreMissing)
  await rename(draft, cluster)
  return backup
}

/** What belongs to the running server and not to its data; folders stay, empty. */
function isLeftOut(path: string): boolean {
  return (
    /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./.test(path) ||
    /^(postmaster\.(pid|opts)|backup_label|tablespace_map|pg_internal\.init)$|\/pg_internal\.init$|(^|\/)pgsql_tmp/.test(path)
  )
}

/** A file is on the disk before it counts, and the disk takes some together in the time of one. */
const filesAtOnce = 8

/** Copies the wanted folders and files. A file that the running server removes meanwhile is no longer needed. */
async function copyTree(
  from: string,
  to: string,
  wants: (path: string) => boolean,
  copy: (from: string, to: string) => Promise<void>,
): Promise<void> {
  const files = makeFolders(from, to, wants)
  const copying = async () => {
    for await (const path of files) await copy(join(from, path), join(to, path)).catch(ignoreMissing)
  }
  await Promise.all(Array.from({ length: filesAtOnce }, copying))
}

/** Makes the wanted folders and gives the paths of the wanted files. */
async function* makeFolders(from: string, to: string, wants: (path: string) => boolean, folder = ''): AsyncGenerator<string> {
  await mkdir(join(to, folder), { recursive: true, mode: 0o700 })
  for (const entry of await readdir(join(from, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (!wants(path)) continue
    if (entry.isDirectory()) yield* makeFolders(from, to, wants, path)
    else if (entry.isFile()) yield path
  }
}

async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const file = await open(to, 'r+')
  await file.sync().finally(() => file.close())
}

async function pack(from: string, to: string): Promise<void> {
  // Opened first: of a file that is gone nothing is left, not even an empty one.
  const file = await open(from)
  await pipeline(file.createReadStream(), createZstdCompress(), createWriteStream(`${to}${packedEnd}`, { mode: 0o600, flush: true }))
}

async function unpack(from: string, to: string): Promise<void> {
  if (!from.endsWith(packedEnd)) return copyDurably(from, to)
  const place = to.slice(0, -packedEnd.length)
  await pipeline(createReadStream(from), createZstdDecompress(), createWriteStream(place, { mode: 0o600, flush: true }))
}

const ignoreMissing = (error: unknown): void => {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}

async function describe(folder: string): Promise<Backup> {
  const files: Record<string, string> = {}
  let byteCount = 0
  for (const path of await readdir(folder, { recursive: true })) {
    const file = await stat(join(folder, path))
    if (!file.isFile() || !copied.includes(path.split('/')[0] ?? '')) continue
    byteCount += file.size
    const hash = createHash('sha256')
    await pipeline(createReadStream(join(folder, path)), hash)
    files[path] = hash.digest('hex')
  }
  return { takenAt: new Date().toISOString(), fileCount: Object.keys(files).length, byteCount, files }
}
