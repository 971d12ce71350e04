import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { changeSite } from './change-site.ts'

let counter = 0
const fields = { prefecture: '新潟県', seats: 3, securityClass: 1, openedOn: '2026-04-01', closedOn: '2027-03-31' }

actionSuite(changeSite, {
  arrange: async (world) => ({
    actor: await world.person('administrator'),
    input: { ...fields, siteId: await world.site(), municipalityId: await world.municipality(), name: `移転先 ${++counter}` },
  }),
  check: async (world, _, { siteId, name, municipalityId }) => {
    const row = await world.inside((db) => db.selectFrom('programme.site').selectAll().where('id', '=', siteId).executeTakeFirst())
    expect(row).toMatchObject({ name, municipalityId, seats: 3, closedOn: '2027-03-31' })
  },
  refusals: {
    'site-known': async (world) => {
      await world.site({ name: '中央拠点' })
      return {
        actor: await world.person('administrator'),
        input: { ...fields, siteId: await world.site(), municipalityId: await world.municipality(), name: '中央拠点' },
      }
    },
  },
})
