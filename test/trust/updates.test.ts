import { execFile } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import type { Role } from '../../src/platform/contract.ts'
import { readMigrations } from '../../src/platform/db/migration/files.ts'
import { bareDatabase, freshDatabase, type FreshDatabase } from '../support/database.ts'
import { createHttpWorld, type HttpWorld } from '../support/http-world.ts'
import { figuresOf, keptFigures, releases, restoreRelease } from '../support/release.ts'
import { leastInput } from '../support/sample-input.ts'
import { idsNear } from '../support/tables.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function opened(made: Promise<FreshDatabase>): Promise<{ database: FreshDatabase; owner: pg.Client }> {
  const database = await made
  ends.push(() => database.drop())
  const owner = new pg.Client(database.config)
  await owner.connect()
  ends.push(() => owner.end())
  return { database, owner }
}

const kado = ({ config }: FreshDatabase, verb: string, LANG = 'en_US.UTF-8') =>
  new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: urlOf(config), LANG, LC_ALL: undefined }
    execFile(join(import.meta.dirname, '..', '..', 'bin', 'kado'), [verb], { env, timeout: 120_000 }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    )
  })

/** The packaged server listens on a Unix socket, which a URL names beside the path. */
const urlOf = ({ connectionString, host = '', port, user = '', password, database }: pg.ClientConfig): string =>
  connectionString ??
  `postgres://${encodeURIComponent(user)}:${encodeURIComponent(String(password ?? ''))}@localhost/${database}?` +
    String(new URLSearchParams({ host, ...(port ? { port: String(port) } : {}) }))

/** Who signs in, with every role that they hold; `near` are the ids by which their own records are known. */
async function peopleOf(owner: pg.Client): Promise<{ userId: string; programmeId: string; roles: Role[]; near: string[] }[]> {
  const { rows } = await owner.query<{ userId: string; programmeId: string; roles: Role[]; near: string[] }>(
    `select m.user_id as "userId", m.programme_id as "programmeId", array_agg(distinct m.role) as roles,
            m.user_id || array_agg(distinct near.id::text) filter (where near.id is not null) as near
     from programme.membership m cross join lateral (
       select nullif(m.scope_id, m.programme_id)
       union all select id from orders.client_order where client_id = m.scope_id
       union all select notice_document_id from orders.assignment where worker_id = m.scope_id
     ) near (id)
     where m.user_id is not null group by 1, 2`,
  )
  return rows
}

/** Asks every read as everybody whom it is open to; answers those that failed, and those that nobody got an answer from. */
async function walk(http: HttpWorld, owner: pg.Client): Promise<{ failed: string[]; silent: string[] }> {
  const failed: string[] = []
  const silent = new Set(http.areas.reads.map(({ contract }) => `${contract.area}.${contract.name}`))
  for (const { userId, programmeId, roles, near } of await peopleOf(owner)) {
    const cookie = await http.signIn(userId)
    const ids = await idsNear(owner, programmeId, near)
    for (const { contract } of http.areas.reads) {
      const { allow } = contract
      if (typeof allow !== 'string' && !roles.some((role) => allow[role])) continue
      const name = `${contract.area}.${contract.name}`
      const { status, text } = await http.call(contract, { cookie, programmeId, input: leastInput(contract, ids) })
      if (status === 200) silent.delete(name)
      else if (status !== 404 && !text.includes('"day-passed"')) failed.push(`${name} as ${roles.join()}: ${status} ${text.slice(0, 200)}`)
    }
  }
  return { failed, silent: [...silent] }
}

/** Reads of what the demo has not: a plan of the engine, an open invitation. */
const unasked = /^matching\.|^programme\.invitation$/

test('every release is updated, answers every read, and keeps its figures', { timeout: 300_000 }, async () => {
  expect(await releases()).toContain('da969db')
  for (const release of await releases()) {
    const { database, owner } = await opened(bareDatabase())
    await restoreRelease(database.config, release)
    const verified = await kado(database, 'verify')
    expect(verified.stderr).not.toMatch(/could not start|differs/)
    expect(verified.status).toBe(0)
    const [schema, ...programmes] = verified.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(schema).toMatchObject({ schema: { migrations: (await readMigrations()).length } })
    expect(programmes).toHaveLength(1)

    const http = await createHttpWorld({ over: { config: database.config, drop: async () => {} } })
    ends.push(() => http.close())
    const { failed, silent } = await walk(http, owner)
    expect(failed).toEqual([])
    expect(silent.filter((name) => !unasked.test(name))).toEqual([])
    expect(await figuresOf(http.database, http.areas.reads)).toMatchObject(await keptFigures(release))
  }
})

test(
  'a schema that was changed by hand is told with its place by every verb, in the language of the terminal',
  { timeout: 180_000 },
  async () => {
    const { database, owner } = await opened(freshDatabase())
    await owner.query('alter table money.posting add column note text; alter table sales.client drop column note')
    for (const verb of ['start', 'migrate', 'verify']) {
      const { status, stdout, stderr } = await kado(database, verb)
      expect(stderr, verb).toContain('differs from what its migrations give in 2 places')
      expect(stderr, verb).toContain('column money.posting.note: the migrations give (nothing), found text')
      expect(stderr, verb).toContain("column sales.client.note: the migrations give text not null default ''::text, found (nothing)")
      expect({ verb, status, stdout }).toEqual({ verb, status: 1, stdout: '' })
    }
    expect((await kado(database, 'verify', 'ja_JP.UTF-8')).stderr).toContain('移行の示す形と 2 か所で違う')
  },
)
