import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { proposeTerms } from './propose-terms.ts'

type Proposed = { unitPriceYen?: number; dueOn?: string }
const given = async (world: World, proposed: Proposed = {}, agreed: Parameters<World['assignment']>[0] = {}) => {
  const assignmentId = await world.assignment({ units: 10, unitPriceYen: 120, dueOn: '2026-12-10', ...agreed })
  return {
    actor: await world.person('director'),
    input: { assignmentId, unitPriceYen: 150, dueOn: '2026-12-20', reason: '仕様が増えたため', ...proposed },
  }
}

actionSuite(proposeTerms, {
  arrange: (world) => given(world),
  check: async (world, { changeId }, { assignmentId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.terms_change').selectAll().where('id', '=', changeId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({
      assignmentId,
      units: 10,
      unitPriceYen: 150,
      dueOn: '2026-12-20',
      state: 'open',
      newAssignmentId: null,
    })
  },
  refusals: {
    'nothing-left': async (world) => {
      const arranged = await given(world)
      await world.insert('orders.release', { id: newId(), assignmentId: arranged.input.assignmentId, units: 10 })
      return arranged
    },
    'change-open': async (world) => {
      const arranged = await given(world)
      await world.insert('orders.terms_change', {
        id: newId(),
        assignmentId: arranged.input.assignmentId,
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
    'price-lowered': (world) => given(world, { unitPriceYen: 119 }),
    'due-earlier': (world) => given(world, { dueOn: '2026-12-09' }),
    'nothing-changed': (world) => given(world, { unitPriceYen: 120, dueOn: '2026-12-10' }),
    'due-passed': (world) => given(world, { dueOn: '2026-11-19' }, { dueOn: '2026-11-10' }),
    'too-long-days': async (world) =>
      given(world, { dueOn: '2026-11-20' }, { dueOn: '2026-11-20', packageId: await world.package({ unitMinutes: 600 }) }),
  },
})
