import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../platform/action.ts'
import { createProgramme, createWorld, type World } from '../../../test/support/world.ts'
import { endScope } from './end-scope.ts'

let world: World
beforeAll(async () => void (world = await createWorld()))
afterAll(() => world.close())

it('なくなった範囲の役割を終え、ほかに役割のないアカウントだけを消す', async () => {
  const scope = { kind: 'client', id: newId() } as const
  const only = await world.person('client', scope)
  const here = await world.person('client', scope)
  await world.insert('programme.membership', {
    id: newId(),
    userId: here.userId,
    role: 'sales',
    scopeKind: 'programme',
    scopeId: world.programmeId,
  })
  const elsewhere = await world.person('client', scope)
  const other = await createProgramme(world.database)
  const abroad = { id: newId(), userId: elsewhere.userId, role: 'sales', scopeKind: 'programme', scopeId: other.programmeId }
  await other.insert('programme.membership', abroad)

  expect(await world.inside((db) => endScope(world.context(db), scope.id))).toEqual([only.userId])
  const held = await world.inside((db) =>
    db
      .selectFrom('programme.membership')
      .select(['userId', 'role'])
      .where('programmeId', '=', world.programmeId)
      .where('endedAt', 'is', null)
      .execute(),
  )
  expect(held).toEqual([{ userId: here.userId, role: 'sales' }])
  const accounts = await world.inside((db) =>
    db.selectFrom('platform.user').select('id').where('id', 'in', [only.userId, here.userId, elsewhere.userId]).execute(),
  )
  expect(accounts.map(({ id }) => id).sort()).toEqual([here.userId, elsewhere.userId].sort())
})
