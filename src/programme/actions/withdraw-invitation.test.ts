import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { invitation } from '../../../test/support/invitation.ts'
import { lockInvitation } from '../store/invitations.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

const at = '2026-11-19T00:00:00Z'

actionSuite(withdrawInvitation, {
  arrange: async (world) => ({
    actor: await world.person('administrator'),
    input: { invitationId: (await invitation(world)).invitationId },
  }),
  check: async (world, _, { invitationId }) => {
    const row = await world.inside((db) => lockInvitation(db, invitationId))
    expect(row?.withdrawnAt).toBe(world.now.toISOString())
  },
  refusals: {
    'invitation-used': async (world) => ({
      actor: await world.person('administrator'),
      input: { invitationId: (await invitation(world, { acceptedAt: at })).invitationId },
    }),
    'invitation-withdrawn': async (world) => ({
      actor: await world.person('administrator'),
      input: { invitationId: (await invitation(world, { withdrawnAt: at })).invitationId },
    }),
  },
})
