import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { copyPackage } from './copy-package.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

const steps = [{ title: '開く', body: '画像を開きます', check: true }]
const given = async (world: World, state: DB['orders.client_order']['state']) => {
  const packageId = await world.package({ title: '写す元' })
  await world.insert('orders.package_skill', { packageId, skillId: await world.skill(), level: 2 })
  await world.insert('orders.manual_version', { packageId, version: 1, steps: JSON.stringify(steps), publishedBy: 'system' })
  return { actor: await world.person('director'), input: { packageId, orderId: await world.order({ state }) } }
}

actionSuite(copyPackage, {
  arrange: (world) => given(world, 'preparing'),
  check: async (world, { packageId }, { orderId }) => {
    await world.inside(async (db) => {
      const row = await db.selectFrom('orders.package').selectAll().where('id', '=', packageId).executeTakeFirstOrThrow()
      expect(row).toMatchObject({ title: '写す元', orderId, state: 'preparing' })
      expect(await db.selectFrom('orders.package_skill').select('level').where('packageId', '=', packageId).execute()).toEqual([
        { level: 2 },
      ])
      expect(await db.selectFrom('orders.manual_draft').select('steps').where('packageId', '=', packageId).execute()).toEqual([{ steps }])
    })
  },
  refusals: { 'order-ended': (world) => given(world, 'cancelled') },
})
