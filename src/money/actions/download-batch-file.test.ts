import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { batchOf, closeMonthOf, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import type { World } from '../../../test/support/world.ts'
import { downloadBatchFile } from './download-batch-file.ts'

async function arranged(world: World, until: 'approved' | 'exported' = 'exported', reason = '') {
  await setOperatorAccount(world)
  const { workerId } = await payable(world)
  await giveAccount(world, workerId)
  const batchId = await batchOf(world, await closeMonthOf(world, '2026-10-01', '2026-11-20T03:00:00Z'), until)
  return { actor: await world.person('office'), input: { batchId, reason } }
}
const taken = async (world: World, reason: string) => {
  const given = await arranged(world)
  await world.inside((db) => downloadBatchFile.perform(world.context(db, given.actor), given.input))
  return { ...given, input: { ...given.input, reason } }
}

actionSuite(downloadBatchFile, {
  arrange: (world) => taken(world, '銀行の画面が途中で切れたため'),
  check: async (world, output, { batchId }) => {
    expect(output.name).toBe('zengin-2026-11-25.txt')
    const rows = await world.inside((db) => db.selectFrom('money.batch_download').select('reason').where('batchId', '=', batchId).execute())
    expect(rows.map(({ reason }) => reason).toSorted()).toEqual(['', '銀行の画面が途中で切れたため'])
  },
  refusals: {
    'not-exported': (world) => arranged(world, 'approved'),
    'reason-to-download': (world) => taken(world, '  '),
  },
})
