import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { findRunningPostgres } from '../src/platform/embedded-postgres/embedded-postgres.ts'
import { freePort, type RunningServer, startServer } from './support/server.ts'

const root = dirname(import.meta.dirname)
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'kado-start-'))
  ends.push(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

async function started(dataDir: string): Promise<RunningServer> {
  const server = await startServer({ port: await freePort(), dataDir, env: { KADO_DEMO: 'false', DATABASE_URL: undefined } })
  ends.push(() => server.stop('SIGKILL'))
  return server
}

test('そばでの二度目の起動は理由を言って終わり、どう止めても同じデータですぐ起動する', { timeout: 120_000 }, async () => {
  const dataDir = folder()
  const first = await started(dataDir)
  const env = { ...process.env, KADO_DATA_DIR: dataDir, KADO_PORT: String(await freePort()), KADO_DEMO: 'false', DATABASE_URL: undefined }
  const second = spawnSync(join(root, 'bin', 'kado'), ['start'], { env, encoding: 'utf8', timeout: 60_000 })
  expect(second.stderr).toContain('もう KADO が動いている')
  expect(second.status).toBe(1)

  await first.stop('SIGKILL')
  const afterKill = await started(dataDir)
  await afterKill.stop('SIGTERM')
  expect(afterKill.child.exitCode).toBe(0)
  const afterTerm = await started(dataDir)
  await afterTerm.stop('SIGINT')
  expect(afterTerm.child.exitCode).toBe(0)
  const last = await started(dataDir)
  expect((await fetch(last.url)).status).toBe(200)
})

test('起動の途中で止められても、同じデータでまた起動する', { timeout: 120_000 }, async () => {
  const dataDir = folder()
  const env = { ...process.env, KADO_DATA_DIR: dataDir, KADO_PORT: String(await freePort()), KADO_DEMO: 'false', DATABASE_URL: undefined }
  const child = spawn(join(root, 'bin', 'kado'), ['start'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = once(child, 'exit')
  await once(child.stderr, 'data')
  child.kill('SIGINT')
  // A start that is as good as done ends gently instead.
  const [code] = await exited
  expect([130, 0]).toContain(code)
  const next = await started(dataDir)
  expect((await fetch(next.url)).status).toBe(200)
})

test('動いている製品の接続に、スーパーユーザーのものはない', { timeout: 120_000 }, async () => {
  const dataDir = folder()
  const server = await started(dataDir)
  await fetch(`${server.url}/api/session`)
  const watcher = new pg.Client({ ...(await findRunningPostgres(join(dataDir, 'postgres'))), application_name: 'watcher' })
  await watcher.connect()
  ends.push(() => watcher.end())
  // Sign-in opens its connection when somebody comes.
  await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email: 'nobody@people.example', password: 'whatever it may be' }),
  })
  const { rows } = await watcher.query<{ who: string; what: string; mighty: boolean }>(
    `select distinct usename as who, application_name as what, rolsuper or rolbypassrls or rolcreaterole as mighty
     from pg_stat_activity join pg_roles on rolname = usename where application_name <> 'watcher' and backend_type = 'client backend'`,
  )
  expect(rows.filter(({ mighty }) => mighty)).toEqual([])
  expect(new Set(rows.map(({ who }) => who))).toEqual(new Set(['kado_app', 'kado_data']))
  expect(rows.filter(({ who, what }) => who === 'kado_data' && what !== 'kado jobs' && what !== '')).toEqual([])
})
