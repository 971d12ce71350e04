import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { done } from '../support/money.ts'
import { createWorld, type World } from '../support/world.ts'
import type { Actor } from '../../src/platform/access.ts'
import { newId } from '../../src/platform/action.ts'
import { query } from '../../src/platform/read.ts'
import { defineIndicator } from '../../src/indicators/actions/define-indicator.ts'
import { contract, type KpiTable } from '../../src/indicators/contract.ts'
import { evaluationSheetCsv } from '../../src/indicators/documents/evaluation-sheet-csv.ts'
import { evaluationSheetHtml } from '../../src/indicators/documents/evaluation-sheet-html.ts'
import { evaluationSheetOf, sheetRecord } from '../../src/indicators/documents/evaluation-sheet-of.ts'
import { reads } from '../../src/indicators/routes.ts'
import { sources } from '../../src/indicators/rules/source.ts'

let world: World
let actor: Actor & { userId: string }
let city: string

/** 2025 is the first recorded year, 2026 the current one. */
beforeAll(async () => {
  world = await createWorld()
  actor = await world.person('administrator')
  city = await world.municipality({ name: 'City', adoptedOn: '2024-05-01' })
  // The city's profit is above the region's, which bears a cost of no city.
  const year = { fiscalYear: 2025, ordersYen: 0, workerYen: 0, costYen: 0 }
  await world.insert('money.programme_year', { ...year, municipalityKey: city, ordersYen: 1_234_567 })
  await world.insert('money.programme_year', { ...year, municipalityKey: world.programmeId, costYen: 2_469_134 })
  await world.insert('money.worker_year', { fiscalYear: 2026, workerId: newId(), municipalityId: city, paidYen: 50_000 })
})
afterEach(forget)
afterAll(() => world.close())

async function ask<Name extends keyof typeof contract>(name: Name, input: object) {
  const read = reads.find((each) => each.contract.name === name)
  if (!read) throw new Error(`no read ${name}`)
  return query(world.database, read, { programmeId: world.programmeId, input, now: world.now }, async () => actor, actor.userId)
}

interface Definition {
  direction: 'up' | 'down'
  mode: 'increment' | 'level'
  source: (typeof sources)[number]
  baselineFiscalYear: number
  baselineValue: number
  localShare: boolean
  targets: { fiscalYear: number; value: number }[]
}
const plain: Definition = {
  direction: 'up',
  mode: 'increment',
  source: 'earners',
  baselineFiscalYear: 2024,
  baselineValue: 20,
  localShare: true,
  targets: [{ fiscalYear: 2025, value: 10 }],
}

const define = (definition: Definition, position = 1) =>
  world.inside((db) => done(world.context(db, actor), defineIndicator, { ...definition, position, name: 'Indicator', unit: '人' }))

async function forget(): Promise<void> {
  await world.inside(async (db) => {
    await db.deleteFrom('indicators.target').execute()
    await db.deleteFrom('indicators.indicator').execute()
  })
}

/** Reads every page that shows the indicators of a year, and answers its row in the city's table. */
async function readAll(fiscalYear: number): Promise<KpiTable> {
  const region = contract.table.output.parse(await ask('table', { fiscalYear }))
  const table = contract.table.output.parse(await ask('table', { fiscalYear, municipalityId: city }))
  const sheet = contract.sheet.output.parse(await ask('sheet', { fiscalYear, municipalityId: city }))
  expect(sheet.kpi).toEqual(table)
  const paper = evaluationSheetOf(sheetRecord.parse(sheet))
  expect(evaluationSheetCsv(paper)).toContain(evaluationSheetHtml(paper).includes('Indicator') ? 'Indicator' : '')
  await ask('distribution', { fiscalYear })
  for (const { indicatorId } of region.rows) {
    for (const municipalityId of [null, city]) {
      contract['rows-behind'].output.parse(await ask('rows-behind', { indicatorId, fiscalYear, municipalityId, limit: 10 }))
    }
  }
  return table
}

