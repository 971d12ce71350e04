import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readMigrations } from '../src/platform/db/migration/files.ts'
import { bareDatabase, type FreshDatabase } from '../test/support/database.ts'
import { parseLocks, type StrongLock, strongLocks } from './architecture/migrations.ts'

/** The tables of the first release were made all at once: nobody was kept waiting by one of its migrations. */
const firstRelease = '0010_search.sql'

let database: FreshDatabase
let client: pg.Client
beforeEach(async () => {
  database = await bareDatabase()
  client = new pg.Client(database.config)
  await client.connect()
})
afterEach(async () => {
  await client.end()
  await database.drop()
})

/** Runs a migration and answers the strongest lock on each table, view and sequence that was there before it. */
async function locksOf(sql: string): Promise<Map<string, StrongLock>> {
  await client.query('begin')
  await client.query(`create temporary table before on commit drop as
    select c.oid, n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname !~ '^(pg_|information_schema$)'`)
  await client.query(sql)
  const { rows } = await client.query<{ name: string; mode: StrongLock }>(
    `select b.name, w.mode from pg_temp.before b join pg_locks l on l.relation = b.oid and l.pid = pg_backend_pid()
     cross join regexp_replace(upper(regexp_replace(l.mode, '(?<=[a-z])([A-Z])', ' \\1', 'g')), ' LOCK$', '') w (mode)
     where w.mode = any($1) order by b.name, array_position($1, w.mode)`,
    [[...strongLocks]],
  )
  await client.query('commit')
  return new Map(rows.map(({ name, mode }) => [name, mode]))
}

test('every migration since the first release takes the locks that its lines name, and no others', async () => {
  for (const { name, sql } of await readMigrations()) {
    const taken = await locksOf(sql)
    if (name > firstRelease) expect(taken, name).toEqual(parseLocks(sql))
  }
})

test.for<[string, Record<string, StrongLock>]>([
  ['select 1', {}],
  ['update sales.client set name = name', {}],
  ['create table sales.visit (id int)', {}],
  ['create table sales.visit (client_id int references sales.client)', { 'sales.client': 'SHARE ROW EXCLUSIVE' }],
  ['create index on sales.client (name)', { 'sales.client': 'SHARE' }],
  ['create index on sales.client (name); alter table sales.client add column note text', { 'sales.client': 'ACCESS EXCLUSIVE' }],
  ['create or replace view sales.named as select id, name from sales.client', { 'sales.named': 'ACCESS EXCLUSIVE' }],
])('the locks are seen: %s', async ([sql, locks]) => {
  await client.query(
    'create schema sales; create table sales.client (id int primary key, name text); create view sales.named as select id, name from sales.client',
  )
  expect(Object.fromEntries(await locksOf(sql))).toEqual(locks)
})
