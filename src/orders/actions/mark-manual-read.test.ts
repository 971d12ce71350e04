import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { markManualRead } from './mark-manual-read.ts'

actionSuite(markManualRead, {
  arrange: async (world) => {
    const { workerId, actor } = await world.worker()
    const packageId = await world.package()
    await world.offer({ packageId, workerId })
    await world.insert('orders.manual_version', { packageId, version: 1, steps: '[]', publishedBy: 'system' })
    return { actor, input: { packageId, version: 1, checked: [2, 0, 2] } }
  },
  check: async (world, { packageId }) => {
    const rows = await world.inside((db) =>
      db.selectFrom('orders.manual_reading').select(['version', 'checked']).where('packageId', '=', packageId).execute(),
    )
    expect(rows).toEqual([{ version: 1, checked: [0, 2] }])
  },
  refusals: {},
})
