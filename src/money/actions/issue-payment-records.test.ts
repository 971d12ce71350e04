import { describe, expect, it, beforeAll, afterAll } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, batchOf, closeMonthOf, done, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import { createProgramme, createWorld, type World } from '../../../test/support/world.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { verifyDocuments } from '../../platform/documents.ts'
import { paymentRecordsFile, readPaymentRecords } from '../store/taxes.ts'
import { issuePaymentRecords } from './issue-payment-records.ts'
import { recordReturn } from './record-return.ts'

/** One worker whose October of 2025 was paid in November of that year. */
async function paid(world: World, units: number, unitPriceYen = 120) {
  await setOperatorAccount(world)
  const { workerId } = await payable(world, { withholding: 'subject', units, unitPriceYen, receivedOn: '2025-10-15' })
  await giveAccount(world, workerId)
  const closeId = await closeMonthOf(world, '2025-10-01', '2025-11-04T03:00:00Z')
  const batchId = await batchOf(world, closeId, 'recorded', '2025-11-21T03:00:00Z', '2025-11-25')
  return { workerId, batchId }
}

const records = (world: World, workerId: string) =>
  world.inside((db) => db.selectFrom('money.payment_record').selectAll().where('workerId', '=', workerId).orderBy('version').execute())

actionSuite(issuePaymentRecords, {
  today: '2026-01-15',
  namesNoRecord: true,
  arrange: async (world) => {
    await paid(world, 500)
    return { actor: await world.person('office'), input: { year: 2025 } }
  },
  check: async (world, output) => {
    expect(output.issuedCount).toBe(1)
    const { broken } = await world.inside(verifyDocuments)
    expect(broken.filter((each) => each.startsWith('payment-record'))).toEqual([])
  },
  refusals: {
    'year-not-over': async (world) => ({ actor: await world.person('office'), input: { year: 2026 } }),
    'nothing-to-issue': async (world) => ({ actor: await world.person('office'), input: { year: 2019 } }),
  },
})

