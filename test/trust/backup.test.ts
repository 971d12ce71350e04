import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { zstdDecompressSync } from 'node:zlib'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { backUp, restore } from '../../src/main/backup.ts'
import { newId } from '../../src/platform/action.ts'
import { findRunningPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts'
import { freePort, startServer } from '../support/server.ts'

const root = dirname(dirname(import.meta.dirname))
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'kado-backup-'))
  ends.push(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

const kado = (dataDir: string, ...words: string[]) =>
  new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    const env = {
      ...process.env,
      KADO_DATA_DIR: dataDir,
      KADO_DEMO: 'false',
      DATABASE_URL: undefined,
      LANG: 'en_US.UTF-8',
      LC_ALL: undefined,
    }
    execFile(join(root, 'bin', 'kado'), words, { env, timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    )
  })

const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(dir, path)).isFile())
    .sort()

/** The same backup in the form of versions before: files as they are, the secret among them. */
function asMadeBefore(backup: string, secret: string): string {
  const old = join(folder(), 'old')
  cpSync(backup, old, { recursive: true })
  for (const path of filesOf(old).filter((each) => each.endsWith('.zst'))) {
    writeFileSync(join(old, path.slice(0, -4)), zstdDecompressSync(readFileSync(join(old, path))))
    rmSync(join(old, path))
  }
  rmSync(join(old, 'backup.json'))
  writeFileSync(join(old, 'secret'), secret)
  const files = Object.fromEntries(
    filesOf(old).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(old, path)))
        .digest('hex'),
    ]),
  )
  writeFileSync(join(old, 'backup.json'), JSON.stringify({ takenAt: '2026-11-01T00:00:00.000Z', fileCount: 0, byteCount: 0, files }))
  return old
}

async function owner<T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const config = await findRunningPostgres(join(dataDir, 'postgres'))
  if (!config) throw new Error('the database does not run')
  const client = new pg.Client(config)
  await client.connect()
  return work(client).finally(() => client.end())
}

test('a backup taken while people write is restored whole into an empty folder', { timeout: 180_000 }, async () => {
  const [from, to, backup] = [folder(), folder(), join(folder(), 'backup')]
  const port = await freePort()
  const server = await startServer({ port, dataDir: from, env: { KADO_DEMO: 'false', DATABASE_URL: undefined } })
  ends.push(() => server.stop('SIGKILL'))
  const programmeId = newId()
  const insert = 'insert into sales.client (programme_id, id, name) values ($1, $2, $3)'
  let stopped = false
  const written: { id: string; at: number }[] = []
  const writing = owner(from, async (client) => {
    await client.query("select set_config('kado.programme', $1, false)", [programmeId])
    await client.query(
      "insert into programme.programme (programme_id, name, operator_name, first_fiscal_year, last_fiscal_year) values ($1, 'Kept', 'Kept', 2026, 2028)",
      [programmeId],
    )
    while (!stopped) {
      const id = newId()
      await client.query(insert, [programmeId, id, id])
      written.push({ id, at: Date.now() })
    }
  })
  while (written.length < 50) await Promise.race([writing, new Promise((resolve) => setTimeout(resolve, 20))])
  const begun = Date.now()
  const made = await kado(from, 'backup', backup)
  expect(made.stderr).toBe('')
  expect(made.status).toBe(0)
  const about = { fileCount: expect.any(Number), byteCount: expect.any(Number), packed: 'zstd', secret: `${backup}.secret` }
  expect(JSON.parse(made.stdout)).toMatchObject(about)
  const secret = readFileSync(join(from, 'secret'), 'utf8')
  const inside = filesOf(backup)
  expect(inside.filter((path) => readFileSync(join(backup, path)).includes(secret) || path.includes('secret'))).toEqual([])
  expect(inside.filter((path) => !path.endsWith('.zst'))).toEqual(['backup.json', 'cluster/backup_label'])
  expect(statSync(`${backup}.secret`).mode & 0o777).toBe(0o600)
  stopped = true
  await writing
  await server.stop()

  const restored = await kado(to, 'restore', backup)
  expect(restored.stderr).toBe('')
  expect(restored.status).toBe(0)
  expect(readFileSync(join(to, 'secret'), 'utf8')).toBe(readFileSync(join(from, 'secret'), 'utf8'))
  const again = await startServer({ port, dataDir: to, env: { KADO_DEMO: 'false', DATABASE_URL: undefined } })
  ends.push(() => again.stop('SIGKILL'))
  const present = await owner(
    to,
    async (client) => new Set((await client.query<{ id: string }>('select id from sales.client')).rows.map(({ id }) => id)),
  )
  // What was committed before the backup began is in it; of what came during it, the beginning without a gap.
  expect(written.filter(({ id, at }) => at < begun && !present.has(id))).toEqual([])
  const last = written.findLastIndex(({ id }) => present.has(id))
  expect(written.slice(0, last).filter(({ id }) => !present.has(id))).toEqual([])
  process.stdout.write(`backup while writing: ${written.length} rows written, ${present.size} restored, 0 lost before it began\n`)

  // Without its secret it is restored and not served; with the secret put back it is.
  renameSync(`${backup}.secret`, `${backup}.kept`)
  const other = folder()
  const without = await kado(other, 'restore', backup)
  expect(without).toMatchObject({ status: 1, stderr: expect.stringContaining('is not the one this database was made with') })
  copyFileSync(`${backup}.kept`, join(other, 'secret'))
  expect(await kado(other, 'verify')).toMatchObject({ status: 0, stderr: '' })
  const older = folder()
  expect(await kado(older, 'restore', asMadeBefore(backup, secret))).toMatchObject({ status: 0, stderr: '' })
  expect(readFileSync(join(older, 'secret'), 'utf8')).toBe(secret)

  await expect(restore(backup, to)).rejects.toMatchObject({ code: 'data-not-empty' })
  await expect(backUp({}, from, backup)).rejects.toMatchObject({ code: 'folder-not-empty' })
  await expect(restore(folder(), folder())).rejects.toMatchObject({ code: 'not-a-backup' })
  const label = join(backup, 'cluster', 'backup_label')
  writeFileSync(label, `${readFileSync(label, 'utf8')} `)
  await expect(restore(backup, folder())).rejects.toMatchObject({ code: 'backup-damaged', path: label })
})

