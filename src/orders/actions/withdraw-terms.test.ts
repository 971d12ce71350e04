import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { withdrawTerms } from './withdraw-terms.ts'

const given = async (world: World, change: { state?: string } = {}) => {
  const packageId = await world.package({
    work_place: '自宅など',
    intellectual_property: '検収の時に移る',
    personal_data: '扱わない',
    contact: '業務管理課',
    unit_minutes: 6,
  })
  const { workerId } = await world.worker()
  const assignmentId = await world.assignment({
    package_id: packageId,
    worker_id: workerId,
    units: 10,
    unit_price_yen: 120,
    due_on: '2026-12-10',
  })
  const changeId = newId()
  await world.insert('orders.terms_change', {
    id: changeId,
    assignment_id: assignmentId,
    units: 10,
    unit_price_yen: 150,
    due_on: '2026-12-20',
    reason: '仕様が増えたため',
    state: 'open',
    proposed_by: 'director',
    proposed_at: world.now.toISOString(),
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
