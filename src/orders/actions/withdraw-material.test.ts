import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { uploaded } from '../../../test/support/uploaded.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { lastMaterial } from '../store/index.ts'
import { withdrawMaterial } from './withdraw-material.ts'

async function arranged(world: World, given: { fileId?: null } = {}) {
  const actor = await world.person('director')
  const [id, packageId] = [newId(), await world.package()]
  const row = { id, version: 1, packageId, title: '一覧', dataClass: 0, addedBy: actor.userId, addedAt: world.now.toISOString() }
  await world.insert('orders.material', { ...row, fileId: await uploaded(world, actor.userId), ...given })
  return { actor, input: { materialId: id } }
}

actionSuite(withdrawMaterial, {
  arrange: (world) => arranged(world),
  check: async (world, { version }, { materialId }) => {
    expect(version).toBe(2)
    expect(await world.inside((db) => lastMaterial(db, materialId))).toMatchObject({ version: 2, fileId: null, title: '一覧' })
  },
  refusals: { 'material-withdrawn': (world) => arranged(world, { fileId: null }) },
})
