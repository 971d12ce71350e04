import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { packageProgress } from '../store/index.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { declineOffer } from './decline-offer.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

const given = async (world: World, state: DB['orders.offer']['state']) => {
  const { workerId, actor } = await world.worker()
  return { actor, input: { offerId: await world.offer({ workerId, state }) } }
}

actionSuite(declineOffer, {
  arrange: (world) => given(world, 'open'),
  check: async (world, { offerId }) => {
    await world.inside(async (db) => {
      const row = await db.selectFrom('orders.offer').select(['state', 'packageId']).where('id', '=', offerId).executeTakeFirstOrThrow()
      expect(row.state).toBe('declined')
      expect((await packageProgress(db, [row.packageId], calendarDate(world.today))).get(row.packageId)?.left).toBe(100)
    })
  },
  refusals: { 'offer-decided': (world) => given(world, 'withdrawn') },
})
