import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from './database.ts'

let one: FreshDatabase
let other: FreshDatabase
beforeAll(async () => {
  ;[one, other] = await Promise.all([freshDatabase(), freshDatabase()])
})
afterAll(async () => {
  await Promise.all([one.drop(), other.drop()])
})

async function count(database: FreshDatabase, statement: string): Promise<unknown> {
  const client = new pg.Client(database.config)
  await client.connect()
  try {
    return (await client.query<{ found: number }>(statement)).rows[0]?.found
  } finally {
    await client.end()
  }
}

test('どのテストのデータベースも移行済みで、互いに別のもの', async () => {
  expect(await count(one, 'select count(*)::int4 as found from public.kado_migration')).toBeGreaterThan(0)
  await count(one, 'create table only_here ()')
  expect(await count(one, "select count(*)::int4 as found from pg_class where relname = 'only_here'")).toBe(1)
  expect(await count(other, "select count(*)::int4 as found from pg_class where relname = 'only_here'")).toBe(0)
})
