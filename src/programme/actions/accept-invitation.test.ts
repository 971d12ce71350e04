import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { invitation } from '../../../test/support/invitation.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { execute, newId } from '../../platform/action.ts'
import { readGrants } from '../store/memberships.ts'
import { acceptInvitation } from './accept-invitation.ts'

const newcomer = async (world: World) => ({ userId: await world.user(), grants: [], fresh: true })
const at = '2026-11-19T00:00:00Z'

actionSuite(acceptInvitation, {
  arrange: async (world) => ({ actor: await newcomer(world), input: { token: (await invitation(world)).token } }),
  check: async (world, { role }) => {
    expect(role).toBe('sales')
    const row = await world.inside((db) =>
      db.selectFrom('programme.invitation').selectAll().where('acceptedAt', 'is not', null).executeTakeFirstOrThrow(),
    )
    const grants = await world.inside((db) => readGrants(db, row.acceptedBy ?? ''))
    expect(grants).toEqual([{ role: 'sales', scopeKind: 'programme', scopeId: world.programmeId }])
  },
  refusals: {
    'invitation-used': async (world) => ({
      actor: await newcomer(world),
      input: { token: (await invitation(world, { acceptedAt: at })).token },
    }),
    'invitation-withdrawn': async (world) => ({
      actor: await newcomer(world),
      input: { token: (await invitation(world, { withdrawnAt: at })).token },
    }),
    'invitation-expired': async (world) => ({
      actor: await newcomer(world),
      input: { token: (await invitation(world, { expiresAt: at })).token },
    }),
  },
})

it('1つの招待を20人が同時に使っても、役割を得るのは1人', async () => {
  const world = await createWorld()
  const { token } = await invitation(world)
  const people = await Promise.all(Array.from({ length: 20 }, () => newcomer(world)))
  const results = await Promise.all(
    people.map((actor) =>
      execute(
        world.database,
        acceptInvitation,
        { programmeId: world.programmeId, key: newId(), input: { token }, now: world.now },
        async () => actor,
        actor.userId,
      ),
    ),
  )
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(await world.count('programme.membership')).toBe(1)
  await world.close()
})
