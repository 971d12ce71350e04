import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { readGrants } from '../store/memberships.ts'
import { findProgramme, updateProgramme } from '../store/programme.ts'
import { requireSecondFactor } from './require-second-factor.ts'

async function withSecondFactor(world: World) {
  const actor = await world.person('administrator')
  await world.inside((db) => db.updateTable('platform.user').set({ twoFactorEnabled: true }).where('id', '=', actor.userId).execute())
  return actor
}

actionSuite(requireSecondFactor, {
  namesNoRecord: true,
  arrange: async (world) => ({ actor: await withSecondFactor(world), input: { required: true } }),
  check: async (world) => {
    const row = await world.inside((db) => findProgramme(db, world.programmeId))
    expect(row?.secondFactorRequired).toBe(true)
  },
  refusals: {
    'own-second-factor-missing': async (world) => ({ actor: await world.person('administrator'), input: { required: true } }),
  },
})

it('二要素認証を求める事業では、ない人の管理者と事務局の役割は数えない', async () => {
  const world = await createWorld()
  const administrator = await world.person('administrator')
  const sure = await withSecondFactor(world)
  const director = await world.person('director')
  await world.inside((db) => updateProgramme(world.context(db), { secondFactorRequired: true }))
  const rolesOf = (userId: string) => world.inside(async (db) => (await readGrants(db, userId)).map((grant) => grant.role))
  expect(await rolesOf(administrator.userId)).toEqual([])
  expect(await rolesOf(sure.userId)).toEqual(['administrator'])
  expect(await rolesOf(director.userId)).toEqual(['director'])
  await world.close()
})
