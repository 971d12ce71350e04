import { type Insertable, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { endOfFiscalYear, fiscalYear as asFiscalYear, fiscalYearOf } from '../../units/fiscal-year.ts'
import type { Source } from '../rules/source.ts'
import { isRecorded, type RecordedYears } from './recorded.ts'

/** Income of a year from which a person counts as earning, in yen (the programme's own definition of its first indicator). */
export const earningFromYen = 10_000

type Levels = Record<number, number>

/**
 * The level of one source for each fiscal year, money in yen; null for a year that was not measured. `municipalityId` narrows it to that
 * city's own share, which was nothing before the city joined a programme that was there.
 */
export async function levelsOf(
  db: Db,
  source: Source,
  years: readonly number[],
  municipalityId: string | null,
  recorded: RecordedYears,
): Promise<Record<number, number | null>> {
  const counted = await countedLevels(db, source, years, municipalityId)
  const measured = source === 'adopting-municipalities' ? { ...recorded, first: await firstAdoption(db, recorded) } : recorded
  const joined = municipalityId === null ? null : await joinedLater(db, municipalityId)
  const unmeasured = (year: number) => (joined !== null && year < joined && year <= recorded.last ? 0 : null)
  return Object.fromEntries(years.map((year) => [year, isRecorded(measured, year) ? (counted[year] ?? 0) : unmeasured(year)]))
}

/** Adoptions carry their days, also those from before the programme was kept here. */
async function firstAdoption(db: Db, { first }: RecordedYears): Promise<RecordedYears['first']> {
  const row = await db
    .selectFrom('programme.municipality')
    .select((e) => e.fn.min('adoptedOn').as('on'))
    .executeTakeFirst()
  return asFiscalYear(Math.min(first, row?.on ? fiscalYearOf(calendarDate(row.on)) : first))
}

/** The fiscal year in which a city joined; null for one that was there from the start. */
async function joinedLater(db: Db, municipalityId: string): Promise<number | null> {
  const row = await db
    .selectFrom('programme.municipality as city')
    .innerJoin('programme.programme as programme', 'programme.programmeId', 'city.programmeId')
    .select(['city.joinedOn', 'programme.firstFiscalYear'])
    .where('city.id', '=', municipalityId)
    .executeTakeFirst()
  const joined = row ? fiscalYearOf(calendarDate(row.joinedOn)) : null
  return row && joined !== null && joined > row.firstFiscalYear ? joined : null
}

/** Counted from registrations and from the yearly sums that the postings keep. */
function countedLevels(db: Db, source: Source, years: readonly number[], municipalityId: string | null): Promise<Levels> {
  switch (source) {
    case 'earners':
      return earners(db, years, municipalityId)
    case 'orders-thousand-yen':
      return money(db, years, municipalityId, (sums) => sums.ordersYen)
    case 'profit-thousand-yen':
      return money(db, years, municipalityId, (sums) => sums.ordersYen - sums.workerYen - sums.costYen)
    case 'adopting-municipalities':
      return adopters(db, years, municipalityId)
  }
}

async function earners(db: Db, years: readonly number[], municipalityId: string | null): Promise<Levels> {
  const rows = await db
    .selectFrom('money.worker_year')
    .select((e) => ['fiscalYear', e.fn.countAll<number>().as('count')])
    .where('fiscalYear', 'in', years)
    .where('paidYen', '>=', earningFromYen)
    .$if(municipalityId !== null, (query) => query.where('municipalityId', '=', municipalityId))
    .groupBy('fiscalYear')
    .execute()
  return fill(
    years,
    rows.map((row) => [row.fiscalYear, row.count]),
  )
}

interface YearSums {
  ordersYen: number
  workerYen: number
  costYen: number
}

async function money(db: Db, years: readonly number[], municipalityId: string | null, of: (sums: YearSums) => number): Promise<Levels> {
  const rows = await db
    .selectFrom('money.programme_year')
    .select((e) => [
      'fiscalYear',
      sql<number>`${e.fn.sum('ordersYen')}::bigint`.as('ordersYen'),
      sql<number>`${e.fn.sum('workerYen')}::bigint`.as('workerYen'),
      sql<number>`${e.fn.sum('costYen')}::bigint`.as('costYen'),
    ])
    .where('fiscalYear', 'in', years)
    .$if(municipalityId !== null, (query) => query.where('municipalityKey', '=', municipalityId))
    .groupBy('fiscalYear')
    .execute()
  return fill(
    years,
    rows.map((row) => [row.fiscalYear, of(row)]),
  )
}

async function adopters(db: Db, years: readonly number[], municipalityId: string | null): Promise<Levels> {
  const rows = await db
    .selectFrom('programme.municipality')
    .select('adoptedOn')
    .where('adoptedOn', 'is not', null)
    .$if(municipalityId !== null, (query) => query.where('id', '=', municipalityId))
    .execute()
  return fill(
    years,
    years.map((year) => [
      year,
      rows.filter((row) => row.adoptedOn !== null && row.adoptedOn <= endOfFiscalYear(asFiscalYear(year))).length,
    ]),
  )
}

const fill = (years: readonly number[], pairs: readonly (readonly [number, number])[]): Levels => ({
  ...Object.fromEntries(years.map((year) => [year, 0])),
  ...Object.fromEntries(pairs),
})

/** People registered with the city on the last day of the fiscal year; null where nobody was and the year is not recorded here. */
export async function registeredAtEndOf(
  db: Db,
  year: number,
  municipalityId: string | null,
  recorded: RecordedYears,
): Promise<number | null> {
  const last = endOfFiscalYear(asFiscalYear(year))
  const { count } = await db
    .selectFrom('people.worker')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('registeredOn', '<=', last)
    .where((e) => e.or([e('leftOn', 'is', null), e('leftOn', '>', last)]))
    .$if(municipalityId !== null, (query) => query.where('municipalityId', '=', municipalityId))
    .executeTakeFirstOrThrow()
  return count === 0 && !isRecorded(recorded, year) ? null : count
}

export async function readIndicators(db: Db) {
  const indicators = await db.selectFrom('indicators.indicator').selectAll().orderBy('position').execute()
  const targets = await db.selectFrom('indicators.target').selectAll().orderBy('fiscalYear').execute()
  return indicators.map((indicator) => ({
    ...indicator,
    targets: targets.filter((target) => target.indicatorId === indicator.id).map(({ fiscalYear, value }) => ({ fiscalYear, value })),
  }))
}
export type IndicatorRow = Awaited<ReturnType<typeof readIndicators>>[number]

export async function insertIndicator(
  db: Db,
  row: Insertable<DB['indicators.indicator']>,
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
        programmeId: row.programmeId,
        indicatorId: row.id,
        fiscalYear: target.fiscalYear,
        value: target.value,
      })),
    )
    .execute()
  return true
}
