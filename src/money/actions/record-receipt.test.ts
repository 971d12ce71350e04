import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { invoiceFor } from '../../../test/support/money-clients.ts'
import { setOperatorAccount } from '../../../test/support/money.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { recordReceipt } from './record-receipt.ts'

const receivedOn = '2026-11-20'
async function asked(world: World) {
  await setOperatorAccount(world)
  return { actor: await world.person('office'), invoiceId: await invoiceFor(world) }
}

actionSuite(recordReceipt, {
  arrange: async (world) => {
    const { actor, invoiceId } = await asked(world)
    return { actor, input: { invoiceId, receivedOn, amountYen: 329_340, deductedFeeYen: 660 } }
  },
  check: async (world, output) => {
    expect(output.openYen).toBe(0)
    const lines = await world.inside((db) =>
      db
        .selectFrom('money.entry as e')
        .innerJoin('money.posting as p', 'p.entryId', 'e.id')
        .select(['p.account', 'p.debitYen', 'p.creditYen'])
        .where('e.sourceId', '=', output.receiptId)
        .orderBy('p.line')
        .execute(),
    )
    expect(lines).toEqual([
      { account: 'bank', debitYen: 329_340, creditYen: 0 },
      { account: 'bank-fee', debitYen: 660, creditYen: 0 },
      { account: 'accounts-receivable', debitYen: 0, creditYen: 330_000 },
    ])
  },
  refusals: {
    'more-than-open': async (world) => {
      const { actor, invoiceId } = await asked(world)
      return { actor, input: { invoiceId, receivedOn, amountYen: 330_001 } }
    },
    'date-ahead': async (world) => {
      const { actor, invoiceId } = await asked(world)
      return { actor, input: { invoiceId, receivedOn: '2026-11-21', amountYen: 1 } }
    },
    'before-invoice': async (world) => {
      const { actor, invoiceId } = await asked(world)
      return { actor, input: { invoiceId, receivedOn: '2026-11-19', amountYen: 1 } }
    },
    'period-closed': async (world) => {
      const { actor, invoiceId } = await asked(world)
      await world.insert('money.evaluated_year', { fiscalYear: 2026, municipalityId: newId(), evaluatedAt: world.now.toISOString() })
      return { actor, input: { invoiceId, receivedOn, amountYen: 1 } }
    },
  },
})
