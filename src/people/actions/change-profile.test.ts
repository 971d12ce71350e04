import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { changeProfile } from './change-profile.ts'

async function arranged(world: World, given = {}) {
  const { workerId, actor } = await world.worker()
  const fields = { name: '新しい名前', kana: 'アタラシイ ナマエ', displayName: '名前', phone: '', postalAddress: '', prefecture: '新潟県' }
  return { actor, input: { workerId, ...fields, municipalityId: await world.municipality(), siteId: await world.site(), ...given } }
}

actionSuite(changeProfile, {
  arrange: (world) => arranged(world),
  check: async (world, _, { workerId, municipalityId, siteId }) => {
    const row = await world.inside((db) => db.selectFrom('people.worker').selectAll().where('id', '=', workerId).executeTakeFirst())
    expect(row).toMatchObject({ name: '新しい名前', prefecture: '新潟県', municipalityId, siteId })
  },
  refusals: {
    'municipality-takes-no-part': async (world) => arranged(world, { municipalityId: await world.municipality({ isMember: false }) }),
    'site-unknown': async (world) => arranged(world, { siteId: await world.site({ closedOn: '2026-10-31' }) }),
  },
  invalid: [{ input: { phone: 'いつでも' }, path: 'phone' }],
})
