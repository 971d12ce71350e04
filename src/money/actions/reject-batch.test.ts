import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, batchOf, closeMonthOf, done, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import type { World } from '../../../test/support/world.ts'
import { rejectBatch } from './reject-batch.ts'

const instant = '2026-11-20T03:00:00Z'

async function batch(world: World, until: 'made' | 'exported'): Promise<string> {
  await setOperatorAccount(world)
  const { workerId } = await payable(world)
  await giveAccount(world, workerId)
  return batchOf(world, await closeMonthOf(world, '2026-10-01', instant), until)
}

actionSuite(rejectBatch, {
  arrange: async (world) => ({ actor: await world.person('office'), input: { batchId: await batch(world, 'made'), reason: '口座の確認' } }),
  check: async (world, output) => {
    const { closeId } = await world.inside((db) =>
      db.selectFrom('money.transfer_batch').select('closeId').where('id', '=', output.batchId).executeTakeFirstOrThrow(),
    )
    // The statements are free again: a new batch pays them, following the refused transfers.
    const again = await batchOf(world, closeId ?? '', 'made')
    const rows = await world.inside((db) =>
      db.selectFrom('money.transfer').select(['amountYen', 'retryOf']).where('batchId', '=', again).execute(),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.retryOf).not.toBeNull()
  },
  refusals: {
    'already-exported': async (world) => ({
      actor: await world.person('office'),
      input: { batchId: await batch(world, 'exported'), reason: 'x' },
    }),
    'batch-refused': async (world) => {
      const batchId = await batch(world, 'made')
      await world.inside((db) => done(at(world, instant)(db), rejectBatch, { batchId, reason: 'x' }))
      return { actor: await world.person('office'), input: { batchId, reason: 'y' } }
    },
  },
})
