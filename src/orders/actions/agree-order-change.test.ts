import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { agreeOrderChange } from './agree-order-change.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

const given = async (
  world: World,
  agreed: { dueOn?: string; amountYen?: number } = {},
  state: DB['orders.client_order']['state'] = 'running',
) => ({
  actor: await world.person('sales'),
  input: {
    orderId: await world.order({ state, orderedOn: '2026-11-01', dueOn: '2026-12-20', amountYen: 100_000 }),
    dueOn: '2027-01-10',
    amountYen: 130_000,
    reason: '300件増えたため',
    ...agreed,
  },
})

actionSuite(agreeOrderChange, {
  arrange: (world) => given(world),
  check: async (world, { changeId }, { orderId }) => {
    await world.inside(async (db) => {
      const order = await db
        .selectFrom('orders.client_order')
        .select(['amountYen', 'dueOn'])
        .where('id', '=', orderId)
        .executeTakeFirstOrThrow()
      expect(order).toEqual({ amountYen: 130_000, dueOn: '2027-01-10' })
      const change = await db.selectFrom('orders.order_change').selectAll().where('id', '=', changeId).executeTakeFirstOrThrow()
      expect(change).toMatchObject({
        amountBeforeYen: 100_000,
        amountAfterYen: 130_000,
        dueBefore: '2026-12-20',
        dueAfter: '2027-01-10',
        agreedOn: '2026-11-20',
      })
    })
  },
  refusals: {
    'order-not-running': (world) => given(world, {}, 'preparing'),
    'amount-lowered': (world) => given(world, { amountYen: 99_999 }),
    'order-unchanged': (world) => given(world, { amountYen: 100_000, dueOn: '2026-12-20' }),
    'due-passed': (world) => given(world, { dueOn: '2026-11-19' }),
  },
})
