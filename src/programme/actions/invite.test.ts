import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { invitation } from '../../../test/support/invitation.ts'
import type { World } from '../../../test/support/world.ts'
import { findInvitation } from '../store/invitations.ts'
import { invite } from './invite.ts'

const token = () => randomBytes(32).toString('base64url')
const roleInput: { role: 'director' | 'officer' | 'worker'; scopeKind: 'programme' } = { role: 'director', scopeKind: 'programme' }
const input = (world: World) => ({ email: 'officer@city.example', ...roleInput, scopeId: world.programmeId, token: token() })

actionSuite(invite, {
  arrange: async (world) => ({ actor: await world.person('administrator'), input: input(world) }),
  check: async (world, { expiresAt }, given) => {
    expect(await world.inside((db) => findInvitation(db, given.token))).toMatchObject({
      role: 'director',
      email: given.email,
      acceptedAt: null,
    })
    expect(expiresAt.slice(0, 10)).toBe('2026-12-04')
    const kept = await world.inside((db) => db.selectFrom('platform.idempotency').selectAll().execute())
    expect(JSON.stringify(kept)).not.toContain(given.token)
  },
  refusals: {
    'scope-does-not-fit': async (world) => ({
      actor: await world.person('administrator'),
      input: { ...input(world), role: 'officer' as const },
    }),
    'workers-register-themselves': async (world) => ({
      actor: await world.person('administrator'),
      input: { ...input(world), role: 'worker' as const },
    }),
    'token-used': async (world) => ({
      actor: await world.person('administrator'),
      input: { ...input(world), token: (await invitation(world)).token },
    }),
  },
})
