import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, batchOf, closeMonthOf, done, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { recordReturn } from './record-return.ts'

const today = '2026-12-01'
const returnedOn = '2026-11-27'

async function paid(world: World, until: 'exported' | 'recorded' = 'recorded'): Promise<string> {
  await setOperatorAccount(world)
  const { workerId } = await payable(world)
  await giveAccount(world, workerId)
  const batchId = await batchOf(world, await closeMonthOf(world, '2026-10-01', '2026-11-20T03:00:00Z'), until)
  const transfer = await world.inside((db) =>
    db.selectFrom('money.transfer').select('id').where('batchId', '=', batchId).executeTakeFirstOrThrow(),
  )
  return transfer.id
}

actionSuite(recordReturn, {
  today,
  arrange: async (world) => ({
    actor: await world.person('office'),
    input: { transferId: await paid(world), returnedOn, note: '口座なし', feeYen: 440 },
  }),
  check: async (world, output) => {
    const lines = await world.inside((db) =>
      db
        .selectFrom('money.entry as e')
        .innerJoin('money.posting as p', 'p.entryId', 'e.id')
        .select(['p.account', 'p.debitYen', 'p.creditYen'])
        .where('e.sourceId', '=', output.transferId)
        .where('e.kind', '=', 'returned-transfer')
        .orderBy('p.line')
        .execute(),
    )
    expect(lines).toEqual([
      { account: 'bank', debitYen: 1_320, creditYen: 0 },
      { account: 'bank-fee', debitYen: 440, creditYen: 0 },
      { account: 'accounts-payable', debitYen: 0, creditYen: 1_320 },
      { account: 'bank', debitYen: 0, creditYen: 440 },
    ])
    const year = await world.inside((db) =>
      db
        .selectFrom('money.worker_year as y')
        .innerJoin('money.transfer as t', 't.workerId', 'y.workerId')
        .select('y.paidYen')
        .where('t.id', '=', output.transferId)
        .executeTakeFirstOrThrow(),
    )
    expect(year.paidYen).toBe(0)
  },
  refusals: {
    'not-paid': async (world) => ({
      actor: await world.person('office'),
      input: { transferId: await paid(world, 'exported'), returnedOn, note: '' },
    }),
    'already-returned': async (world) => {
      const transferId = await paid(world)
      await world.inside((db) => done(at(world, '2026-11-30T03:00:00Z')(db), recordReturn, { transferId, returnedOn, note: '' }))
      return { actor: await world.person('office'), input: { transferId, returnedOn, note: '' } }
    },
    'before-payment': async (world) => ({
      actor: await world.person('office'),
      input: { transferId: await paid(world), returnedOn: '2026-11-24', note: '' },
    }),
    'date-ahead': async (world) => ({
      actor: await world.person('office'),
      input: { transferId: await paid(world), returnedOn: '2026-12-02', note: '' },
    }),
    'period-closed': async (world) => {
      const transferId = await paid(world)
      await world.insert('money.evaluated_year', { fiscalYear: 2026, municipalityId: newId(), evaluatedAt: world.now.toISOString() })
      return { actor: await world.person('office'), input: { transferId, returnedOn, note: '' } }
    },
  },
})

it('a return of a closed month is an entry of today that names its day', async () => {
  const world = await createWorld({ today })
  const transferId = await paid(world)
  await payable(world, { receivedOn: '2026-11-10' })
  await closeMonthOf(world, '2026-11-01', '2026-12-01T02:00:00Z')
  const input = { transferId, returnedOn, note: '口座なし' }
  expect(await world.inside(async (db) => recordReturn.perform(world.context(db), input))).toMatchObject({
    code: 'period-closed',
    details: { lockedOn: '2026-11-30' },
  })
  await world.inside((db) => done(world.context(db), recordReturn, { ...input, lateReason: '通知が遅れた' }))
  const entries = await world.inside((db) =>
    db.selectFrom('money.entry').select(['entryOn', 'description']).where('kind', '=', 'returned-transfer').execute(),
  )
  expect(entries).toEqual([{ entryOn: today, description: '令和8年11月27日分 組戻し：口座なし（通知が遅れた）' }])
  await world.close()
})
