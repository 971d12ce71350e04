import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { answerPriceRequest } from './answer-price-request.ts'

const given = async (world: World, unitPriceYen: number | null = 150, agreed: Parameters<World['assignment']>[0] = {}, answered = {}) => {
  const { workerId } = await world.worker()
  const assignmentId = await world.assignment({ workerId, units: 10, unitPriceYen: 120, dueOn: '2026-12-10', ...agreed })
  const requestId = newId()
  await world.insert('orders.price_request', {
    id: requestId,
    assignmentId,
    workerId,
    wantedPriceYen: 150,
    reason: '8分かかる',
    requestedOn: '2026-11-18',
    ...answered,
  })
  return { actor: await world.person('director'), assignmentId, input: { requestId, explanation: '手間を見直しました', unitPriceYen } }
}

actionSuite(answerPriceRequest, {
  arrange: (world) => given(world),
  check: async (world, { requestId }) => {
    await world.inside(async (db) => {
      const row = await db.selectFrom('orders.price_request').selectAll().where('id', '=', requestId).executeTakeFirstOrThrow()
      expect(row).toMatchObject({ explanation: '手間を見直しました', answeredOn: '2026-11-20' })
      const change = await db
        .selectFrom('orders.terms_change')
        .selectAll()
        .where('id', '=', row.termsChangeId ?? '')
        .executeTakeFirstOrThrow()
      expect(change).toMatchObject({ unitPriceYen: 150, dueOn: '2026-12-10', state: 'open', reason: '手間を見直しました' })
    })
  },
  refusals: {
    'price-request-answered': (world) => given(world, null, {}, { explanation: 'x', answeredOn: '2026-11-19', answeredBy: 'x' }),
    'nothing-left': async (world) => {
      const arranged = await given(world)
      await world.insert('orders.release', { id: newId(), assignmentId: arranged.assignmentId, units: 10 })
      return arranged
    },
    'change-open': async (world) => {
      const arranged = await given(world)
      await world.insert('orders.terms_change', {
        id: newId(),
        assignmentId: arranged.assignmentId,
        units: 10,
        unitPriceYen: 130,
        dueOn: '2026-12-10',
        reason: 'x',
        state: 'open',
        proposedBy: 'x',
        proposedAt: world.now.toISOString(),
      })
      return arranged
    },
    'price-lowered': (world) => given(world, 119),
    // The due date is the agreed one, so neither it nor the price can fail in any other way.
    'due-earlier': 'shown-apart',
    'nothing-changed': (world) => given(world, 120),
    'due-passed': (world) => given(world, 150, { dueOn: '2026-11-19' }),
    'too-long-days': async (world) => given(world, 150, { dueOn: '2026-11-20', packageId: await world.package({ unitMinutes: 600 }) }),
  },
})
