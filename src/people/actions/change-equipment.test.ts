import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { changeEquipment } from './change-equipment.ts'

actionSuite(changeEquipment, {
  arrange: async (world) => {
    const { workerId, actor } = await world.worker()
    return { actor, input: { workerId, equipment: ['pc' as const, 'camera' as const, 'pc' as const], lineSpeedMbps: 80 } }
  },
  check: async (world, _, { workerId }) => {
    const row = await world.inside((db) => db.selectFrom('people.worker').selectAll().where('id', '=', workerId).executeTakeFirst())
    expect(row).toMatchObject({ equipment: ['pc', 'camera'], lineSpeedMbps: 80 })
  },
  refusals: {},
  invalid: [{ input: { equipment: ['spaceship'], lineSpeedMbps: null }, path: 'equipment.0' }],
})