describe('年間の支払実績と支払調書', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld({ today: '2026-01-15' })
  })
  afterAll(() => world.close())
  const issue = async () => {
    const office = await world.person('office')
    return world.inside((db) => done(at(world, '2026-01-15T03:00:00Z', office)(db), issuePaymentRecords, { year: 2025 }))
  }

  it('5万円を超えた人だけが支払調書の対象で、組戻しの後は新しい版になる', async () => {
    // 420 units at 120 yen are 50,400 yen, 5,145 yen withheld; 500 units at 100 yen are not above 50,000 yen.
    const above = await paid(world, 420)
    const below = await paid(world, 500, 100)
    await issue()
    const page = await world.inside((db) =>
      readPaymentRecords(db, calendarDate('2026-01-15'), { year: 2025, search: '', needed: false, cursor: null, limit: 50 }),
    )
    expect(page).toMatchObject({ neededCount: 1, missingCount: 0, isOver: true, dueOn: '2026-02-02' })
    expect(new Map(page.rows.map((row) => [row.id, [row.baseYen, row.withholdingYen, row.isNeeded]]))).toEqual(
      new Map([
        [above.workerId, [50_400, 5_145, true]],
        [below.workerId, [50_000, 5_105, false]],
      ]),
    )
    const { base64 } = await world.inside((db) => paymentRecordsFile(db, 2025))
    const lines = Buffer.from(base64, 'base64').toString('utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(',50400,0,5145,0,5040')
    expect(lines[0]).toMatch(/payerName,payerAddress,payerCorporateNumber$/)

    const transfer = await world.inside((db) =>
      db.selectFrom('money.transfer').select('id').where('batchId', '=', above.batchId).executeTakeFirstOrThrow(),
    )
    const office = await world.person('office')
    await world.inside((db) =>
      done(at(world, '2026-01-15T03:00:00Z', office)(db), recordReturn, {
        transferId: transfer.id,
        returnedOn: '2025-12-01',
        note: '名義相違',
      }),
    )
    const after = await world.inside((db) =>
      readPaymentRecords(db, calendarDate('2026-01-15'), { year: 2025, search: '', needed: true, cursor: null, limit: 50 }),
    )
    // Fixed in the year and unpaid, it stays on the record as unpaid.
    expect(after.rows.map((row) => [row.id, row.baseYen, row.unpaidBaseYen])).toEqual([[above.workerId, 50_400, 50_400]])
    expect(await issue()).toMatchObject({ issuedCount: 1 })
    expect((await records(world, above.workerId)).map((row) => [row.version, row.paymentCount, row.netYen])).toEqual([
      [1, 1, 50_295],
      [2, 0, 0],
    ])
  })

  it('支払調書の消費税は載せる報酬の分だけで、区分は税務署の呼び方、支払者の名称・所在地・法人番号が付く', async () => {
    const one = await createProgramme(world.database, { today: '2026-01-15' })
    await one.inside((db) =>
      db
        .updateTable('programme.programme')
        .set({ operatorName: '見本振興公社', operatorAddress: '長野県見本市1-1', operatorInvoiceNumber: 'T7000012050002' })
        .execute(),
    )
    await setOperatorAccount(one)
    const { workerId } = await one.worker()
    await giveAccount(one, workerId)
    const workKindId = await one.workKind({ withholding: 'subject', nameJa: '記事の作成' })
    const packageId = await one.package({ workKindId })
    const line = { workerId, units: 1, receivedOn: '2025-10-15' }
    await payable(one, { ...line, packageId, unitPriceYen: 100_005 })
    await payable(one, { ...line, unitPriceYen: 333_333 })
    const closeId = await closeMonthOf(one, '2025-10-01', '2025-11-04T03:00:00Z')
    await batchOf(one, closeId, 'recorded', '2025-11-21T03:00:00Z', '2025-11-25')
    const { base64 } = await one.inside((db) => paymentRecordsFile(db, 2025))
    const [, row] = Buffer.from(base64, 'base64').toString('utf8').trimEnd().split('\r\n')
    expect(row).toContain('原稿料,100005,0,10210,0,10000,見本振興公社,長野県見本市1-1,7000012050002')
  })

  it('1人に区分が2つあれば支払調書は区分ごとに1行で、源泉徴収税額は支払いごとに報酬の割合で分かれ、合計は変わらない', async () => {
    const one = await createProgramme(world.database, { today: '2026-01-15' })
    await setOperatorAccount(one)
    const { workerId } = await one.worker()
    await giveAccount(one, workerId)
    const kind = async (nameJa: string) => one.package({ workKindId: await one.workKind({ withholding: 'subject', nameJa }) })
    const [article, column, banner] = [await kind('記事の作成'), await kind('コラムのライティング'), await kind('バナーの制作')]
    const pay = async (month: string, valueOn: string, lines: [packageId: string, yen: number][]) => {
      for (const [packageId, unitPriceYen] of lines)
        await payable(one, { workerId, packageId, units: 1, unitPriceYen, receivedOn: `${month}-15` })
      const paidIn = valueOn.slice(0, 7)
      const closeId = await closeMonthOf(one, `${month}-01`, `${paidIn}-04T03:00:00Z`)
      await batchOf(one, closeId, 'recorded', `${paidIn}-20T03:00:00Z`, valueOn)
    }
    await pay('2025-09', '2025-10-24', [
      [article, 30_000],
      [column, 5],
      [banner, 20_005],
    ])
    await pay('2025-10', '2025-11-25', [[banner, 2_000_000]])
    const { base64 } = await one.inside((db) => paymentRecordsFile(db, 2025))
    const [, ...rows] = Buffer.from(base64, 'base64').toString('utf8').trimEnd().split('\r\n')
    const cells = rows.map((row) => row.split(',').slice(3, 9))
    // floor(50,010 × 10.21 %) = 5,106 of one payment is 3,063.497 and 2,042.503 by the fees; then 102,100 + 1,000,000 × 20.42 %.
    expect(cells).toEqual([
      ['デザイン料', '2020005', '0', '308343', '0', '202000'],
      ['原稿料', '30005', '0', '3063', '0', '3001'],
    ])
    const page = await one.inside((db) =>
      readPaymentRecords(db, calendarDate('2026-01-15'), { year: 2025, search: '', needed: true, cursor: null, limit: 50 }),
    )
    expect(page.rows).toMatchObject([{ kinds: 'デザイン料、原稿料', baseYen: 2_050_010, withholdingYen: 311_406 }])
    expect(page.rows[0]?.byKind).toEqual([
      { category: 'デザイン料', baseYen: 2_020_005, withholdingYen: 308_343 },
      { category: '原稿料', baseYen: 30_005, withholdingYen: 3_063 },
    ])
  })
})
