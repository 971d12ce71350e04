import { describe, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { closeMonthOf, done, payable } from '../../../test/support/money.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { listCosts } from '../store/costs.ts'
import { recordCost } from './record-cost.ts'
import { reverseEntry } from './reverse-entry.ts'

const cost = { paidOn: '2026-11-19', amountYen: 50_000, taxYen: 5_000, description: '通信費' }

/** Evaluates a year that no other test of this world records in. */
async function locked(world: World) {
  const row = { fiscalYear: 2024, municipalityId: newId(), evaluatedAt: world.now.toISOString() }
  await world.insert('money.evaluated_year', row)
  return { ...cost, paidOn: '2025-03-31' }
}

describe('a locked period', () => {
  it('takes a late cost as an entry of today that names its day, and says what looks like a slip', async () => {
    const world = await createWorld()
    const input = {
      ...(await locked(world)),
      lateReason: '請求書が遅れたため',
      supplier: '通信会社',
      kind: 'communication' as const,
      taxRatePercent: 10,
    }
    const record = () => world.inside(async (db) => recordCost.perform(world.context(db), input))
    expect(await record()).toMatchObject({ entryOn: '2026-11-20', similarCount: 0 })
    expect(await record()).toMatchObject({ similarCount: 1 })
    const [entry] = await world.inside((db) => db.selectFrom('money.entry').selectAll().execute())
    expect(entry).toMatchObject({ entryOn: '2026-11-20', description: '令和7年3月31日分 通信費（請求書が遅れたため）' })
    expect(await world.inside(async (db) => recordCost.perform(world.context(db), { ...cost, paidOn: '2025-04-01' }))).toMatchObject({
      entryOn: '2025-04-01',
    })
    const page = await world.inside((db) => listCosts(db, { fiscalYear: 2024, cursor: null, limit: 10 }))
    expect(page.rows.map((row) => [row.supplier, row.kind, row.isSimilar, row.lateReason])).toEqual(
      Array.from({ length: 2 }, () => ['通信会社', 'communication', true, '請求書が遅れたため']),
    )
    await world.close()
  })

  it('takes back what stands in it by an entry of today that names the day', async () => {
    const world = await createWorld()
    const input = { ...cost, paidOn: '2025-03-31' }
    const { costId } = await world.inside((db) => done(world.context(db), recordCost, input))
    await locked(world)
    const { id: entryId } = await world.inside((db) =>
      db.selectFrom('money.entry').select('id').where('sourceId', '=', costId).executeTakeFirstOrThrow(),
    )
    await world.inside((db) => done(world.context(db), reverseEntry, { entryId, reason: '二重' }))
    const row = await world.inside((db) =>
      db.selectFrom('money.entry').selectAll().where('sourceId', '=', entryId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ entryOn: '2026-11-20', description: '取消：令和7年3月31日分 通信費（二重）' })
    await world.close()
  })

  it('is every month up to the last that was closed', async () => {
    const world = await createWorld()
    await payable(world)
    await closeMonthOf(world, '2026-10-01', '2026-11-16T03:00:00Z')
    const record = (paidOn: string) => world.inside(async (db) => recordCost.perform(world.context(db), { ...cost, paidOn }))
    expect(await record('2026-10-31')).toMatchObject({ code: 'period-closed', details: { lockedOn: '2026-10-31' } })
    expect(await record('2026-11-01')).toMatchObject({ entryOn: '2026-11-01' })
    await world.close()
  })
})

actionSuite(recordCost, {
  namesNoRecord: true,
  arrange: async (world) => ({ actor: await world.person('office'), input: { ...cost, municipalityId: await world.municipality() } }),
  check: async (world, output, input) => {
    const row = await world.inside((db) =>
      db.selectFrom('money.operating_cost').selectAll().where('id', '=', output.costId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ amountYen: 50_000, taxYen: 5_000, description: '通信費' })
    const year = await world.inside((db) =>
      db
        .selectFrom('money.programme_year')
        .selectAll()
        .where('municipalityKey', '=', input.municipalityId ?? '')
        .executeTakeFirstOrThrow(),
    )
    expect(year).toMatchObject({ fiscalYear: 2026, costYen: 50_000 })
  },
  refusals: {
    'unknown-municipality': async (world) => ({ actor: await world.person('office'), input: { ...cost, municipalityId: newId() } }),
    'unknown-order': async (world) => ({ actor: await world.person('office'), input: { ...cost, orderId: newId() } }),
    'before-programme': async (world) => ({ actor: await world.person('office'), input: { ...cost, taxYen: 0, paidOn: '2000-01-01' } }),
    'rate-unknown': async (world) => ({ actor: await world.person('office'), input: { ...cost, taxRatePercent: 5 } }),
    'tax-above-rate': async (world) => ({ actor: await world.person('office'), input: { ...cost, amountYen: 1, taxYen: 999_999_999 } }),
    'files-missing': async (world) => ({ actor: await world.person('office'), input: { ...cost, receiptFileId: newId() } }),
    'period-closed': async (world) => ({ actor: await world.person('office'), input: await locked(world) }),
    'date-ahead': async (world) => ({ actor: await world.person('office'), input: { ...cost, paidOn: '2026-11-21' } }),
  },
  invalid: [
    { input: { ...cost, amountYen: 0 }, path: 'amountYen' },
    { input: { ...cost, amountYen: 10.5 }, path: 'amountYen' },
  ],
})
