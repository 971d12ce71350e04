import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { addMunicipality } from './add-municipality.ts'

let counter = 0
const input = (given = {}) => ({ code: null, name: `市 ${++counter}`, joinedOn: '2026-04-01', ...given })

actionSuite(addMunicipality, {
  namesNoRecord: true,
  arrange: async (world) => ({ actor: await world.person('administrator'), input: input() }),
  check: async (world, { municipalityId }, { name }) => {
    const row = await world.inside((db) =>
      db.selectFrom('programme.municipality').selectAll().where('id', '=', municipalityId).executeTakeFirst(),
    )
    expect(row).toMatchObject({ name, joinedOn: '2026-04-01', isMember: true, isLead: false })
  },
  refusals: {
    'municipality-known': async (world) => {
      await world.municipality({ code: '202126', name: '大町市' })
      return { actor: await world.person('administrator'), input: input({ code: '202126' }) }
    },
    'lead-known': async (world) => {
      await world.municipality({ isLead: true })
      return { actor: await world.person('administrator'), input: input({ isLead: true }) }
    },
  },
  invalid: [
    { input: input({ code: '202125' }), path: 'code' },
    { input: input({ code: '200000' }), path: 'code' },
    { input: input({ code: '221015' }), path: 'code' },
    { input: input({ code: '403059' }), path: 'code' },
    { input: input({ code: '20212' }), path: 'code' },
    { input: input({ joinedOn: '2026-02-30' }), path: 'joinedOn' },
  ],
})
