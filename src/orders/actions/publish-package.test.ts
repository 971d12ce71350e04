import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { publishPackage } from './publish-package.ts'

const texts = {
  workPlace: '自宅など',
  expenses: '通信費は受託者',
  intellectualProperty: '検収の時に移る',
  personalData: '扱わない',
  contact: '業務管理課',
}

async function ready(world: World) {
  const orderId = await world.order({ state: 'preparing' })
  const packageId = await world.package({ orderId, state: 'preparing', ...texts })
  await world.insert('orders.manual_version', { packageId, version: 1, steps: '[]', publishedBy: 'system' })
  await world.inside((db) =>
    db
      .insertInto('programme.minimum_wage')
      .values({ programmeId: world.programmeId, prefecture: '長野県', validFrom: '2025-10-03', hourlyYen: 1061 })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return { actor: await world.person('director', { kind: 'order', id: orderId }), packageId, orderId }
}

actionSuite(publishPackage, {
  arrange: async (world) => {
    const { actor, packageId } = await ready(world)
    return { actor, input: { packageId } }
  },
  check: async (world, { packageId }) => {
    await world.inside(async (db) => {
      const row = await db.selectFrom('orders.package').select(['state', 'orderId']).where('id', '=', packageId).executeTakeFirstOrThrow()
      expect(row.state).toBe('ready')
      expect(await db.selectFrom('orders.client_order').select('state').where('id', '=', row.orderId).execute()).toEqual([
        { state: 'running' },
      ])
      expect(await db.selectFrom('orders.readiness_check').select('passedBy').where('packageId', '=', packageId).execute()).toHaveLength(1)
    })
  },
  refusals: {
    'package-not-preparing': async (world) => ({ actor: await world.person('director'), input: { packageId: await world.package() } }),
    'package-not-ready': async (world) => {
      const { actor, packageId } = await ready(world)
      await world.inside((db) => db.updateTable('orders.package').set({ expenses: '' }).where('id', '=', packageId).execute())
      return { actor, input: { packageId } }
    },
  },
})
