import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bareDatabase, freshDatabase, type FreshDatabase } from '../../../test/support/database.ts'
import { applyMigrations, migrate, type MigrationNews, type MigrationOptions, turnOf } from './migrate.ts'
import { readHistory } from './migration/catalogue-history.ts'
import { type Migration, migrationOf, readMigrations } from './migration/files.ts'
import { MigrationRefusal, type Refusal } from './migration/refusal.ts'

let database: FreshDatabase
let owner: pg.Client
const ends: (() => Promise<unknown>)[] = []

async function open(made: Promise<FreshDatabase>): Promise<void> {
  database = await made
  owner = await connect()
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client(database.config)
  client.on('error', () => {})
  await client.connect()
  ends.push(() => client.end())
  return client
}

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  await database.drop()
})

const refusalOf = (config: pg.ClientConfig): Promise<Refusal> =>
  migrate(config).then(
    () => expect.fail('it was served'),
    (error: unknown) => {
      if (error instanceof MigrationRefusal) return error.refusal
      throw error
    },
  )

const remembered = async () =>
  (await owner.query<{ name: string; sha256: string }>('select * from public.kado_migration order by name')).rows

describe('a database that is not what its migrations give', () => {
  beforeEach(() => open(freshDatabase()))

  test.for([
    ['alter table sales.client add column nickname text', 'column sales.client.nickname', null, 'text'],
    ['alter table sales.client drop column note', 'column sales.client.note', "text not null default ''::text", null],
    [
      'alter table sales.client alter column note drop not null',
      'column sales.client.note',
      "text not null default ''::text",
      "text default ''::text",
    ],
    ['create index by_hand on sales.client (name)', 'index sales.client.by_hand', null, /^CREATE INDEX/],
    ['alter table money.posting disable trigger append_only', 'trigger money.posting.append_only', /^CREATE/, /\(D\)$/],
    ['drop policy tenant on sales.client', 'policy sales.client.tenant', /programme_id/, null],
    ['alter table sales.client no force row level security', 'table sales.client', 'row security forced', 'row security'],
    ['alter view delivery.hand_in reset (security_invoker)', 'view delivery.hand_in', /^security_invoker/, /^\w{16} of /],
    [
      "create or replace function platform.signed_in() returns text language sql stable parallel safe as $$ select 'somebody' $$",
      'function platform.signed_in()',
      /./,
      /./,
    ],
    [
      'alter table sales.client drop constraint client_payment_due_days_check',
      'constraint sales.client.client_payment_due_days_check',
      /^CHECK/,
      null,
    ],
  ] as const)('is told its place: %s', async ([byHand, what, expected, found]) => {
    await owner.query(byHand)
    const like = (text: string | RegExp | null) => (text instanceof RegExp ? expect.stringMatching(text) : text)
    expect(await refusalOf(database.config)).toEqual({
      code: 'differs',
      differences: [{ what, expected: like(expected), found: like(found) }],
    })
  })

  test('is served again when it is changed back', async () => {
    await owner.query('alter table sales.client add column nickname text')
    await expect(migrate(database.config)).rejects.toThrow(MigrationRefusal)
    await owner.query('alter table sales.client drop column nickname')
    await expect(migrate(database.config)).resolves.toMatchObject({ migrations: expect.any(Number), objects: expect.any(Number) })
  })

  test.for<[string, Refusal]>([
    ["update public.kado_migration set sha256 = repeat('0', 64) where name like '0003%'", { code: 'changed', name: '0003_people.sql' }],
    [
      "update public.kado_migration set name = '0004_purchases.sql' where name like '0004%'",
      { code: 'missing', name: '0004_purchases.sql' },
    ],
    ["delete from public.kado_migration where name like '0004%'", { code: 'skipped', name: '0004_sales.sql' }],
    ["insert into public.kado_migration (name, sha256) values ('9999_later.sql', '0')", { code: 'newer', names: ['9999_later.sql'] }],
  ])('is told which migration: %s', async ([change, refusal]) => {
    await owner.query(change)
    expect(await refusalOf(database.config)).toEqual(refusal)
  })
})

