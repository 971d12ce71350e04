import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { freePair } from './free-pair.ts'

async function given(world: World, hasRule = true) {
  const input = { workerId: (await world.worker()).workerId, packageId: await world.package() }
  if (hasRule)
    await world.insert('matching.pair_rule', {
      workerId: input.workerId,
      packageId: input.packageId,
      rule: 'forbidden',
      setBy: 'somebody',
    })
  return { actor: await world.person('director'), input }
}

actionSuite(freePair, {
  arrange: (world) => given(world),
  check: async (world, { workerId }) => {
    expect(await world.inside((db) => db.selectFrom('matching.pair_rule').selectAll().where('workerId', '=', workerId).execute())).toEqual(
      [],
    )
  },
  refusals: { 'no-such-rule': (world) => given(world, false) },
})
