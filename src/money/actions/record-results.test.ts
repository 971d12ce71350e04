import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { batchOf, closeMonthOf, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { recordResults } from './record-results.ts'

const today = '2026-12-01'
const paidOn = '2026-11-25'

async function batch(
  world: World,
  until: 'approved' | 'exported' | 'recorded' = 'exported',
): Promise<{ batchId: string; transferIds: string[] }> {
  await setOperatorAccount(world)
  for (let at = 0; at < 2; at++) {
    const { workerId } = await payable(world, { withholding: 'subject' })
    await giveAccount(world, workerId)
  }
  const batchId = await batchOf(world, await closeMonthOf(world, '2026-10-01', '2026-11-20T03:00:00Z'), until)
  const rows = await world.inside((db) =>
    db.selectFrom('money.transfer').select('id').where('batchId', '=', batchId).orderBy('id').execute(),
  )
  return { batchId, transferIds: rows.map((row) => row.id) }
}

actionSuite(recordResults, {
  today,
  arrange: async (world) => {
    const { batchId, transferIds } = await batch(world)
    return {
      actor: await world.person('office'),
      input: { batchId, paidOn, returned: [{ transferId: transferIds[0] ?? '', note: '名義相違' }], feeYen: 880 },
    }
  },
  check: async (world, output, input) => {
    expect(output).toMatchObject({ paidCount: 1, returnedCount: 1 })
    const fee = await world.inside((db) =>
      db
        .selectFrom('money.entry as e')
        .innerJoin('money.posting as p', 'p.entryId', 'e.id')
        .select(['e.entryOn', 'p.account', 'p.debitYen', 'p.creditYen'])
        .where('e.kind', '=', 'transfer-fee')
        .where('e.sourceId', '=', input.batchId)
        .orderBy('p.line')
        .execute(),
    )
    expect(fee).toEqual([
      { entryOn: paidOn, account: 'bank-fee', debitYen: 880, creditYen: 0 },
      { entryOn: paidOn, account: 'bank', debitYen: 0, creditYen: 880 },
    ])
    const paid = await world.inside((db) =>
      db
        .selectFrom('money.transfer as t')
        .innerJoin('money.entry as e', 'e.sourceId', 't.id')
        .innerJoin('money.posting as p', 'p.entryId', 'e.id')
        .select(['p.account', 'p.debitYen', 'p.creditYen'])
        .where('t.batchId', '=', input.batchId)
        .orderBy('p.line')
        .execute(),
    )
    expect(paid).toEqual([
      { account: 'accounts-payable', debitYen: 1_320, creditYen: 0 },
      { account: 'withholding-payable', debitYen: 0, creditYen: 122 },
      { account: 'bank', debitYen: 0, creditYen: 1_198 },
    ])
  },
  refusals: {
    'not-exported': async (world) => ({
      actor: await world.person('office'),
      input: { batchId: (await batch(world, 'approved')).batchId, paidOn, returned: [] },
    }),
    'already-recorded': async (world) => ({
      actor: await world.person('office'),
      input: { batchId: (await batch(world, 'recorded')).batchId, paidOn, returned: [] },
    }),
    'unknown-transfer': async (world) => ({
      actor: await world.person('office'),
      input: { batchId: (await batch(world)).batchId, paidOn, returned: [{ transferId: newId(), note: '' }] },
    }),
    'before-value-date': async (world) => ({
      actor: await world.person('office'),
      input: { batchId: (await batch(world)).batchId, paidOn: '2026-11-24', returned: [] },
    }),
    'date-ahead': async (world) => ({
      actor: await world.person('office'),
      input: { batchId: (await batch(world)).batchId, paidOn: '2026-12-02', returned: [] },
    }),
  },
})
