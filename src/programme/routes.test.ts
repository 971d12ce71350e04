import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase } from '../../test/support/database.ts'
import { invitation } from '../../test/support/invitation.ts'
import { createProgramme, createWorld, type World } from '../../test/support/world.ts'
import type { Actor } from '../platform/access.ts'
import { execute, newId } from '../platform/action.ts'
import { openDatabase } from '../platform/db/db.ts'
import { query } from '../platform/read.ts'
import { addMunicipality } from './actions/add-municipality.ts'
import { setYearCost } from './actions/set-year-cost.ts'
import { contract } from './contract/index.ts'
import { reads } from './routes.ts'
import { readEntrances } from './store/programme.ts'

let world: World
beforeAll(async () => void (world = await createWorld()))
afterAll(() => world.close())

async function ask<Name extends keyof typeof contract>(name: Name, actor: Actor, input: object = {}) {
  const read = reads.find((each) => each.contract.name === name)
  if (!read) throw new Error(`no read ${name}`)
  return query(world.database, read, { programmeId: world.programmeId, input, now: world.now }, async () => actor, actor.userId)
}

it('設定の一覧は、入力が進むと完了に変わる', async () => {
  const administrator = await world.person('administrator')
  const done = async () => {
    const { items } = contract['set-up'].output.parse(await ask('set-up', administrator))
    return items.filter((item) => item.done).map((item) => item.key)
  }
  expect(await done()).toEqual([])
  const municipalityId = await world.municipality({ isLead: true })
  await world.site({ municipalityId })
  expect(await done()).toEqual(['municipalities', 'sites'])
  for (const fiscalYear of [2024, 2025, 2026, 2027, 2028]) {
    const share = { municipalityId, costYen: 100, eligibleYen: 100, grantYen: 50 }
    await world.inside((db) => setYearCost.perform(world.context(db), { fiscalYear, costYen: 100, shares: [share] }))
  }
  await world.insert('programme.minimum_wage', { prefecture: '長野県', validFrom: '2026-10-01', hourlyYen: 1_061 })
  await invitation(world)
  expect(await done()).toEqual(['municipalities', 'sites', 'years', 'minimum-wage', 'people'])
})

it('費用のない年度も、空のまま一覧に出る', async () => {
  const { rows } = contract.years.output.parse(await ask('years', await world.person('office')))
  expect(rows.map((row) => row.fiscalYear)).toEqual([2024, 2025, 2026, 2027, 2028])
})

it('役割を持つ人を、名前と役割で探し、続きから読める', async () => {
  const administrator = await world.person('administrator')
  const userId = await world.user('さがしもの 一郎')
  await world.insert('programme.membership', {
    id: newId(),
    userId,
    role: 'sales',
    scopeKind: 'programme',
    scopeId: world.programmeId,
  })
  const list = async (input: object) => contract.memberships.output.parse(await ask('memberships', administrator, input))
  expect((await list({ search: 'さがしもの' })).rows).toMatchObject([{ userId, role: 'sales', secondFactor: false }])
  expect((await list({ search: 'さがしもの', role: 'office' })).rows).toEqual([])
  const first = await list({ limit: 1 })
  const second = await list({ limit: 1, cursor: first.next })
  expect(second.rows[0]?.id).not.toBe(first.rows[0]?.id)
  expect(first.total).toBeGreaterThan(1)
})

it('招待の中身は、合言葉を知る人だけが読める', async () => {
  const visitor: Actor = { userId: null, grants: [], fresh: false }
  const { token } = await invitation(world)
  expect(await ask('invitation', visitor, { token })).toMatchObject({ role: 'sales', state: 'open' })
  await expect(ask('invitation', visitor, { token: 'x'.repeat(43) })).rejects.toMatchObject({ code: 'not-found' })
})

it('操作の記録は探せて、書きかえがあれば場所が分かる', async () => {
  const administrator = await world.person('administrator')
  for (const name of ['記録市', '証跡市']) {
    const input = { code: null, name, joinedOn: '2026-04-01' }
    await execute(
      world.database,
      addMunicipality,
      { programmeId: world.programmeId, key: newId(), input, now: world.now },
      async () => administrator,
      administrator.userId,
    )
  }
  const list = async (input: object) => contract['audit-log'].output.parse(await ask('audit-log', administrator, input))
  expect((await list({ search: 'add-municipality' })).rows.length).toBe(2)
  const words = await list({ search: '自治体を加える', acts: ['programme.add-municipality'] })
  expect(words.rows.length).toBe(2)
  expect((await list({ search: '自治体を加える' })).rows).toEqual([])
  expect((await list({ search: 'add-municipality', to: '2026-11-19' })).rows).toEqual([])
  const first = await list({ search: 'add-municipality', limit: 1 })
  expect((await list({ search: 'add-municipality', limit: 1, cursor: first.next })).rows[0]?.key).not.toBe(first.rows[0]?.key)
  expect(contract['audit-check'].output.parse(await ask('audit-check', administrator)).broken).toEqual([])
})

it('入口には、自治体の決まった事業だけが名前で並ぶ', async () => {
  const fresh = await freshDatabase()
  const database = await openDatabase(fresh.config)
  try {
    const [known] = [await createProgramme(database), await createProgramme(database)]
    await known.municipality()
    const entrances = await database.transaction({ programmeId: null, userId: null }, readEntrances, { readOnly: true })
    expect(entrances).toMatchObject([{ programmeId: known.programmeId, operatorName: 'Operator' }])
  } finally {
    await database.close()
    await fresh.drop()
  }
})
