import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { batchOf, closeMonthOf, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { recordWithholdingPayment } from './record-withholding-payment.ts'

const input = { month: '2026-11-01', paidOn: '2026-12-10' }

async function withheld(world: World) {
  await setOperatorAccount(world)
  const { workerId } = await payable(world, { withholding: 'subject', units: 100 })
  await giveAccount(world, workerId)
  await batchOf(world, await closeMonthOf(world, '2026-10-01', '2026-11-20T03:00:00Z'), 'recorded')
  return { actor: await world.person('office'), input }
}

actionSuite(recordWithholdingPayment, {
  today: '2026-12-10',
  namesNoRecord: true,
  arrange: withheld,
  check: async (world, output) => {
    expect(output.amountYen).toBe(1_225)
    const lines = await world.inside((db) =>
      db
        .selectFrom('money.entry as e')
        .innerJoin('money.posting as p', 'p.entryId', 'e.id')
        .select(['p.account', 'p.debitYen', 'p.creditYen'])
        .where('e.sourceId', '=', output.paymentId)
        .orderBy('p.line')
        .execute(),
    )
    expect(lines).toEqual([
      { account: 'withholding-payable', debitYen: 1_225, creditYen: 0 },
      { account: 'bank', debitYen: 0, creditYen: 1_225 },
    ])
  },
  refusals: {
    'nothing-withheld': async (world) => ({ actor: await world.person('office'), input: { ...input, month: '2026-01-01' } }),
    'period-closed': async (world) => {
      const arranged = await withheld(world)
      await world.insert('money.evaluated_year', { fiscalYear: 2026, municipalityId: newId(), evaluatedAt: world.now.toISOString() })
      return arranged
    },
    'date-ahead': async (world) => ({ actor: await world.person('office'), input: { ...input, paidOn: '2026-12-11' } }),
    'month-not-over': async (world) => ({ actor: await world.person('office'), input: { ...input, month: '2026-12-01' } }),
  },
})
