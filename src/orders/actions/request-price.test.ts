import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { requestPrice } from './request-price.ts'

const given = async (world: World, wantedPriceYen = 130) => {
  const { workerId, actor } = await world.worker()
  const assignmentId = await world.assignment({ workerId, units: 10, unitPriceYen: 120 })
  return { actor, workerId, input: { assignmentId, wantedPriceYen, reason: '1件に8分かかります' } }
}

actionSuite(requestPrice, {
  arrange: (world) => given(world),
  check: async (world, { requestId }, { assignmentId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.price_request').selectAll().where('id', '=', requestId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ assignmentId, wantedPriceYen: 130, requestedOn: '2026-11-20', explanation: null })
  },
  refusals: {
    'price-not-higher': (world) => given(world, 120),
    'nothing-left': async (world) => {
      const { actor, input } = await given(world)
      await world.insert('orders.release', { id: newId(), assignmentId: input.assignmentId, units: 10 })
      return { actor, input }
    },
    'price-request-open': async (world) => {
      const { actor, workerId, input } = await given(world)
      await world.insert('orders.price_request', {
        id: newId(),
        assignmentId: input.assignmentId,
        workerId,
        wantedPriceYen: 125,
        reason: 'x',
        requestedOn: world.today,
      })
      return { actor, input }
    },
  },
  invalid: [{ input: { assignmentId: '00000000-0000-7000-8000-000000000000', wantedPriceYen: 130, reason: ' ' }, path: 'reason' }],
})