describe('a database of the first release, which remembers no hashes', () => {
  let release: Migration[]
  beforeEach(async () => {
    await open(bareDatabase())
    release = (await readMigrations()).filter(({ name }) => name <= '0010_search.sql')
    await applyMigrations(turnOf(owner, database.config), release, await readHistory())
    await owner.query('alter table public.kado_migration drop column sha256')
  })

  test('gets them and is updated', async () => {
    const all = await readMigrations()
    expect(await migrate(database.config)).toMatchObject({ migrations: all.length })
    expect((await remembered()).map(({ name, sha256 }) => ({ name, sha256 }))).toEqual(all.map(({ name, sha256 }) => ({ name, sha256 })))
  })

  test('made by an earlier edition of its files, it is left as it was', async () => {
    await owner.query('alter table people.worker drop column display_name')
    expect(await refusalOf(database.config)).toMatchObject({
      code: 'differs',
      differences: [{ what: 'column people.worker.display_name' }],
    })
    const rows = await remembered()
    expect(rows).toHaveLength(release.length)
    expect(rows[0]).not.toHaveProperty('sha256')
  })
})

describe('a bare database', () => {
  beforeEach(() => open(bareDatabase()))

  test('two starts at once migrate it once', async () => {
    const all = await readMigrations()
    const reports = await Promise.all([migrate(database.config), migrate(database.config), migrate(database.config)])
    expect(reports.map(({ migrations }) => migrations)).toEqual([all.length, all.length, all.length])
    expect(await remembered()).toHaveLength(all.length)
  })

  const planted = (sql: string) => [
    migrationOf('0001_ground.sql', 'create schema sales; create table sales.client (id int)'),
    migrationOf('0002_planted.sql', sql),
  ]

  async function apply(sql: string, options: MigrationOptions = {}): Promise<MigrationNews[]> {
    const news: MigrationNews[] = []
    const onNews = (each: MigrationNews) => void news.push(each)
    await applyMigrations(turnOf(await connect(), database.config, { ...options, onNews }), planted(sql), null, onNews)
    return news
  }

  test('a migration that fails changes nothing, and leaves no lock on its connection', async () => {
    const migrations = planted('create table sales.second (id int); select 1 / 0')
    await expect(applyMigrations(turnOf(owner, database.config), migrations, null)).rejects.toThrow(
      'Migration 0002_planted.sql failed: error: division by zero',
    )
    expect(await remembered()).toHaveLength(1)
    const { rows } = await owner.query(
      `select to_regclass('sales.second') as second, (select count(*)::int from pg_locks join pg_database d on d.oid = database
         where locktype = 'advisory' and datname = current_database()) as locks`,
    )
    expect(rows).toEqual([{ second: null, locks: 0 }])
  })

  test('a long migration tells that it works', async () => {
    expect(await apply('select pg_sleep(6.5)')).toContainEqual({ kind: 'works', name: '0002_planted.sql', number: 2, of: 2, seconds: 5 })
  })

  test('a start waits while another migrates, and says so', async () => {
    const first = apply('select pg_sleep(3)')
    await wait(1_000)
    expect(await apply('select pg_sleep(3)')).toEqual([{ kind: 'queues' }])
    await first
  })

  test('whoever waits long for another start is told which connection it waits for', async () => {
    const first = apply('select pg_sleep(12)')
    await wait(1_000)
    const told = await apply('select pg_sleep(12)')
    const [holder] = told.flatMap((each) => (each.kind === 'queues-behind' ? each.holders : []))
    expect(holder).toMatchObject({ pid: expect.any(Number), state: 'active' })
    expect(holder?.seconds).toBeGreaterThanOrEqual(10)
    await first
  })

  describe('with traffic on a table that a migration changes', () => {
    const change = 'alter table sales.client add column note text'
    let traffic: pg.Client
    beforeEach(async () => {
      await applyMigrations(turnOf(owner, database.config), planted('').slice(0, 1), null)
      traffic = await connect()
      await traffic.query("set application_name = 'report'; begin; lock table sales.client in access share mode")
    })

    test('it waits, says for whom, lets others pass, and is done when they are', async () => {
      const updating = apply(change, { patience: { lockMs: 1_500, pauseMs: 200, tries: 50 } })
      await wait(2_500)
      await traffic.query('commit')
      expect(await updating).toContainEqual({
        kind: 'awaits',
        awaited: [
          {
            relation: 'sales.client',
            pid: expect.any(Number),
            application: 'report',
            state: 'idle in transaction',
            seconds: expect.any(Number),
          },
        ],
      })
      expect(await remembered()).toHaveLength(2)
    })

    test('it gives up after its last try and has changed nothing', async () => {
      const updating = apply(change, { patience: { lockMs: 1_500, pauseMs: 0, tries: 1 } })
      await expect(updating).rejects.toMatchObject({ refusal: { code: 'locked', awaited: [{ relation: 'sales.client' }] } })
      expect(await remembered()).toHaveLength(1)
    })
  })
})
