import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProgramme, createWorld, type World } from '../../../test/support/world.ts'

describe('行レベルの分離', () => {
  let here: World
  let there: World
  beforeAll(async () => {
    here = await createWorld()
    there = await createProgramme(here.database)
    await here.municipality({ name: 'Here' })
    await there.municipality({ name: 'There' })
  })
  afterAll(() => here.close())

  const names = (programmeId: string | null) =>
    here.database.transaction({ programmeId, userId: null }, (db) => db.selectFrom('programme.municipality').select('name').execute())

  it('shows a tenant its own rows only, and nothing where no tenant is set', async () => {
    expect(await names(here.programmeId)).toEqual([{ name: 'Here' }])
    expect(await names(there.programmeId)).toEqual([{ name: 'There' }])
    expect(await names(null)).toEqual([])
  })

  it('refuses a row of another tenant', async () => {
    const intrude = here.inside((db) =>
      db
        .insertInto('programme.municipality')
        .values({ programmeId: there.programmeId, id: here.programmeId, name: 'Intruder', joinedOn: '2026-04-01' })
        .execute(),
    )
    await expect(intrude).rejects.toThrow(/row-level security/)
  })

  it('leaves no tenant behind on a pooled connection', async () => {
    await names(here.programmeId)
    const { rows } = await here.database.pool.query('select name from programme.municipality')
    expect(rows).toEqual([])
  })

  it('runs as a role that row-level security binds', async () => {
    const { rows } = await here.database.pool.query<{ bound: boolean }>(
      'select not (rolsuper or rolbypassrls) as bound from pg_roles where rolname = current_user',
    )
    expect(rows).toEqual([{ bound: true }])
  })

  it('protects every table that has a tenant, and gives every key the tenant first', async () => {
    const { rows } = await here.database.pool.query<{ name: string; forced: boolean; key: string | null }>(`
      select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as forced,
             (select a2.attname from pg_index i join pg_attribute a2 on a2.attrelid = c.oid and a2.attnum = i.indkey[0] where i.indrelid = c.oid
               and i.indisprimary) as key
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'programme_id' and not a.attisdropped
      where c.relkind = 'r' and n.nspname !~ '^(pg_|graphile)'`)
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.filter((row) => !row.forced || row.key !== 'programme_id')).toEqual([])
  })

  it('reads money as whole numbers, days as days and instants as ISO text', async () => {
    const read = await here.inside((db) =>
      sql<{
        yen: unknown
        day: unknown
        at: unknown
      }>`select 9007199254740991::bigint as yen, date '2026-03-31' as day, timestamptz '2026-03-31 15:00:00+00' as at`.execute(db),
    )
    expect(read.rows[0]).toEqual({ yen: 9_007_199_254_740_991, day: '2026-03-31', at: '2026-03-31T15:00:00.000Z' })
    await expect(here.inside((db) => sql`select 9007199254740993::bigint`.execute(db))).rejects.toThrow(/out of range/)
  })
})
