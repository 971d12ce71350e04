import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { batchOf, clearOperatorAccount, closeMonthOf, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import type { World } from '../../../test/support/world.ts'
import { makeBatch } from './make-batch.ts'

const instant = '2026-11-20T03:00:00Z'
const valueOn = '2026-11-25'

async function closed(world: World, withAccount = true): Promise<string> {
  await setOperatorAccount(world)
  const { workerId } = await payable(world)
  if (withAccount) await giveAccount(world, workerId)
  return closeMonthOf(world, '2026-10-01', instant)
}

actionSuite(makeBatch, {
  arrange: async (world) => ({ actor: await world.person('office'), input: { closeId: await closed(world), valueOn } }),
  check: async (world, output) => {
    const rows = await world.inside((db) => db.selectFrom('money.transfer').selectAll().where('batchId', '=', output.batchId).execute())
    expect(rows).toMatchObject([{ amountYen: 1_320, bankCode: '0143', branchCode: '483', holderKana: 'ﾃﾞﾓ ﾊﾅｺ', retryOf: null }])
    expect(output).toMatchObject({ transferCount: 1, totalYen: 1_320 })
  },
  refusals: {
    'not-a-bank-day': async (world) => ({
      actor: await world.person('office'),
      input: { closeId: await closed(world), valueOn: '2026-11-22' },
    }),
    'value-date-past': async (world) => ({
      actor: await world.person('office'),
      input: { closeId: await closed(world), valueOn: '2026-11-19' },
    }),
    'nothing-to-pay': async (world) => ({ actor: await world.person('office'), input: { closeId: await closed(world, false), valueOn } }),
    'batch-open': async (world) => {
      const closeId = await closed(world)
      await batchOf(world, closeId, 'made')
      return { actor: await world.person('office'), input: { closeId, valueOn } }
    },
    'no-operator-account': async (world) => {
      const closeId = await closed(world)
      await clearOperatorAccount(world)
      return { actor: await world.person('office'), input: { closeId, valueOn } }
    },
    'bank-file-fault': async (world) => {
      await setOperatorAccount(world)
      const { workerId } = await payable(world)
      await world.insert('people.bank_account', {
        id: crypto.randomUUID(),
        workerId,
        bankCode: '0143',
        bankName: 'x',
        branchCode: '999',
        branchName: 'x',
        accountType: 'ordinary',
        accountNumber: '1234567',
        holderKana: '佐藤',
      })
      return { actor: await world.person('office'), input: { closeId: await closeMonthOf(world, '2026-10-01', instant), valueOn } }
    },
  },
})
