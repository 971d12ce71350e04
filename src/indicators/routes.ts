import type { Action } from '../platform/action.ts'
import { reachOf } from '../platform/access.ts'
import type { ReadContext } from '../platform/read.ts'
import { answer, type Read } from '../platform/read.ts'
import { xlsxType } from '../platform/tables/workbook.ts'
import { fiscalYear as asFiscalYear, fiscalYearOf, formatFiscalYear } from '../units/fiscal-year.ts'
import { composeSheet, composeTable, optionsOf } from './actions/compose-sheet.ts'
import { defineIndicator } from './actions/define-indicator.ts'
import { editSheet } from './actions/edit-sheet.ts'
import { publishSheet } from './actions/publish-sheet.ts'
import { contract } from './contract.ts'
import { namingEarners } from './rules/who-may.ts'
import { evaluationSheetOf, sheetRecord } from './documents/evaluation-sheet-of.ts'
import { evaluationSheetXlsx } from './documents/evaluation-sheet-xlsx.ts'
import { defaultPrintProfile } from './rules/print-profile.ts'
import { isProvisional } from './rules/sheet.ts'
import { levelsOf, readIndicators } from './store/levels.ts'
import { distributionOf, rowsBehind } from './store/rows.ts'
import { readMunicipality } from './store/sheets.ts'

export const actions: Action[] = [defineIndicator, editSheet, publishSheet]

/** An officer or a committee member reads the sheet and the people of the own city only. */
const mayReadCity = ({ reach }: ReadContext, municipalityId: string | null): boolean =>
  reach.everything ||
  (municipalityId !== null && reach.ids('municipality').includes(municipalityId)) ||
  reach.ids('site').length > 0 ||
  reach.ids('order').length > 0

export const reads: Read[] = [
  answer(contract.years, async ({ db, today }) => {
    const indicators = await readIndicators(db)
    const targeted = new Set(indicators.flatMap((indicator) => indicator.targets.map((target) => target.fiscalYear)))
    if (targeted.size === 0) return { years: [] }
    // Operations go on after the last target; their figures are shown without one.
    const first = Math.min(...targeted)
    const years = Array.from({ length: Math.max(fiscalYearOf(today), ...targeted) - first + 1 }, (_, index) => first + index).reverse()
    return {
      years: years.map((year) => ({
        fiscalYear: year,
        label: formatFiscalYear(asFiscalYear(year), 'ja'),
        provisional: isProvisional(asFiscalYear(year), today),
        hasTargets: targeted.has(year),
      })),
    }
  }),
  answer(contract.table, async ({ db, today }, { fiscalYear, municipalityId }) => {
    const municipality = municipalityId === null ? null : await readMunicipality(db, municipalityId)
    if (municipality === undefined) return null
    return composeTable(db, fiscalYear, municipalityId, municipality ? optionsOf(municipality).print : defaultPrintProfile, today)
  }),
  answer(contract['rows-behind'], async (context, { indicatorId, fiscalYear, municipalityId, cursor, limit }) => {
    const indicator = (await readIndicators(context.db)).find((each) => each.id === indicatorId)
    if (!indicator) return null
    // Names of people stay in their city; the other sources are public figures.
    const named = reachOf(context.actor, namingEarners)
    const mayName = named.everything || (municipalityId !== null && named.ids('municipality').includes(municipalityId))
    const behind = await rowsBehind(context.db, indicator.source, { year: fiscalYear, municipalityId, mayName, cursor, limit })
    const first = indicator.baselineFiscalYear
    const levels = await levelsOf(context.db, indicator.source, [first, fiscalYear - 1, fiscalYear], municipalityId)
    const levelOf = (year: number) => ({
      fiscalYear: year,
      value: year === first && municipalityId === null ? indicator.baselineValue : (levels[year] ?? 0),
    })
    const counts = indicator.mode === 'increment' && fiscalYear > first
    return {
      source: indicator.source,
      value: levelOf(fiscalYear).value,
      unit: indicator.unit,
      before: counts ? levelOf(fiscalYear - 1) : null,
      baseline: counts ? levelOf(first) : null,
      ...behind,
    }
  }),
  answer(contract.distribution, async ({ db }, { fiscalYear }) => {
    const cities = await distributionOf(db, fiscalYear)
    const sum = (of: (city: (typeof cities)[number]) => number) => cities.reduce((total, city) => total + of(city), 0)
    const workerYen = sum((city) => city.workerYen)
    return {
      rows: cities.map((city) => ({
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
