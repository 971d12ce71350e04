import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, batchOf, closeMonthOf, done, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { findImbalances } from '../store/journal.ts'
import { readMyMoney } from '../store/worker-reads.ts'
import { recordResults } from './record-results.ts'
import { recordReturn } from './record-return.ts'

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

/** Paid on `paidOn` for `month`; the results come after the next month is closed, on `enteredOn`, and stand there in the books. */
async function paidLate(
  month: string,
  { receivedOn, paidOn: day, next, enteredOn }: Record<'receivedOn' | 'paidOn' | 'next' | 'enteredOn', string>,
) {
  const world = await createWorld({ today: enteredOn })
  await setOperatorAccount(world)
  const { workerId, packageId } = await payable(world, { receivedOn })
  await giveAccount(world, workerId, `${receivedOn}T00:00:00Z`)
  const closeId = await closeMonthOf(world, month, `${next.slice(0, 7)}-05T03:00:00Z`)
  const batchId = await batchOf(world, closeId, 'exported', `${next.slice(0, 7)}-20T03:00:00Z`, day)
  await payable(world, { packageId, receivedOn: next })
  await closeMonthOf(world, `${next.slice(0, 7)}-01`, `${enteredOn}T01:00:00Z`)
  const office = await world.person('office')
  const context = at(world, `${enteredOn}T02:00:00Z`, office)
  const { entryOn } = await world.inside((db) => done(context(db), recordResults, { batchId, paidOn: day, returned: [] }))
  expect(entryOn).toBe(enteredOn)
  return { world, workerId, context }
}

const years = (world: World, workerId: string) =>
  world.inside((db) =>
    db.selectFrom('money.worker_year').select(['fiscalYear', 'paidYen']).where('workerId', '=', workerId).orderBy('fiscalYear').execute(),
  )
const mine = (world: World, workerId: string, day: string) =>
  world.inside((db) => readMyMoney(db, [workerId], calendarDate(day), { cursor: null, limit: 10 }))

it('遅れて記録した支払いは、記録した日ではなく支払った日の年度に数える。組戻しも戻った日の年度に数える', async () => {
  const days = { receivedOn: '2026-02-15', paidOn: '2026-03-25', next: '2026-03-10', enteredOn: '2026-04-06' }
  const { world, workerId, context } = await paidLate('2026-02-01', days)
  expect(await years(world, workerId)).toEqual([{ fiscalYear: 2025, paidYen: 1_320 }])
  const { id } = await world.inside((db) =>
    db.selectFrom('money.transfer').select('id').where('workerId', '=', workerId).executeTakeFirstOrThrow(),
  )
  const back = { transferId: id, returnedOn: '2026-03-30', note: '口座なし', lateReason: '通知が遅れた' }
  await world.inside((db) => done(context(db), recordReturn, back))
  expect(await years(world, workerId)).toEqual([{ fiscalYear: 2025, paidYen: 0 }])
  expect(await world.inside(findImbalances)).toEqual([])
})

it('暦年の合計も支払った日の年に数える', async () => {
  const days = { receivedOn: '2025-11-15', paidOn: '2025-12-25', next: '2025-12-10', enteredOn: '2026-01-06' }
  const { world, workerId } = await paidLate('2025-11-01', days)
  expect((await mine(world, workerId, '2026-01-06')).calendarPaidYen).toBe(0)
  expect((await mine(world, workerId, '2025-12-31')).calendarPaidYen).toBe(1_320)
})
