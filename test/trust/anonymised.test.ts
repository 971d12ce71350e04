import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eraseAccountsOf } from '../../src/money/store/erasing.ts'
import { contract } from '../../src/people/contract/index.ts'
import { anonymiseLeavers } from '../../src/people/jobs.ts'
import { reads } from '../../src/people/routes.ts'
import { readableDocument, verifyDocuments } from '../../src/platform/documents.ts'
import { verifySeals } from '../../src/platform/proof/seals.ts'
import { query } from '../../src/platform/read.ts'
import { left } from '../support/leaver.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => void (world = await createWorld()))
afterAll(() => world.close())

/** The tables of the programme in which a text still stands. */
async function placesOf(text: string): Promise<string[]> {
  return world.inside(async (db) => {
    const { rows } = await sql<{ name: string; schema: string }>`
      select c.table_schema as schema, c.table_name as name from information_schema.tables c
      where c.table_type = 'BASE TABLE' and c.table_schema in ('platform', 'programme', 'people', 'orders', 'delivery', 'money')
        and c.table_name <> 'seal'`.execute(db)
    const found: string[] = []
    for (const { schema, name } of rows) {
      const hit = await sql`select from ${sql.id(schema, name)} t where t::text like ${`%${text}%`} limit 1`.execute(db)
      if (hit.rows.length > 0) found.push(`${schema}.${name}`)
    }
    return found.sort()
  })
}

it('期限が過ぎた人は夜に匿名になり、名前も口座もどの表にも残らない。期限前の書類はその日まで残る', async () => {
  const over = await left(world, '2026-11-19')
  const kept = await left(world, '2026-11-20')
  await world.inside((db) => anonymiseLeavers(world.context(db)))
  await world.inside((db) => eraseAccountsOf(db, over.workerId))

  expect(await placesOf(over.secret)).toEqual([])
  // The account is gone; its id, which says nothing of the person, stays where it was written for good.
  expect(await placesOf(over.actor.userId)).toEqual(['platform.audit', 'programme.membership'])
  expect((await placesOf(kept.secret)).sort()).toEqual([
    'people.state_change',
    'people.worker',
    'platform.document',
    'platform.notification',
  ])
  const accounts = await world.inside((db) => db.selectFrom('people.bank_account').select(['workerId', 'accountNumber']).execute())
  expect(accounts.find((row) => row.workerId === over.workerId)?.accountNumber).toBe('0000000')
  expect(accounts.find((row) => row.workerId === kept.workerId)?.accountNumber).toBe('7654321')

  const paper = (id: string, userId: string) => world.inside((db) => readableDocument(db, { userId, grants: [], fresh: true }, id))
  expect(await paper(over.documentId, over.actor.userId)).toBeNull()
  expect(await paper(kept.documentId, kept.actor.userId)).not.toBeNull()
  expect((await world.inside(verifyDocuments)).broken).toEqual([])
  expect((await world.inside(verifySeals)).broken).toEqual([])

  const read = reads.find((each) => each.contract.name === contract.leavers.name)
  const administrator = await world.person('administrator')
  if (!read) throw new Error('no report')
  const ask = { programmeId: world.programmeId, input: {}, now: world.now }
  const report = contract.leavers.output.parse(await query(world.database, read, ask, async () => administrator, administrator.userId))
  const byId = new Map(report.rows.map((row) => [row.id, row]))
  expect(byId.get(over.workerId)).toMatchObject({ keptUntil: '2026-11-19', papers: 1, erasedPapers: 1, anonymisedOn: world.today })
  expect(byId.get(kept.workerId)).toMatchObject({ keptUntil: '2026-11-20', papers: 1, erasedPapers: 0, anonymisedOn: null })
})

it('書類は期限の前に消せず、ほかの列のためにも書きかえられない', async () => {
  const { workerId, documentId } = await left(world, '2099-06-30')
  await world.inside((db) => sql`select platform.erase_documents(${workerId}::uuid, '2100-01-01')`.execute(db))
  const row = await world.inside((db) => db.selectFrom('platform.document').select('data').where('id', '=', documentId).executeTakeFirst())
  expect(JSON.stringify(row)).toContain('消える')
  await expect(world.inside((db) => db.updateTable('platform.document').set({ amountYen: 1 }).execute())).rejects.toThrow(/append-only/)
})
