import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { invitation } from '../../../test/support/invitation.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { execute, newId } from '../../platform/action.ts'
import { readGrants } from '../store/memberships.ts'
import { acceptInvitation } from './accept-invitation.ts'

const newcomer = async (world: World) => ({ userId: await world.user(), grants: [], fresh: true })
const addressOf = (actor: { userId: string }) => `${actor.userId}@people.example`
/** Somebody with an invitation to their own address, in whatever letters it was written. */
async function invited(world: World, given: Parameters<typeof invitation>[1] = {}) {
  const actor = await newcomer(world)
  return { actor, input: { token: (await invitation(world, { email: addressOf(actor).toUpperCase(), ...given })).token } }
}
const at = '2026-11-19T00:00:00Z'

actionSuite(acceptInvitation, {
  arrange: (world) => invited(world),
  check: async (world, { role }) => {
    expect(role).toBe('sales')
    const row = await world.inside((db) =>
      db.selectFrom('programme.invitation').selectAll().where('acceptedAt', 'is not', null).executeTakeFirstOrThrow(),
    )
    const grants = await world.inside((db) => readGrants(db, row.acceptedBy ?? ''))
    expect(grants).toEqual([{ role: 'sales', scopeKind: 'programme', scopeId: world.programmeId }])
  },
  refusals: {
    'invitation-used': (world) => invited(world, { acceptedAt: at }),
    'invitation-withdrawn': (world) => invited(world, { withdrawnAt: at }),
    'invitation-expired': (world) => invited(world, { expiresAt: at }),
    'invitation-for-another': async (world) => ({ ...(await invited(world)), actor: await newcomer(world) }),
  },
})

it('1つの招待を20回同時に使っても、役割を得るのは1回', async () => {
  const world = await createWorld()
  const {
    actor: person,
    input: { token },
  } = await invited(world)
  const people = Array.from({ length: 20 }, () => person)
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
