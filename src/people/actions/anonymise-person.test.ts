import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { eraseAccountsOf } from '../../money/store/erasing.ts'
import { newId } from '../../platform/action.ts'
import { readableDocument, registerTemplate, storeDocument, verifyDocuments } from '../../platform/documents.ts'
import { verifySeals } from '../../platform/proof/seals.ts'
import { query } from '../../platform/read.ts'
import { contract } from '../contract/index.ts'
import { anonymiseLeavers } from '../jobs.ts'
import { reads } from '../routes.ts'
import { anonymisePerson } from './anonymise-person.ts'

const pdf = async () => new Uint8Array([37, 80, 68, 70])
registerTemplate({ name: 'leaver/v1', allow: { office: ['programme'] }, isPersonal: true, pdf })

const account = { bankCode: '0143', bankName: '八十二長野', branchCode: '433', branchName: '塩尻', accountType: 'ordinary' as const }

/** Somebody who left long ago, with an account, a note and one paper that is kept until the given day. */
async function left(world: World, retainUntil: string, leftOn = '2016-03-31') {
  const secret = `消える ${newId()}`
  const person = await world.worker({
    state: 'left',
    leftOn,
    name: secret,
    displayName: secret,
    phone: '0261-22-0420',
    postalAddress: secret,
  })
  const { workerId } = person
  await world.insert('people.bank_account', { ...account, id: newId(), workerId, accountNumber: '7654321', holderKana: 'ｷｴﾙ ﾋﾄ' })
  const change = { fromState: 'active', toState: 'left', changedOn: leftOn, changedBy: 'system' }
  await world.insert('people.state_change', { ...change, id: newId(), workerId, note: secret })
  await world.insert('platform.notification', {
    id: newId(),
    userId: 'someone',
    kind: 'people.applied',
    data: JSON.stringify({ name: secret }),
  })
  const paper = await world.inside((db) =>
    storeDocument(world.context(db), {
      ...{ kind: 'leaver', prefix: 'L-', template: 'leaver/v1', transactionOn: '2015-05-01', amountYen: 1_000, retainUntil },
      ...{ counterpartyId: workerId, counterpartyName: secret, ownerUserId: person.actor.userId, data: { name: secret } },
    }),
  )
  return { ...person, secret, documentId: paper.id }
}
async function arranged(world: World, retainUntil = '2026-06-30') {
  const { workerId } = await left(world, retainUntil)
  return { actor: await world.person('administrator'), input: { workerId } }
}

actionSuite(anonymisePerson, {
  arrange: (world) => arranged(world),
  check: async (world, { until }, { workerId }) => {
    expect(until).toBe('2026-06-30')
    const row = await world.inside((db) => db.selectFrom('people.worker').selectAll().where('id', '=', workerId).executeTakeFirstOrThrow())
    expect(row).toMatchObject({ name: `W-${String(row.number).padStart(5, '0')}`, userId: null, email: '', phone: '', postalAddress: '' })
  },
  refusals: {
    'still-takes-part': async (world) => ({
      actor: await world.person('administrator'),
      input: { workerId: (await world.worker()).workerId },
    }),
    'kept-by-law': (world) => arranged(world, '2030-06-30'),
    'anonymised-already': async (world) => {
      const { actor, input } = await arranged(world)
      await world.inside((db) => anonymisePerson.perform(world.context(db), input))
      return { actor, input }
    },
  },
})

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
    return found
  })
}

it('期限が過ぎた人は夜に匿名になり、名前も口座もどの表にも残らない。期限前の書類はその日まで残る', async () => {
  const over = await left(world, '2026-11-19')
  const kept = await left(world, '2026-11-20')
  await world.inside((db) => anonymiseLeavers(world.context(db)))
  await world.inside((db) => eraseAccountsOf(db, over.workerId))

  expect(await placesOf(over.secret)).toEqual([])
  expect(await placesOf(over.actor.userId)).toEqual(['programme.membership'])
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
