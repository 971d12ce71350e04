import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { consentTextVersion } from '../rules/consents.ts'
import { giveConsent } from './give-consent.ts'

async function arranged(world: World, withdrawnAt: string | null) {
  const { workerId, actor } = await world.worker()
  const given = { workerId, purpose: 'share-with-municipality', textVersion: '2025-01' }
  await world.insert('people.consent', { ...given, givenAt: '2026-01-01T00:00:00Z', withdrawnAt })
  return { actor, input: { workerId, purpose: 'share-with-municipality' as const } }
}

actionSuite(giveConsent, {
  arrange: (world) => arranged(world, '2026-02-01T00:00:00Z'),
  check: async (world, _, { workerId }) => {
    const rows = await world.inside((db) =>
      db.selectFrom('people.consent').select(['textVersion', 'withdrawnAt']).where('workerId', '=', workerId).orderBy('givenAt').execute(),
    )
    expect(rows).toEqual([
      { textVersion: '2025-01', withdrawnAt: expect.any(String) },
      { textVersion: consentTextVersion, withdrawnAt: null },
    ])
  },
  refusals: { 'consent-stands': (world) => arranged(world, null) },
})
