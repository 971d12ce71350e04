import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { findPlan } from '../store/plans.ts'
import { stopPlan } from './stop-plan.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

async function given(world: World, state: DB['matching.plan']['state'] = 'running') {
  await world.inside((db) => db.updateTable('matching.plan').set({ state: 'discarded' }).execute())
  const planId = newId()
  await world.insert('matching.plan', { id: planId, state, fromDate: '2026-11-21', days: 28, askedBy: 'somebody' })
  return { actor: await world.person('director'), input: { planId } }
}

actionSuite(stopPlan, {
  arrange: (world) => given(world),
  check: async (world, { planId }) => {
    expect((await world.inside((db) => findPlan(db, planId)))?.stopAskedAt).not.toBeNull()
  },
  refusals: { 'not-running': (world) => given(world, 'proposed') },
})
