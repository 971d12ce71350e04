import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { bareDatabase } from '../support/database.ts'
import { hasPgbouncer, startPgbouncer } from '../support/pgbouncer.ts'
import { freePort, startServer } from '../support/server.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** An empty database of an ordinary role, as the README makes it, and whoever may look at it. */
async function ordinary(): Promise<{ config: pg.ClientConfig; owner: pg.Client }> {
  const { config, drop } = await bareDatabase()
  const user = `kado_pooled_${process.pid}`
  const admin = new pg.Client(config)
  await admin.connect()
  await admin.query(`create role ${user} login; alter database ${admin.escapeIdentifier(String(config.database))} owner to ${user}`)
  ends.push(async () => {
    await admin.query(`reassign owned by ${user} to current_user; drop owned by ${user}; drop role ${user}`)
    await admin.end()
    await drop()
  })
  return { config: { ...config, user }, owner: admin }
}

async function signIn(url: string): Promise<string> {
  const account = { name: 'Pooled', email: 'pooled@people.example', password: 'many share few connections' }
  const auth = (path: string) =>
    fetch(`${url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(account),
    })
  expect((await auth('sign-up/email')).status).toBe(200)
  const answer = await auth('sign-in/email')
  expect(answer.status).toBe(200)
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

if (!hasPgbouncer || process.env['DATABASE_URL'])
  process.stdout.write('PgBouncer is not at hand, or the database is not ours: its test is skipped\n')

test.skipIf(!hasPgbouncer || process.env['DATABASE_URL'] !== undefined).each([
  ['alone', false],
  ['beside a direct address', true],
])(
  'behind a PgBouncer in transaction mode %s: migrations, sign-in, jobs, a kill and the next start',
  { timeout: 180_000 },
  async (_, hasDirect) => {
    const { config, owner } = await ordinary()
    const bouncer = await startPgbouncer(config)
    ends.push(() => bouncer.stop())
    const dataDir = mkdtempSync(join(tmpdir(), 'kado-pooled-'))
    ends.push(() => rmSync(dataDir, { recursive: true, force: true }))
    const direct = `postgres://${config.user}@/${config.database}?host=${encodeURIComponent(String(config.host))}`
    const env = { KADO_DEMO: 'false', DATABASE_URL: bouncer.url, KADO_DIRECT_DATABASE_URL: hasDirect ? direct : undefined }
    const start = async () => {
      const server = await startServer({ port: await freePort(), dataDir, env })
      ends.push(() => server.stop('SIGKILL'))
      return server
    }
    const jobsEnd = async (seconds: number) => {
      for (const begun = Date.now(); ; await wait(100)) {
        const { rowCount } = await owner.query('select from graphile_worker._private_jobs')
        if (rowCount === 0) return
        if (Date.now() - begun > seconds * 1_000) throw new Error('the jobs stand still')
      }
    }
    const enqueue = () => owner.query("select graphile_worker.add_job('platform.forget-notifications')")

    const first = await start()
    const cookie = await signIn(first.url)
    // More often than a statement stays without a name, and more at once than there are connections.
    const asked = Array.from({ length: 60 }, () => fetch(`${first.url}/api/session`, { headers: { cookie } }))
    const answers = await Promise.all(asked.map(async (each) => (await each).json() as Promise<{ account: { email: string } | null }>))
    expect(answers.map(({ account }) => account?.email)).toEqual(answers.map(() => 'pooled@people.example'))
    await enqueue()
    await jobsEnd(10)

    await first.stop('SIGKILL')
    const lock =
      "select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"
    for (const begun = Date.now(); ((await owner.query(lock)).rowCount ?? 0) > 0; await wait(100))
      if (Date.now() - begun > 10_000) throw new Error('a lock was left behind')
    const second = await start()
    await enqueue()
    await jobsEnd(10)
    expect(second.said()).not.toContain('jobs:')
  },
)
