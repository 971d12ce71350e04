import type { Action } from '../platform/action.ts'
import { setWorkCounts } from '../people/store/work-view.ts'
import { reachOf } from '../platform/access.ts'
import type { RoleTable } from '../platform/contract.ts'
import type { ReadContext } from '../platform/read.ts'
import { answer, type Read } from '../platform/read.ts'
import { xlsxType } from '../platform/tables/workbook.ts'
import { fiscalYear as asFiscalYear, fiscalYearOf, formatFiscalYear } from '../units/fiscal-year.ts'
import { composeSheet, composeTable, optionsOf } from './actions/compose-sheet.ts'
import { defineIndicator } from './actions/define-indicator.ts'
import { editSheet } from './actions/edit-sheet.ts'
import { publishSheet } from './actions/publish-sheet.ts'
import { contract } from './contract.ts'
import { gatherFew } from './rules/few.ts'
import { namingAll, namingEarners, seeingMoney } from './rules/who-may.ts'
import { evaluationSheetOf, sheetRecord } from './documents/evaluation-sheet-of.ts'
import { evaluationSheetXlsx } from './documents/evaluation-sheet-xlsx.ts'
import { defaultPrintProfile } from './rules/print-profile.ts'
import { scaleOf } from './rules/source.ts'
import { isProvisional } from './rules/sheet.ts'
import { readHeadCounts } from './store/head-counts.ts'
import { levelsOf, readIndicators } from './store/levels.ts'
import { isRecorded, readRecordedYears } from './store/recorded.ts'
import { type CityYear, distributionOf, rowsBehind } from './store/rows.ts'
import { readMunicipality } from './store/sheets.ts'
import './store/personal-columns.ts'

setWorkCounts(readHeadCounts)

export { names } from './store/names.ts'

export const actions: Action[] = [defineIndicator, editSheet, publishSheet]

/** An officer or a committee member reads the sheet and the people of the own city only. */
const mayReadCity = ({ reach }: ReadContext, municipalityId: string | null): boolean =>
  reach.everything ||
  (municipalityId !== null && reach.ids('municipality').includes(municipalityId)) ||
  reach.ids('site').length > 0 ||
  reach.ids('order').length > 0

/** Of which cities somebody sees what is each person's own. */
const ownCities =
  ({ actor }: ReadContext, allow: RoleTable) =>
  (municipalityId: string | null): boolean => {
    const reach = reachOf(actor, allow)
    return reach.everything || (municipalityId !== null && reach.ids('municipality').includes(municipalityId))
  }

/** Cities where fewer than five people worked stand together. */
function withoutFew(cities: readonly CityYear[], sees: (city: string | null) => boolean): CityYear[] {
  const totals = cities.map((of) => ({ cities: [of.municipalityId ?? ''], size: of.worked, of }))
  return gatherFew(totals, sees, (one, other) => ({
    cities: [...one.cities, ...other.cities],
    size: one.size + other.size,
    of: addCities(one.of, other.of),
  })).map(({ of }) => of)
}

const addCities = (one: CityYear, other: CityYear): CityYear => ({
  municipalityId: null,
  name: [one.name, other.name].filter((name) => name !== null).join('・'),
  ordersYen: one.ordersYen + other.ordersYen,
  workerYen: one.workerYen + other.workerYen,
  costYen: one.costYen + other.costYen,
  registered: one.registered + other.registered,
  earners: one.earners + other.earners,
  worked: one.worked + other.worked,
})

