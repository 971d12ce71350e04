import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { addSite } from './add-site.ts'

let counter = 0
const fields = { prefecture: '長野県', seats: 12, securityClass: 2, openedOn: '2026-04-01' }

actionSuite(addSite, {
  arrange: async (world) => ({
    actor: await world.person('administrator'),
    input: { ...fields, municipalityId: await world.municipality(), name: `拠点 ${++counter}` },
  }),
  check: async (world, { siteId }, { name }) => {
    const row = await world.inside((db) => db.selectFrom('programme.site').selectAll().where('id', '=', siteId).executeTakeFirst())
    expect(row).toMatchObject({ name, seats: 12, securityClass: 2 })
  },
  refusals: {
    'site-known': async (world) => {
      await world.site({ name: '駅前拠点' })
      return {
        actor: await world.person('administrator'),
        input: { ...fields, municipalityId: await world.municipality(), name: '駅前拠点' },
      }
    },
  },
})
