import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { freePair } from './free-pair.ts'

async function given(world: World, hasRule = true) {
  const input = { workerId: (await world.worker()).workerId, packageId: await world.package() }
  if (hasRule)
    await world.insert('matching.pair_rule', {
      worker_id: input.workerId,
      package_id: input.packageId,
      rule: 'forbidden',
      set_by: 'somebody',
    })
  return { actor: await world.person('director'), input }
}

actionSuite(freePair, {
  arrange: (world) => given(world),
  check: async (world, { workerId }) => {
    expect(await world.inside((db) => db.selectFrom('matching.pair_rule').selectAll().where('worker_id', '=', workerId).execute())).toEqual(
      [],
    )
  },
  refusals: { 'no-such-rule': (world) => given(world, false) },
})
