import { spawnSync } from 'node:child_process'
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

test('二度目の起動は、もう動いていることを言って終わる', { timeout: 90_000 }, async () => {
  const dataDir = folder()
  await started(dataDir)
  const env = { ...process.env, KADO_DATA_DIR: dataDir, KADO_PORT: String(await freePort()), KADO_DEMO: 'false', DATABASE_URL: undefined }
  const second = spawnSync(join(root, 'bin', 'kado'), ['start'], { env, encoding: 'utf8', timeout: 60_000 })
  expect(second.stderr).toContain('もう KADO が動いています')
  expect(second.status).toBe(1)
})

test.for(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('%s で止めたあと、同じデータですぐ起動する', { timeout: 90_000 }, async (signal) => {
  const dataDir = folder()
  const first = await started(dataDir)
  await first.stop(signal)
  const second = await started(dataDir)
  expect((await fetch(second.url)).status).toBe(200)
})
