import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
  expect(JSON.parse(made.stdout)).toMatchObject({ fileCount: expect.any(Number), byteCount: expect.any(Number) })
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

  await expect(restore(backup, to)).rejects.toMatchObject({ code: 'data-not-empty' })
  await expect(backUp({}, from, backup)).rejects.toMatchObject({ code: 'folder-not-empty' })
  await expect(restore(folder(), folder())).rejects.toMatchObject({ code: 'not-a-backup' })
  const label = join(backup, 'cluster', 'backup_label')
  writeFileSync(label, `${readFileSync(label, 'utf8')} `)
  await expect(restore(backup, folder())).rejects.toMatchObject({ code: 'backup-damaged', path: label })
})
