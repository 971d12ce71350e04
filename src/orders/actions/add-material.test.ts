import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { uploaded } from '../../../test/support/uploaded.ts'
import { newId } from '../../platform/action.ts'
import type { World } from '../../../test/support/world.ts'
import { listMaterials, mostMaterials } from '../store/index.ts'
import { addMaterial } from './add-material.ts'

async function arranged(world: World, given: object = {}, work: Parameters<World['package']>[0] = {}) {
  const actor = await world.person('director')
  const fileId = await uploaded(world, actor.userId)
  return { actor, input: { packageId: await world.package(work), title: '材料の一覧', step: 0, dataClass: 0, fileId, ...given } }
}

async function material(world: World, given: object = {}) {
  const { actor, input } = await arranged(world)
  const id = newId()
  const row = { id, version: 1, addedBy: actor.userId, addedAt: world.now.toISOString() }
  await world.insert('orders.material', { ...input, ...row, ...given })
  return { actor, input: { ...input, materialId: id } }
}

actionSuite(addMaterial, {
  arrange: async (world) => {
    const { actor, input } = await material(world)
    return { actor, input: { ...input, changes: '3行目を直しました' } }
  },
  check: async (world, { materialId, version }, { packageId }) => {
    expect(version).toBe(2)
    const rows = await world.inside((db) => listMaterials(db, packageId, null))
    expect(rows).toMatchObject([
      { id: materialId, step: 0, shown: { version: 2, changes: '3行目を直しました' }, versions: [{}, { version: 1 }] },
    ])
  },
  refusals: {
    'package-closed': (world) => arranged(world, {}, { state: 'closed' }),
    'files-missing': async (world) => arranged(world, { fileId: await uploaded(world, await world.user()) }),
    'changes-missing': (world) => material(world),
    'class-above-package': (world) => arranged(world, { dataClass: 2 }, { securityClass: 1 }),
    'too-much-material': async (world) => {
      const { actor, input } = await arranged(world)
      for (let n = 0; n < mostMaterials; n++) {
        const row = { id: newId(), version: 1, addedBy: actor.userId, addedAt: world.now.toISOString() }
        await world.insert('orders.material', { ...input, ...row })
      }
      return { actor, input }
    },
  },
})
