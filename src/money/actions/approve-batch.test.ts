import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, batchOf, closeMonthOf, done, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import type { World } from '../../../test/support/world.ts'
import { approveBatch } from './approve-batch.ts'
import { rejectBatch } from './reject-batch.ts'

const instant = '2026-11-20T03:00:00Z'

async function made(world: World, until: 'made' | 'approved' = 'made'): Promise<string> {
  await setOperatorAccount(world)
  const { workerId } = await payable(world)
  await giveAccount(world, workerId)
  return batchOf(world, await closeMonthOf(world, '2026-10-01', instant), until)
}

actionSuite(approveBatch, {
  arrange: async (world) => ({ actor: await world.person('office'), input: { batchId: await made(world) } }),
  check: async (world, output) => {
    const rows = await world.inside((db) =>
      db.selectFrom('money.batch_approval').selectAll().where('batchId', '=', output.batchId).execute(),
    )
    expect(rows).toHaveLength(1)
  },
  refusals: {
    'own-batch': async (world) => {
      const batchId = await made(world)
      const { madeBy } = await world.inside((db) =>
        db.selectFrom('money.transfer_batch').select('madeBy').where('id', '=', batchId).executeTakeFirstOrThrow(),
      )
      return { actor: { ...(await world.person('office')), userId: madeBy }, input: { batchId } }
    },
    'already-approved': async (world) => ({ actor: await world.person('office'), input: { batchId: await made(world, 'approved') } }),
    'batch-refused': async (world) => {
      const batchId = await made(world)
      await world.inside((db) => done(at(world, instant)(db), rejectBatch, { batchId, reason: 'x' }))
      return { actor: await world.person('office'), input: { batchId } }
    },
  },
})
