import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
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
