import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { withdrawTerms } from './withdraw-terms.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

const given = async (world: World, change: { state?: DB['orders.terms_change']['state'] } = {}) => {
  const packageId = await world.package({
    workPlace: '自宅など',
    intellectualProperty: '検収の時に移る',
    personalData: '扱わない',
    contact: '業務管理課',
    unitMinutes: 6,
  })
  const { workerId } = await world.worker()
  const assignmentId = await world.assignment({
    packageId,
    workerId,
    units: 10,
    unitPriceYen: 120,
    dueOn: '2026-12-10',
  })
  const changeId = newId()
  await world.insert('orders.terms_change', {
    id: changeId,
    assignmentId,
    units: 10,
    unitPriceYen: 150,
    dueOn: '2026-12-20',
    reason: '仕様が増えたため',
    state: 'open',
    proposedBy: 'director',
    proposedAt: world.now.toISOString(),
    ...change,
  })
  return { actor: await world.person('director'), input: { changeId } }
}

actionSuite(withdrawTerms, {
  arrange: (world) => given(world),
  check: async (world, { changeId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.terms_change').select('state').where('id', '=', changeId).executeTakeFirstOrThrow(),
    )
    expect(row.state).toBe('withdrawn')
  },
  refusals: { 'change-decided': (world) => given(world, { state: 'declined' }) },
})
