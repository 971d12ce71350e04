import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createProgramme, createWorld, type World } from '../../../test/support/world.ts'
import { execute, newId } from '../../platform/action.ts'
import { endRole } from './end-role.ts'

const membershipOf = (world: World, userId: string) =>
  world.inside((db) => db.selectFrom('programme.membership').select('id').where('userId', '=', userId).executeTakeFirstOrThrow())

actionSuite(endRole, {
  arrange: async (world) => {
    const { userId } = await world.person('sales')
    return { actor: await world.person('administrator'), input: { membershipId: (await membershipOf(world, userId)).id } }
  },
  check: async (world, _, { membershipId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('programme.membership').selectAll().where('id', '=', membershipId).executeTakeFirst(),
    )
    expect(row?.endedAt).toBe(world.now.toISOString())
  },
  refusals: {
    'role-ended': async (world) => {
      const { userId } = await world.person('sales')
      const { id } = await membershipOf(world, userId)
      await world.inside((db) =>
        db.updateTable('programme.membership').set({ endedAt: world.now.toISOString() }).where('id', '=', id).execute(),
      )
      return { actor: await world.person('administrator'), input: { membershipId: id } }
    },
    'last-administrator': async (world) => {
      // The earlier tests of this world have left administrators behind; all but this one step down.
      await world.inside((db) =>
        db
          .updateTable('programme.membership')
          .set({ endedAt: world.now.toISOString() })
          .where('role', '=', 'administrator')
          .where('endedAt', 'is', null)
          .execute(),
      )
      const actor = await world.person('administrator')
      return { actor, input: { membershipId: (await membershipOf(world, actor.userId)).id } }
    },
  },
})

it('最後の2人の管理者が互いの役割を同時に終えても、1人は残る', async () => {
  const world = await createWorld()
  for (let round = 0; round < 10; round++) {
    const programme = await createProgramme(world.database)
    const [one, other] = [await programme.person('administrator'), await programme.person('administrator')]
    const end = async (actor: typeof one, whom: string) =>
      execute(
        world.database,
        endRole,
        {
          programmeId: programme.programmeId,
          key: newId(),
          input: { membershipId: (await membershipOf(programme, whom)).id },
          now: world.now,
        },
        async () => actor,
        actor.userId,
      )
    const results = await Promise.all([end(one, other.userId), end(other, one.userId)])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
  }
  await world.close()
})
