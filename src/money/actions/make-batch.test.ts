import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
import { createProgramme, createWorld, type World } from '../../../test/support/world.ts'
import { Refused } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { batchFile, readBatch } from '../store/batch-reads.ts'
import { readClose } from '../store/close-reads.ts'
import { findImbalances } from '../store/journal.ts'
import { withheldMonths } from '../store/withholding.ts'
import { makeBatch } from './make-batch.ts'
import { recordReturn } from './record-return.ts'
import { rejectBatch } from './reject-batch.ts'

const instant = '2026-11-20T03:00:00Z'
const valueOn = '2026-11-25'

async function closed(world: World, withAccount = true): Promise<string> {
  await setOperatorAccount(world)
  const { workerId } = await payable(world)
  if (withAccount) await giveAccount(world, workerId)
  return closeMonthOf(world, '2026-10-01', instant)
}

/** Two people are owed the same amount and share an account, a third one does not. */
async function twins(world: World): Promise<{ closeId: string }> {
  await setOperatorAccount(world)
  for (const unitPriceYen of [120, 120, 130]) {
    const { workerId } = await payable(world, { unitPriceYen })
    await giveAccount(world, workerId, '2026-11-01T00:00:00Z', '5550001')
  }
  return { closeId: await closeMonthOf(world, '2026-10-01', instant) }
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
    'value-date-too-soon': async (world) => ({
      actor: await world.person('office'),
      input: { closeId: await closed(world), valueOn: '2026-11-20' },
    }),
    'value-date-late': async (world) => ({
      actor: await world.person('office'),
      input: { closeId: await closed(world), valueOn: '2026-11-26' },
    }),
    'beyond-day-60': async (world) => {
      await setOperatorAccount(world)
      const { workerId } = await payable(world, { receivedOn: '2026-09-10' })
      await giveAccount(world, workerId)
      return {
        actor: await world.person('office'),
        input: { closeId: await closeMonthOf(world, '2026-09-01', '2026-10-05T03:00:00Z'), valueOn: '2026-11-24' },
      }
    },
    'duplicate-payment': async (world) => {
      const { closeId } = await twins(world)
      return { actor: await world.person('office'), input: { closeId, valueOn } }
    },
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

const transfers = (world: World, batchId: string) =>
  world.inside((db) => db.selectFrom('money.transfer').selectAll().where('batchId', '=', batchId).orderBy('amountYen').execute())

describe('振込', () => {
  let opened: World
  beforeAll(async () => {
    opened = await createWorld({ today: '2026-11-20' })
  })
  afterAll(() => opened.close())
  const programme = () => createProgramme(opened.database, { today: '2026-11-20' })
  const make = async (world: World, input: Parameters<typeof makeBatch.perform>[1], now = instant) => {
    const office = await world.person('office')
    return world.inside((db) => makeBatch.perform(at(world, now, office)(db), input))
  }
  const made = async (world: World, input: Parameters<typeof makeBatch.perform>[1], now = instant) => {
    const result = await make(world, input, now)
    if (result instanceof Refused) throw new Error(`${result.code} ${JSON.stringify(result.details)}`)
    return result
  }

  it('額の等しい2通の明細も、一人に1本で払い、税と仕訳は合計になる', async () => {
    const world = await programme()
    await setOperatorAccount(world)
    const { workerId } = await world.worker()
    await giveAccount(world, workerId)
    const subject = { workerId, withholding: 'subject', units: 1, unitPriceYen: 30_000 } as const
    // The credit changes on 2026-10-01: two statements with equal net.
    await payable(world, { ...subject, receivedOn: '2026-09-30' })
    await payable(world, { ...subject, receivedOn: '2026-10-01' })
    const closeId = await closeMonthOf(world, '2026-10-01', instant)
    const batchId = await batchOf(world, closeId, 'recorded')
    expect(await transfers(world, batchId)).toMatchObject([{ workerId, amountYen: 2 * 29_937 }])
    const { closes } = await world.inside((db) => readClose(db, calendarDate('2026-10-01'), calendarDate('2026-11-26')))
    expect(closes).toMatchObject([{ statementCount: 2, unpaidCount: 0, paidYen: 59_874, owedYen: 59_874, valueDates: null }])
    const file = await world.inside((db) => batchFile(db, batchId))
    // A header, one payment, a trailer and an end.
    expect(Buffer.from(file?.base64 ?? '', 'base64').length).toBe(4 * 122)
    expect(await world.inside((db) => withheldMonths(db))).toMatchObject([{ baseYen: 60_000, withheldYen: 6_126, workerCount: 1 }])
    expect(await world.inside(findImbalances)).toEqual([])
  })

  it('同じ日に払う別の締めの分も、その人の1本に入る', async () => {
    const world = await programme()
    await setOperatorAccount(world)
    const { workerId } = await payable(world)
    await giveAccount(world, workerId)
    const first = await closeMonthOf(world, '2026-10-01', instant)
    await payable(world, { workerId })
    const { workerId: other } = await payable(world, { unitPriceYen: 200 })
    await giveAccount(world, other)
    const second = await closeMonthOf(world, '2026-10-01', instant)
    const { batchId } = await made(world, { closeId: first, valueOn })
    expect(await transfers(world, batchId)).toMatchObject([{ workerId, amountYen: 2_640 }])
    expect(await made(world, { closeId: second, valueOn })).toMatchObject({ transferCount: 1, totalYen: 2_200 })
  })

  it('戻った振込は、明細の2通とも、口座を直した後の1本で払い直す', async () => {
    const world = await programme()
    await setOperatorAccount(world)
    const { workerId } = await world.worker()
    await giveAccount(world, workerId)
    for (const receivedOn of ['2026-09-30', '2026-10-01']) await payable(world, { workerId, receivedOn })
    const closeId = await closeMonthOf(world, '2026-10-01', instant)
    const batchId = await batchOf(world, closeId, 'recorded')
    const [transfer] = await transfers(world, batchId)
    const transferId = transfer?.id ?? ''
    await world.inside((db) =>
      done(at(world, '2026-11-26T03:00:00Z')(db), recordReturn, { transferId, returnedOn: '2026-11-26', note: '' }),
    )
    expect(await make(world, { closeId, valueOn: '2026-11-27' }, '2026-11-26T04:00:00Z')).toMatchObject({ code: 'nothing-to-pay' })
    await giveAccount(world, workerId, '2026-11-26T05:00:00Z')
    const again = await made(world, { closeId, valueOn: '2026-11-27' }, '2026-11-26T06:00:00Z')
    expect(await transfers(world, again.batchId)).toMatchObject([{ amountYen: 2_640, retryOf: transferId }])
  })

  it('重なる振込は尋ね、確かめれば払い、除けばほかの人に払う', async () => {
    const world = await programme()
    const { closeId } = await twins(world)
    expect(await make(world, { closeId, valueOn })).toMatchObject({ code: 'duplicate-payment', details: { count: 1 } })
    const paid = await made(world, { closeId, valueOn, duplicates: 'pay' })
    expect(paid).toMatchObject({ transferCount: 3, totalYen: 4_070 })
    const shown = await world.inside((db) => readBatch(db, null, { batchId: paid.batchId, search: '', cursor: null, limit: 10 }))
    expect(shown?.repeatedCount).toBe(1)
    const office = await world.person('office')
    await world.inside((db) => done(at(world, instant, office)(db), rejectBatch, { batchId: paid.batchId, reason: '確認' }))
    expect(await made(world, { closeId, valueOn, duplicates: 'leave-out' })).toMatchObject({ transferCount: 2, totalYen: 2_750 })
  })

  it('同じ人へ同じ日に同じ額が、ほかの振込でもう払われるときも尋ねる', async () => {
    const world = await programme()
    await setOperatorAccount(world)
    const { workerId } = await payable(world)
    await giveAccount(world, workerId)
    const first = await closeMonthOf(world, '2026-10-01', instant)
    await made(world, { closeId: first, valueOn })
    await payable(world, { workerId })
    const second = await closeMonthOf(world, '2026-10-01', instant)
    expect(await make(world, { closeId: second, valueOn })).toMatchObject({ code: 'duplicate-payment' })
    expect(await made(world, { closeId: second, valueOn, duplicates: 'pay' })).toMatchObject({ transferCount: 1, totalYen: 1_320 })
  })

  it('銀行の受付の日数は設定で決まる', async () => {
    const world = await programme()
    const closeId = await closed(world)
    const lead = (transferLeadDays: number) =>
      world.inside((db) => db.updateTable('programme.programme').set({ transferLeadDays }).execute())
    await lead(3)
    // 2026-11-21 to 23 are no bank days.
    expect(await make(world, { closeId, valueOn })).toMatchObject({ code: 'value-date-too-soon', details: { firstOn: '2026-11-26' } })
    await lead(0)
    expect(await make(world, { closeId, valueOn: '2026-11-20' })).toMatchObject({ transferCount: 1 })
  })

  it('60日を過ぎた振込は、最も早い営業日だけを、理由とともに受け付ける', async () => {
    const world = await programme()
    await setOperatorAccount(world)
    const { workerId } = await payable(world, { receivedOn: '2026-09-10' })
    await giveAccount(world, workerId)
    const closeId = await closeMonthOf(world, '2026-09-01', '2026-10-05T03:00:00Z')
    const lateReason = '口座の登録が遅れたため'
    expect(await make(world, { closeId, valueOn: '2027-03-31', lateReason })).toMatchObject({
      code: 'value-date-late',
      details: { lastOn: '2026-11-24' },
    })
    const { batchId } = await made(world, { closeId, valueOn: '2026-11-24', lateReason })
    const shown = await world.inside((db) => readBatch(db, null, { batchId, search: '', cursor: null, limit: 10 }))
    expect(shown?.lateReason).toBe(lateReason)
  })

  it('支払期日より先に60日が来るときは、その日までに払う', async () => {
    const world = await programme()
    await world.inside((db) => db.updateTable('programme.programme').set({ payDay: 31 }).execute())
    await setOperatorAccount(world)
    // 2026-07-01 + 59 days is Saturday 2026-08-29; the programme would pay on 2026-08-31.
    const { workerId } = await payable(world, { receivedOn: '2026-07-01' })
    await giveAccount(world, workerId)
    const closeId = await closeMonthOf(world, '2026-07-01', '2026-08-03T03:00:00Z')
    const late = await make(world, { closeId, valueOn: '2026-08-31' }, '2026-08-10T03:00:00Z')
    expect(late).toMatchObject({ code: 'value-date-late', details: { lastOn: '2026-08-28' } })
    await made(world, { closeId, valueOn: '2026-08-28' }, '2026-08-10T03:00:00Z')
  })
})
