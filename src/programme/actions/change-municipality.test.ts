import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { changeMunicipality } from './change-municipality.ts'

const fields = { code: null, joinedOn: '2026-04-01' }

actionSuite(changeMunicipality, {
  arrange: async (world) => ({
    actor: await world.person('administrator'),
    input: {
      ...fields,
      municipalityId: await world.municipality(),
      name: `改称 ${await world.count('programme.municipality')}`,
      leftOn: '2027-03-31',
      isMember: false,
    },
  }),
  check: async (world, _, { municipalityId, name }) => {
    const row = await world.inside((db) =>
      db.selectFrom('programme.municipality').selectAll().where('id', '=', municipalityId).executeTakeFirst(),
    )
    expect(row).toMatchObject({ name, leftOn: '2027-03-31', isMember: false })
  },
  refusals: {
    'municipality-known': async (world) => {
      await world.municipality({ name: '安曇野市' })
      return {
        actor: await world.person('administrator'),
        input: { ...fields, municipalityId: await world.municipality(), name: '安曇野市' },
      }
    },
    'lead-known': async (world) => {
      await world.municipality({ isLead: true })
      return {
        actor: await world.person('administrator'),
        input: { ...fields, municipalityId: await world.municipality(), name: '幹事', isLead: true },
      }
    },
  },
})
