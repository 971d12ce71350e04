import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { markManualRead } from './mark-manual-read.ts'

actionSuite(markManualRead, {
  arrange: async (world) => {
    const { workerId, actor } = await world.worker()
    const packageId = await world.package()
    await world.offer({ package_id: packageId, worker_id: workerId })
    await world.insert('orders.manual_version', { package_id: packageId, version: 1, steps: '[]', published_by: 'system' })
    return { actor, input: { packageId, version: 1, checked: [2, 0, 2] } }
  },
  check: async (world, { packageId }) => {
    const rows = await world.inside((db) =>
      db.selectFrom('orders.manual_reading').select(['version', 'checked']).where('package_id', '=', packageId).execute(),
    )
    expect(rows).toEqual([{ version: 1, checked: [0, 2] }])
  },
  refusals: {},
})
