import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { endOfFiscalYear, fiscalYear as asFiscalYear } from '../../units/fiscal-year.ts'
import type { Source } from '../contract.ts'

/** Income of a year from which a person counts as earning, in yen (the programme's own definition of its first indicator). */
export const earningFromYen = 10_000

export type Levels = Record<number, number>

/**
 * The level of one source for each fiscal year, counted from registrations and from the yearly sums that the postings
 * keep; `municipalityId` narrows it to that city's own share.
 */
export async function levelsOf(db: Db, source: Source, years: readonly number[], municipalityId: string | null): Promise<Levels> {
  switch (source) {
    case 'earners':
      return earners(db, years, municipalityId)
    case 'orders-thousand-yen':
      return thousands(db, years, municipalityId, (sums) => sums.ordersYen)
    case 'profit-thousand-yen':
      return thousands(db, years, municipalityId, (sums) => sums.ordersYen - sums.workerYen - sums.costYen)
    case 'adopting-municipalities':
      return adopters(db, years, municipalityId)
  }
}

async function earners(db: Db, years: readonly number[], municipalityId: string | null): Promise<Levels> {
  const rows = await db
    .selectFrom('money.worker_year')
    .select((e) => ['fiscal_year', e.fn.countAll<number>().as('count')])
    .where('fiscal_year', 'in', years)
    .where('paid_yen', '>=', earningFromYen)
    .$if(municipalityId !== null, (query) => query.where('municipality_id', '=', municipalityId))
    .groupBy('fiscal_year')
    .execute()
  return fill(
    years,
    rows.map((row) => [row.fiscal_year, row.count]),
  )
}

export interface YearSums {
  ordersYen: number
  workerYen: number
  costYen: number
}

async function thousands(db: Db, years: readonly number[], municipalityId: string | null, of: (sums: YearSums) => number): Promise<Levels> {
  const rows = await db
    .selectFrom('money.programme_year')
    .select((e) => [
      'fiscal_year',
      sql<number>`${e.fn.sum('orders_yen')}::bigint`.as('ordersYen'),
      sql<number>`${e.fn.sum('worker_yen')}::bigint`.as('workerYen'),
      sql<number>`${e.fn.sum('cost_yen')}::bigint`.as('costYen'),
    ])
    .where('fiscal_year', 'in', years)
    .$if(municipalityId !== null, (query) => query.where('municipality_key', '=', municipalityId))
    .groupBy('fiscal_year')
    .execute()
  return fill(
    years,
    rows.map((row) => [row.fiscal_year, Math.floor(of(row) / 1_000)]),
  )
}

async function adopters(db: Db, years: readonly number[], municipalityId: string | null): Promise<Levels> {
  const rows = await db
    .selectFrom('programme.municipality')
    .select('adopted_on')
    .where('adopted_on', 'is not', null)
    .$if(municipalityId !== null, (query) => query.where('id', '=', municipalityId))
    .execute()
  return fill(
    years,
    years.map((year) => [
      year,
      rows.filter((row) => row.adopted_on !== null && row.adopted_on <= endOfFiscalYear(asFiscalYear(year))).length,
    ]),
  )
}

const fill = (years: readonly number[], pairs: readonly (readonly [number, number])[]): Levels => ({
  ...Object.fromEntries(years.map((year) => [year, 0])),
  ...Object.fromEntries(pairs),
})

/** People registered with the city on the last day of the fiscal year. */
export async function registeredAtEndOf(db: Db, year: number, municipalityId: string | null): Promise<number> {
  const last = endOfFiscalYear(asFiscalYear(year))
  const { count } = await db
    .selectFrom('people.worker')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('registered_on', '<=', last)
    .where((e) => e.or([e('left_on', 'is', null), e('left_on', '>', last)]))
    .$if(municipalityId !== null, (query) => query.where('municipality_id', '=', municipalityId))
    .executeTakeFirstOrThrow()
  return count
}

export async function readIndicators(db: Db) {
  const indicators = await db.selectFrom('indicators.indicator').selectAll().orderBy('position').execute()
  const targets = await db.selectFrom('indicators.target').selectAll().orderBy('fiscal_year').execute()
  return indicators.map((indicator) => ({
    ...indicator,
    source: indicator.source as Source,
    direction: indicator.direction as 'up' | 'down',
    mode: indicator.mode as 'increment' | 'level',
    targets: targets
      .filter((target) => target.indicator_id === indicator.id)
      .map(({ fiscal_year, value }) => ({ fiscalYear: fiscal_year, value })),
  }))
}
export type IndicatorRow = Awaited<ReturnType<typeof readIndicators>>[number]

export async function insertIndicator(
  db: Db,
  row: {
    id: string
    programme_id: string
    position: number
    name: string
    name_en: string
    unit: string
    direction: string
    mode: string
    source: string
    baseline_fiscal_year: number
    baseline_value: number
    local_share: boolean
  },
  targets: readonly { fiscalYear: number; value: number }[],
): Promise<boolean> {
  const inserted = await db
    .insertInto('indicators.indicator')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (Number(inserted.numInsertedOrUpdatedRows) === 0) return false
  await db
    .insertInto('indicators.target')
    .values(
      targets.map((target) => ({
        programme_id: row.programme_id,
        indicator_id: row.id,
        fiscal_year: target.fiscalYear,
        value: target.value,
      })),
    )
    .execute()
  return true
}
