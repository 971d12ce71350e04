import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { execute, newId } from '../../platform/action.ts'
import { readMemberships } from '../store/memberships.ts'
import { createProgramme } from './create-programme.ts'

let world: World
beforeAll(async () => void (world = await createWorld()))
afterAll(() => world.close())

const input = { name: '新しい事業', operatorName: '運営団体', firstFiscalYear: 2026, lastFiscalYear: 2028 }
const create = (userId: string, programmeId: string, key = newId()) =>
  execute(
    world.database,
    createProgramme,
    { programmeId, key, input, now: world.now },
    async () => ({ userId, grants: [], fresh: true }),
    userId,
  )

it('役割のない人が事業をつくり、その管理者になる', async () => {
  const userId = await world.user()
  const programmeId = newId()
  const key = newId()
  const [first, second] = await Promise.all([create(userId, programmeId, key), create(userId, programmeId, key)])
  expect(first).toMatchObject({ ok: true, output: { programmeId } })
  expect(second).toMatchObject({ ok: true, output: { programmeId } })
  const memberships = await world.database.transaction({ programmeId: null, userId }, (db) => readMemberships(db, userId))
  expect(memberships).toMatchObject([
    {
      programmeId,
      programmeName: '新しい事業',
      role: 'administrator',
      scopeKind: 'programme',
      scopeName: '新しい事業',
      secondFactorMissing: true,
    },
  ])
})

it('すでに役割のある人は、もう1つの事業をつくれない', async () => {
  const { userId } = await world.person('sales')
  const result = await create(userId, newId())
  expect(result).toMatchObject({ ok: false, refusal: { code: 'already-a-member' } })
})

it('ほかの事業と同じ番号では、つくれない', async () => {
  const result = await create(await world.user(), world.programmeId)
  expect(result).toMatchObject({ ok: false, refusal: { code: 'programme-exists' } })
})

it('所属する自治体の名前は、事業ごとに読む', async () => {
  const id = await world.municipality({ name: '糸魚川市' })
  const { userId } = await world.person('officer', { kind: 'municipality', id })
  const memberships = await world.database.transaction({ programmeId: null, userId }, (db) => readMemberships(db, userId))
  expect(memberships).toMatchObject([{ role: 'officer', scopeKind: 'municipality', scopeId: id, scopeName: '糸魚川市', personId: null }])
})
