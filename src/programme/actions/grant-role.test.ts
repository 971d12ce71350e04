import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { readGrants } from '../store/memberships.ts'
import { grantRole } from './grant-role.ts'

const input = async (world: World, given = {}) => ({
  userId: (await world.person('sales')).userId,
  role: 'officer' as const,
  scopeKind: 'municipality' as const,
  scopeId: await world.municipality(),
  ...given,
})

actionSuite(grantRole, {
  arrange: async (world) => ({ actor: await world.person('administrator'), input: await input(world) }),
  check: async (world, _, { userId, scopeId }) => {
    const grants = await world.inside((db) => readGrants(db, userId))
    expect(grants).toContainEqual({ role: 'officer', scopeKind: 'municipality', scopeId })
  },
  refusals: {
    'role-held': async (world) => ({
      actor: await world.person('administrator'),
      input: await input(world, { role: 'sales', scopeKind: 'programme', scopeId: world.programmeId }),
    }),
    'scope-does-not-fit': async (world) => ({ actor: await world.person('administrator'), input: await input(world, { role: 'office' }) }),
    'workers-register-themselves': async (world) => ({
      actor: await world.person('administrator'),
      input: await input(world, { role: 'worker' }),
    }),
  },
})