export const reads: Read[] = [
  answer(contract.years, async ({ db, today }) => {
    const indicators = await readIndicators(db)
    const targeted = new Set(indicators.flatMap((indicator) => indicator.targets.map((target) => target.fiscalYear)))
    if (targeted.size === 0) return { years: [] }
    // Operations go on after the last target; their figures are shown without one.
    const first = Math.min(...targeted)
    const recorded = await readRecordedYears(db, today)
    const years = Array.from({ length: Math.max(fiscalYearOf(today), ...targeted) - first + 1 }, (_, index) => first + index).reverse()
    return {
      years: years.map((year) => ({
        fiscalYear: year,
        label: formatFiscalYear(asFiscalYear(year), 'ja'),
        provisional: isProvisional(asFiscalYear(year), today),
        recorded: isRecorded(recorded, year),
        hasTargets: targeted.has(year),
      })),
    }
  }),
  answer(contract.table, async (context, { fiscalYear, municipalityId }) => {
    const { db, today } = context
    const municipality = municipalityId === null ? null : await readMunicipality(db, municipalityId)
    if (municipality === undefined || (municipalityId !== null && !mayReadCity(context, municipalityId))) return null
    return composeTable(db, fiscalYear, municipalityId, municipality ? optionsOf(municipality).print : defaultPrintProfile, today)
  }),
  answer(contract['rows-behind'], async (context, { indicatorId, fiscalYear, municipalityId, cursor, limit }) => {
    const indicator = (await readIndicators(context.db)).find((each) => each.id === indicatorId)
    if (!indicator) return null
    const isOwn = ownCities(context, seeingMoney)
    const sees = indicator.source === 'earners' ? ownCities(context, namingEarners) : isOwn
    const names = ownCities(context, namingAll)
    const question = { year: fiscalYear, municipalityId, sees, isOwn, names, cursor, limit }
    const behind = await rowsBehind(context.db, indicator.source, question)
    // What is said of another city is one total, of five at least.
    const isForeign = municipalityId !== null && !isOwn(municipalityId)
    if (isForeign && behind.rows.length === 0) return null
    const first = indicator.baselineFiscalYear
    const recorded = await readRecordedYears(context.db, context.today)
    const levels = await levelsOf(context.db, indicator.source, [first, fiscalYear - 1, fiscalYear], municipalityId, recorded)
    const levelOf = (year: number): number | null => {
      const level = levels[year] ?? null
      return year === first && municipalityId === null ? indicator.baselineValue : level && level / scaleOf(indicator.source)
    }
    const value = levelOf(fiscalYear)
    const counts = value !== null && !isForeign && indicator.mode === 'increment' && fiscalYear > first
    const from = (year: number) => {
      const earlier = counts ? levelOf(year) : null
      return earlier === null ? null : { fiscalYear: year, value: earlier }
    }
    return {
      source: indicator.source,
      value,
      unit: indicator.unit,
      before: from(fiscalYear - 1),
      baseline: from(first),
      ...behind,
    }
  }),
  answer(contract.distribution, async (context, { fiscalYear }) => {
    const recorded = isRecorded(await readRecordedYears(context.db, context.today), fiscalYear)
    const cities = await distributionOf(context.db, fiscalYear)
    const sees = ownCities(context, seeingMoney)
    const told = sees(null) ? cities : withoutFew(cities, sees)
    const sum = (of: (city: (typeof cities)[number]) => number) => cities.reduce((total, city) => total + of(city), 0)
    const workerYen = sum((city) => city.workerYen)
    return {
      recorded,
      rows: told.map((city) => ({
        ...city,
        profitYen: city.ordersYen - city.workerYen - city.costYen,
        share: workerYen === 0 ? 0 : Math.round((city.workerYen / workerYen) * 1_000) / 1_000,
      })),
      total: {
        ordersYen: sum((city) => city.ordersYen),
        workerYen,
        costYen: sum((city) => city.costYen),
        profitYen: sum((city) => city.ordersYen - city.workerYen - city.costYen),
        registered: sum((city) => city.registered),
        earners: sum((city) => city.earners),
        worked: sum((city) => city.worked),
      },
    }
  }),
  answer(contract.sheet, async (context, { municipalityId, fiscalYear }) =>
    mayReadCity(context, municipalityId) ? composeSheet(context.db, municipalityId, fiscalYear, context.today) : null,
  ),
  answer(contract['sheet-workbook'], async (context, { municipalityId, fiscalYear }) => {
    const sheet = mayReadCity(context, municipalityId) ? await composeSheet(context.db, municipalityId, fiscalYear, context.today) : null
    if (!sheet) return null
    const bytes = await evaluationSheetXlsx(evaluationSheetOf(sheetRecord.parse(sheet)))
    return { name: `${sheet.municipality.name}_${fiscalYear}.xlsx`, mediaType: xlsxType, base64: Buffer.from(bytes).toString('base64') }
  }),
  answer(contract.definitions, async ({ db }) => ({ indicators: await readIndicators(db) })),
]
