import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
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
import { createWorld, type World } from '../../../test/support/world.ts'
import { batchFile, readBatch } from '../store/batch-reads.ts'
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

describe('新規コード', () => {
  it('says 1 for a first transfer, 0 for the same account and 2 for a changed one, and shows it to the approver', async () => {
    const world = await createWorld()
    await setOperatorAccount(world)
    const { workerId } = await payable(world, { receivedOn: '2026-08-15' })
    await giveAccount(world, workerId, '2026-08-01T00:00:00Z', '1111111')
    const office = await world.person('office')
    const shown: unknown[] = []
    const pay = async (month: string, now: string, valueOn: string) => {
      const batchId = await batchOf(world, await closeMonthOf(world, month, now), 'recorded', now, valueOn)
      const file = await world.inside((db) => batchFile(db, batchId))
      const seen = await world.inside((db) => readBatch(db, office.userId, { batchId, search: '', cursor: null, limit: 50 }))
      shown.push([seen?.newAccountCount, seen?.rows[0]?.account, seen?.rows[0]?.accountBy])
      return Buffer.from(file?.base64 ?? '', 'base64').toString('latin1', 122 + 90, 122 + 91)
    }
    expect(await pay('2026-08-01', '2026-09-16T03:00:00Z', '2026-09-24')).toBe('1')
    await payable(world, { workerId, receivedOn: '2026-09-15' })
    expect(await pay('2026-09-01', '2026-10-16T03:00:00Z', '2026-10-23')).toBe('0')
    await payable(world, { workerId, receivedOn: '2026-10-15' })
    await giveAccount(world, workerId, '2026-11-01T00:00:00Z', '2222222', office.userId)
    expect(await pay('2026-10-01', '2026-11-20T03:00:00Z', '2026-11-25')).toBe('2')
    expect(shown).toEqual([
      [1, 'first', ''],
      [0, 'same', ''],
      [1, 'changed', 'office'],
    ])
    await world.close()
  })
})
