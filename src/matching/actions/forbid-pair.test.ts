import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { forbidPair } from './forbid-pair.ts'

actionSuite(forbidPair, {
  arrange: async (world) => ({
    actor: await world.person('director'),
    input: { workerId: (await world.worker()).workerId, packageId: await world.package() },
  }),
  check: async (world, { workerId }) => {
    expect(
      await world.inside((db) => db.selectFrom('matching.pair_rule').selectAll().where('workerId', '=', workerId).execute()),
    ).toMatchObject([{ rule: 'forbidden', units: null }])
  },
  refusals: {},
})
