import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.ts'
import { createProgramme as createWorld, type World } from '../../../test/support/world.ts'
import { execute, newId } from '../../platform/action.ts'
import { openDatabase, type Database } from '../../platform/db/db.ts'
import { readMemberships } from '../store/memberships.ts'
import { insertOpeningInvitation, setEntrance, setOpening } from '../store/opening.ts'
import { readEntrances } from '../store/programme.ts'
import { createProgramme } from './create-programme.ts'

let fresh: FreshDatabase
let database: Database
let world: World
beforeEach(() => setOpening('open'))
beforeAll(async () => {
  fresh = await freshDatabase()
  database = await openDatabase(fresh.config)
})
afterAll(async () => {
  setOpening('first')
  await database.close()
  await fresh.drop()
})

const outside = { programmeId: null, userId: null }
let counter = 0
const input = () => ({
  name: `新しい事業 ${'あかさたなはまやらわ'[counter++]}組`,
  operatorName: '運営の団体',
  firstFiscalYear: 2026,
  lastFiscalYear: 2028,
})
const create = (userId: string, given: object = {}, request: { key?: string; programmeId?: string } = {}) =>
  execute(
    database,
    createProgramme,
    { programmeId: '00000000-0000-4000-8000-000000000000', key: newId(), input: { ...input(), ...given }, now: new Date(), ...request },
    async () => ({ userId, grants: [], fresh: true }),
    userId,
  )
const refused = async (work: ReturnType<typeof create>) => {
  const result = await work
  return result.ok ? 'opened' : result.refusal.code
}

it('最初の人は事業をつくれて管理者になり、番号はサーバーが決める。デモは数えない', async () => {
  setOpening('first')
  const demo = await createWorld(database)
  await database.transaction({ programmeId: demo.programmeId, userId: null }, (db) =>
    db.updateTable('programme.programme').set({ isDemo: true }).where('programmeId', '=', demo.programmeId).execute(),
  )
  world = demo
  const userId = await world.user()
  const key = newId()
  const name = 'はじめての事業'
  const [first, second] = await Promise.all([
    create(userId, { name, operatorName: '団体' }, { key }),
    create(userId, { name, operatorName: '団体' }, { key }),
  ])
  if (!first.ok || !second.ok) throw new Error('refused')
  const { programmeId } = first.output
  expect(second.output).toEqual({ programmeId })
  expect(programmeId).not.toContain('00000000-0000')
  const memberships = await database.transaction({ programmeId: null, userId }, (db) => readMemberships(db, userId))
  expect(memberships).toMatchObject([
    { programmeId, programmeName: name, role: 'administrator', scopeKind: 'programme', secondFactorMissing: true },
  ])
  // Everybody after the first needs an invitation.
  expect(await refused(create(await world.user()))).toBe('opening-closed')
})

it('1人が同時に10個つくろうとしても、できるのは1つ', async () => {
  const userId = await world.user()
  const codes = await Promise.all(Array.from({ length: 10 }, () => refused(create(userId))))
  expect(codes.filter((code) => code === 'opened')).toHaveLength(1)
  expect(new Set(codes)).toEqual(new Set(['opened', 'already-a-member']))
})

it('閉じてあれば、招待があってもつくれない', async () => {
  setOpening('closed')
  expect(await refused(create(await world.user()))).toBe('opening-closed')
})

it('招待のリンクでは、送られたアドレスの人が1回だけつくれて、似た名前でもよい', async () => {
  setOpening('first')
  const userId = await world.user()
  const token = 'a'.repeat(43)
  await database.transaction(outside, (db) => insertOpeningInvitation(db, `${userId}@PEOPLE.example`, token, new Date()))
  expect(await refused(create(await world.user(), { invitation: token }))).toBe('opening-invitation-invalid')
  expect(await refused(create(userId, { invitation: 'b'.repeat(43) }))).toBe('opening-invitation-invalid')
  expect(await refused(create(userId, { invitation: token, name: '公式 はじめての事業' }))).toBe('opened')
  expect(await refused(create(await world.user(), { invitation: token }))).toBe('opening-invitation-invalid')
})

it('ほかの事業、運営団体、自治体と間違えられる名前ではつくれない', async () => {
  await world.municipality({ name: '大町市' })
  for (const given of [
    { name: '大町市 公式' },
    { name: '大\u200b町巿' },
    { operatorName: '太町市' },
    { name: 'は じ め て の 事業' },
    { name: 'はじめての亊業' },
  ])
    expect(await refused(create(await world.user(), given)), JSON.stringify(given)).toBe('name-resembles')
})

it('すでに役割のある人は、もう1つの事業をつくれない', async () => {
  expect(await refused(create((await world.person('sales')).userId))).toBe('already-a-member')
})

it('入口には、運用する人の決めた順に並び、だれでもつくれるときの新しい事業は出ない', async () => {
  const entrances = async () => (await database.transaction(outside, readEntrances, { readOnly: true })).map((each) => each.programmeId)
  const result = await create(await world.user(), { operatorName: '別の会' })
  if (!result.ok) throw new Error(result.refusal.code)
  const other = await createWorld(database)
  await other.municipality()
  const opened = result.output.programmeId
  await database.transaction({ programmeId: opened, userId: null }, (db) =>
    db.insertInto('programme.municipality').values({ programmeId: opened, id: newId(), name: '新町', joinedOn: '2026-04-01' }).execute(),
  )
  expect(await entrances()).toEqual([world.programmeId, other.programmeId])
  await database.transaction(outside, (db) => setEntrance(db, [other.programmeId, opened]))
  expect(await entrances()).toEqual([other.programmeId, opened])
})

it('所属する自治体の名前は、事業ごとに読む', async () => {
  const id = await world.municipality({ name: '糸魚川市' })
  const { userId } = await world.person('officer', { kind: 'municipality', id })
  const memberships = await database.transaction({ programmeId: null, userId }, (db) => readMemberships(db, userId))
  expect(memberships).toMatchObject([{ role: 'officer', scopeKind: 'municipality', scopeId: id, scopeName: '糸魚川市', personId: null }])
})
