import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { agreeOrderChange } from './agree-order-change.ts'

const given = async (world: World, agreed: { dueOn?: string; amountYen?: number } = {}, state = 'running') => ({
  actor: await world.person('sales'),
  input: {
    orderId: await world.order({ state, ordered_on: '2026-11-01', due_on: '2026-12-20', amount_yen: 100_000 }),
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
        .select(['amount_yen', 'due_on'])
        .where('id', '=', orderId)
        .executeTakeFirstOrThrow()
      expect(order).toEqual({ amount_yen: 130_000, due_on: '2027-01-10' })
      const change = await db.selectFrom('orders.order_change').selectAll().where('id', '=', changeId).executeTakeFirstOrThrow()
      expect(change).toMatchObject({
        amount_before_yen: 100_000,
        amount_after_yen: 130_000,
        due_before: '2026-12-20',
        due_after: '2027-01-10',
        agreed_on: '2026-11-20',
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
