import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { bareDatabase } from './support/database.ts'
import { freePort, startServer } from './support/server.ts'

const root = dirname(import.meta.dirname)
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A database as `createuser` and `createdb --owner` make it: its owner has no other right. Answers its address. */
async function databaseOfOrdinaryOwner(): Promise<string> {
  const { config, drop } = await bareDatabase()
  const { host, port, database } = new pg.Client(config)
  const nearby = { ...config, database: 'postgres' }
  const name = `owner_${database}`
  const run = async (statement: string, at = config) => {
    const client = new pg.Client(at)
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await run(
    `create role ${name} login password 'ordinary'; alter database ${database} owner to ${name}; grant all on schema public to ${name}`,
  )
  ends.push(() => run(`drop role ${name}`, nearby), drop)
  return host.startsWith('/')
    ? `postgres://${name}:ordinary@/${database}?host=${encodeURIComponent(host)}&port=${port}`
    : `postgres://${name}:ordinary@${host}:${port}/${database}`
}

test('自分の PostgreSQL は空で始まり、頼んだときだけデモが入り、取り除けばまた空になる', { timeout: 400_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kado-demo-removed-'))
  ends.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const env = { KADO_DEMO: undefined, DATABASE_URL: await databaseOfOrdinaryOwner() }
  /** What a start with these settings shows to a stranger. */
  const entranceOf = async (more: NodeJS.ProcessEnv) => {
    const server = await startServer({ port: await freePort(), dataDir, env: { ...env, ...more } })
    const answer = (await (await fetch(`${server.url}/api/session`)).json()) as { demo: object[]; entrances: object[]; doors: object }
    await server.stop()
    return { demo: answer.demo.length, entrances: answer.entrances.length, doors: answer.doors }
  }
  const kado = (...words: string[]) =>
    new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
      const all = { ...process.env, ...env, KADO_DATA_DIR: dataDir, LANG: 'en_US.UTF-8', LC_ALL: undefined }
      execFile(join(root, 'bin', 'kado'), words, { env: all, timeout: 120_000 }, (error, stdout, stderr) =>
        resolve({ status: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
      )
    })
  const empty = { demo: 0, entrances: 0, doors: { signUp: true, opening: true } }

  expect(await entranceOf({})).toEqual(empty)
  expect(await kado('remove-demo', '--yes')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('holds no demo') })
  expect(await entranceOf({ KADO_DEMO: 'true' })).toMatchObject({ demo: 11, entrances: 1 })

  // Without a terminal nobody can be asked.
  expect(await kado('remove-demo')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--yes') })
  const removed = await kado('remove-demo', '--yes')
  expect(removed).toMatchObject({ status: 0, stderr: '' })
  expect(JSON.parse(removed.stdout)).toMatchObject({ programmes: [{ rows: expect.any(Number) }], kept: [] })
  expect(await kado('verify')).toMatchObject({ status: 0, stderr: '' })
  expect(await entranceOf({})).toEqual(empty)
})
