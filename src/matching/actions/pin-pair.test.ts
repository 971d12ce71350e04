import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { pinPair } from './pin-pair.ts'

actionSuite(pinPair, {
  arrange: async (world) => ({ actor: await world.person('director'), input: { workerId: (await world.worker()).workerId, packageId: await world.package(), units: 7 } }),
  check: async (world, { workerId }) => {
    expect(await world.inside((db) => db.selectFrom('matching.pair_rule').selectAll().where('worker_id', '=', workerId).execute())).toMatchObject([{ rule: 'pinned', units: 7 }])
  },
  refusals: {}, invalid: [{ input: { workerId: 'x', packageId: 'y', units: 0 }, path: 'units' }],
})