const year = fc.integer({ min: 2000, max: 2100 })
const value = fc.oneof(fc.constant(0), fc.integer({ min: -50, max: 50 }), fc.integer({ min: -999_999_999, max: 999_999_999 }))
const definitions = fc
  .record({
    direction: fc.constantFrom('up' as const, 'down' as const),
    mode: fc.constantFrom('increment' as const, 'level' as const),
    source: fc.constantFrom(...sources),
    baselineFiscalYear: fc.oneof(fc.integer({ min: 2022, max: 2026 }), year),
    baselineValue: value,
    localShare: fc.boolean(),
    targets: fc.uniqueArray(fc.record({ fiscalYear: fc.oneof(fc.integer({ min: 2023, max: 2030 }), year), value }), {
      selector: (target) => target.fiscalYear,
      minLength: 1,
      maxLength: 6,
    }),
  })
  .map((given) => ({ ...given, targets: given.targets.filter((target) => target.fiscalYear > given.baselineFiscalYear) }))
  .filter(({ targets }) => targets.length > 0)

it('性質: 受け入れた指標は、どの年度のどの画面でも表示できる', async () => {
  await fc.assert(
    fc
      .asyncProperty(definitions, year, async (definition, any) => {
        await define(definition)
        await ask('definitions', {})
        const { years } = contract.years.output.parse(await ask('years', {}))
        const first = definition.baselineFiscalYear + 1
        const shown = [first, 2025, 2026, any, years[0]?.fiscalYear ?? first, ...definition.targets.map((target) => target.fiscalYear)]
        for (const each of new Set(shown.filter((one) => one <= 2100))) {
          const { rows, recorded } = await readAll(each)
          expect(rows.map((row) => row.fault)).toEqual(each > definition.baselineFiscalYear ? [null] : [])
          if (each === first) await ask('sheet-workbook', { fiscalYear: each, municipalityId: city })
          if (!recorded && definition.source !== 'adopting-municipalities') expect(rows.some((row) => row.year.isMeasured)).toBe(false)
        }
      })
      .afterEach(forget),
    { numRuns: 15, endOnFailure: true },
  )
}, 120_000)

it('目標のない年度は実績だけを、その次の年度は目標の合計を示す', async () => {
  await define({
    ...plain,
    baselineValue: 0,
    targets: [
      { fiscalYear: 2025, value: 3 },
      { fiscalYear: 2027, value: 4 },
    ],
  })
  const [gap] = (await readAll(2026)).rows
  expect(gap).toMatchObject({ finalTarget: '7', year: { target: '', actual: '1 [1]', rate: '', compared: null } })
  expect((await readAll(2027)).rows[0]).toMatchObject({ year: { target: '4', actual: '', isMeasured: false }, cumulative: { target: '7' } })
})

it('市のない費用があっても、市の差引は全体の差引の上に示される。千円は四捨五入', async () => {
  await define({ ...plain, mode: 'level', source: 'profit-thousand-yen', targets: [{ fiscalYear: 2025, value: -1_000 }] })
  expect((await readAll(2025)).rows[0]).toMatchObject({
    baseline: '20 (人)',
    year: { target: '△1,000', actual: '△1,235 [1,235]', rate: '(81.0%)', compared: { target: -1_000, actual: -1_234.567 } },
  })
})

it('ここに記録のない年度は0ではない。基準年度との差も作らない', async () => {
  await define({ ...plain, baselineFiscalYear: 2022, targets: [2023, 2024, 2025, 2026].map((fiscalYear) => ({ fiscalYear, value: 10 })) })
  const before = await readAll(2024)
  expect(before).toMatchObject({ recorded: false, rows: [{ year: { target: '10', actual: '', rate: '' }, cumulative: { actual: '' } }] })
  // The year before is not known, the baseline is: only the cumulative figure can be told.
  const first = await readAll(2025)
  expect(first).toMatchObject({
    recorded: true,
    rows: [{ year: { actual: '', isMeasured: false }, cumulative: { target: '30', actual: '△20', rate: '(△66.7%)' } }],
  })
  expect((await readAll(2026)).rows[0]).toMatchObject({ year: { actual: '1 [1]' }, cumulative: { actual: '△19' } })
  expect((await readAll(2027)).recorded).toBe(false)
})

it('壊れた定義はそれとして示され、ほかの指標は残る', async () => {
  await define(plain, 2)
  const broken = newId()
  const row = { id: broken, position: 1, name: 'Broken', unit: '人', direction: 'up', mode: 'level', source: 'earners' } as const
  await world.insert('indicators.indicator', { ...row, baselineFiscalYear: 2024, baselineValue: 0 })
  await world.insert('indicators.target', { indicatorId: broken, fiscalYear: 2023, value: 5 })
  const { rows } = await readAll(2026)
  expect(rows).toMatchObject([
    { name: 'Broken', fault: 'year-outside', year: { actual: '算出できません', isMeasured: false } },
    { name: 'Indicator', fault: null },
  ])
})
