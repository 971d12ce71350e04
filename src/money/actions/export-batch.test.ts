import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import {
  at,
  batchOf,
  clearOperatorAccount,
  closeMonthOf,
  done,
  giveAccount,
  payable,
  setOperatorAccount,
} from '../../../test/support/money.ts'
import type { World } from '../../../test/support/world.ts'
import { batchFile } from '../store/batch-reads.ts'
import { exportBatch } from './export-batch.ts'
import { rejectBatch } from './reject-batch.ts'

const instant = '2026-11-20T03:00:00Z'

async function batch(world: World, until: 'made' | 'approved' | 'exported'): Promise<string> {
  await setOperatorAccount(world)
  const { workerId } = await payable(world)
  await giveAccount(world, workerId)
  return batchOf(world, await closeMonthOf(world, '2026-10-01', instant), until)
}

actionSuite(exportBatch, {
  arrange: async (world) => ({ actor: await world.person('office'), input: { batchId: await batch(world, 'approved') } }),
  check: async (world, output) => {
    const file = await world.inside((db) => batchFile(db, output.batchId))
    const bytes = Buffer.from(file?.base64 ?? '', 'base64')
    expect(bytes.length).toBe(4 * 122)
    expect(bytes.subarray(0, 14).toString('latin1')).toBe('12100000012345')
    expect(bytes.subarray(122 + 80, 122 + 90).toString('latin1')).toBe('0000001320')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(output.sha256)
    expect(file?.sha256).toBe(output.sha256)
  },
  refusals: {
    'not-approved': async (world) => ({ actor: await world.person('office'), input: { batchId: await batch(world, 'made') } }),
    'already-exported': async (world) => ({ actor: await world.person('office'), input: { batchId: await batch(world, 'exported') } }),
    'batch-refused': async (world) => {
      const batchId = await batch(world, 'approved')
      await world.inside((db) => done(at(world, instant)(db), rejectBatch, { batchId, reason: 'x' }))
      return { actor: await world.person('office'), input: { batchId } }
    },
    'bank-file-fault': async (world) => {
      const batchId = await batch(world, 'approved')
      await clearOperatorAccount(world)
      return { actor: await world.person('office'), input: { batchId } }
    },
  },
})