test(
  'backups by schedule keep so many, and a failure is told to the log, to /ready and to the administrators',
  { timeout: 180_000 },
  async () => {
    const [dataDir, kept] = [folder(), join(folder(), 'kept')]
    const env = { KADO_DEMO: 'false', DATABASE_URL: undefined, KADO_BACKUP_DIR: kept, KADO_BACKUP_KEEP: '2', KADO_BACKUP_TIME: '02:30' }
    const server = await startServer({ port: await freePort(), dataDir, env })
    ends.push(() => server.stop('SIGKILL'))
    const programmeId = newId()
    const ready = async (path: string) => {
      const answer = await fetch(`${server.url}${path}`)
      return { status: answer.status, ...((await answer.json()) as object) }
    }
    /** What the timer does at its hour, and what was told of it. */
    const backUpNow = async () => {
      const told = events(server.said()).length
      await owner(dataDir, (client) => client.query("select graphile_worker.add_job('back-up')"))
      for (;;) {
        const done = events(server.said())
          .slice(told)
          .find(({ event }) => event.startsWith('backup'))
        if (done) return done
        await wait(100)
      }
    }
    await owner(dataDir, async (client) => {
      const cron = await client.query("select identifier from graphile_worker._private_known_crontabs where identifier = 'back-up'")
      expect(cron.rowCount).toBe(1)
      await client.query("select set_config('kado.programme', $1, false)", [programmeId])
      await client.query(
        "insert into programme.programme (programme_id, name, operator_name, first_fiscal_year, last_fiscal_year) values ($1, 'Kept', 'Kept', 2026, 2028)",
        [programmeId],
      )
      await client.query(
        "insert into programme.membership (programme_id, id, user_id, role, scope_kind, scope_id) values ($1, $2, 'keeper', 'administrator', 'programme', $1)",
        [programmeId, newId()],
      )
    })
    expect(await ready('/ready')).toEqual({ status: 200, ok: true, database: 'ok', storage: 'ok', jobs: 'ok', backup: 'none' })
    expect(await ready('/health')).toEqual({ status: 200, ok: true, storage: 'ok' })

    for (let n = 0; n < 3; n++) expect(await backUpNow()).toMatchObject({ level: 'info', event: 'backup' })
    const left = readdirSync(kept)
    expect(left).toHaveLength(2)
    for (const name of left) expect(name).toMatch(/^kado-\d{8}T\d{6}Z$/)
    expect(filesOf(kept).some((path) => path.includes('secret'))).toBe(false)
    expect(await ready('/api/ready')).toMatchObject({ status: 200, backup: 'ok' })
    const to = folder()
    copyFileSync(join(dataDir, 'secret'), join(to, 'secret'))
    expect(await kado(to, 'restore', join(kept, left.at(-1) ?? ''))).toMatchObject({ status: 0, stderr: '' })

    rmSync(kept, { recursive: true })
    writeFileSync(kept, 'not a folder')
    expect(await backUpNow()).toMatchObject({ level: 'error', event: 'backup-failed', message: expect.stringContaining(kept) })
    expect(await ready('/ready')).toMatchObject({ status: 200, ok: true, backup: 'failed' })
    const told = await owner(dataDir, async (client) => {
      await client.query("select set_config('kado.programme', $1, false)", [programmeId])
      return client.query("select user_id from platform.notification where kind = 'programme.backup-failed'")
    })
    expect(told.rows).toEqual([{ user_id: 'keeper' }])

    // Whatever becomes of the database, the log stays one of JSON lines.
    const pid = Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    await wait(3_000)
    expect((await ready('/ready')).status).toBeGreaterThan(0)
    const lines = server.said().trim().split('\n')
    const plain = lines.slice(lines.findIndex((line) => line.includes('"event":"ready"'))).filter((line) => !/^\{.*\}$/.test(line))
    expect(plain).toEqual([])
  },
)

/** The lines of the log. */
const events = (said: string): { level: string; event: string; message?: string }[] =>
  said
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line))
