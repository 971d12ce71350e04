import { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { fiscalYear as asFiscalYear, formatFiscalYear, type FiscalYear } from '../../units/fiscal-year.ts'
import { typedParts, type KpiTable, type Sheet } from '../contract.ts'
import { defaultDirections, defaultRatings } from '../documents/default-options.ts'
import { indicatorFaults, kpiFigures, kpiRow, type Figure, type Indicator } from '../rules/kpi.ts'
import { defaultPrintProfile, negativeMarks, printWords, roundings, type PrintProfile } from '../rules/print-profile.ts'
import { scaleOf } from '../rules/source.ts'
import { isProvisional, yearCountedFrom } from '../rules/sheet.ts'
import { levelsOf, readIndicators, registeredAtEndOf, type IndicatorRow } from '../store/levels.ts'
import { isRecorded, readRecordedYears, type RecordedYears } from '../store/recorded.ts'
import { readCosts, readLead, readMunicipality, readProgramme, readSheet, readVersions, readYearCost, typistsOf } from '../store/sheets.ts'

const option = z.object({ key: z.string().max(2), label: z.string() })
/** What a municipality's own form looks like; everything that it does not say is as in 大町市's. */
const settings = z.object({
  print: z
    .object({
      decimals: z.int().min(0).max(6),
      wholeRates: z.enum(['bare', 'fixed']),
      negative: z.enum(negativeMarks),
      none: z.string().max(10),
      rate: z.string().max(2),
      local: z.string().max(2),
      rounding: z.enum(roundings).default(defaultPrintProfile.rounding),
    })
    .catch({ ...defaultPrintProfile }),
  ratings: z.array(option).min(1).catch(defaultRatings),
  directions: z.array(option).min(1).catch(defaultDirections),
})

export function optionsOf(municipality: { sheetSettings: unknown }): z.output<typeof settings> {
  return settings.parse(municipality.sheetSettings ?? {})
}

/** The KPI table of a year as one municipality prints it; `municipalityId` null prints the region without own shares. */
export async function composeTable(
  db: Db,
  fiscalYear: number,
  municipalityId: string | null,
  profile: PrintProfile,
  today: CalendarDate,
): Promise<KpiTable> {
  const year = asFiscalYear(fiscalYear)
  const recorded = await readRecordedYears(db, today)
  const rows: KpiTable['rows'] = []
  for (const indicator of await readIndicators(db)) {
    if (fiscalYear <= indicator.baselineFiscalYear) continue
    const measured = await measure(db, indicator, year, municipalityId, recorded)
    rows.push({ indicatorId: indicator.id, source: indicator.source, ...rowOf(measured, year, profile) })
  }
  return {
    fiscalYear,
    label: formatFiscalYear(year, 'ja'),
    provisional: isProvisional(year, today),
    recorded: isRecorded(recorded, fiscalYear),
    rows,
  }
}

type RowCells = Omit<KpiTable['rows'][number], 'indicatorId' | 'source'>

/** A definition that cannot be printed is shown as that; the others stay. */
function rowOf(measured: Indicator, year: FiscalYear, profile: PrintProfile): RowCells {
  const [fault] = indicatorFaults(measured, year)
  if (fault) {
    const none = { target: '', actual: '', rate: '', exact: null, isMeasured: false, compared: null }
    return {
      name: measured.name,
      baseline: '',
      finalTarget: '',
      fault: fault.code,
      year: { ...none, actual: printWords.broken },
      cumulative: null,
    }
  }
  const { year: single, cumulative, ...row } = kpiRow(measured, year, profile)
  const figures = kpiFigures(measured, year)
  return {
    ...row,
    fault: null,
    year: { ...single, ...seen(figures.year, measured.scale), exact: single.exact && [...single.exact] },
    cumulative: cumulative &&
      figures.cumulative && {
        ...cumulative,
        ...seen(figures.cumulative, measured.scale),
        exact: cumulative.exact && [...cumulative.exact],
      },
  }
}

/** Target and actual to be drawn beside each other, in the printed unit; there is nothing to compare with a target of zero. */
function seen({ actual, target }: { actual: Figure; target: number | null }, scale: number) {
  const isMeasured = typeof actual === 'number'
  return { isMeasured, compared: isMeasured && target !== null && target !== 0 ? { target: target / scale, actual: actual / scale } : null }
}

async function measure(
  db: Db,
  row: IndicatorRow,
  until: FiscalYear,
  municipalityId: string | null,
  recorded: RecordedYears,
): Promise<Indicator> {
  const first = row.baselineFiscalYear
  const years = yearsFrom(first + 1, until)
  const scale = scaleOf(row.source)
  const levels = await levelsOf(db, row.source, years, null, recorded)
  const asMap = (record: Record<number, number | null>): ReadonlyMap<FiscalYear, Figure> =>
    new Map(Object.entries(record).map(([year, value]) => [asFiscalYear(Number(year)), value]))
  return {
    name: row.name,
    unit: row.unit,
    direction: row.direction,
    mode: row.mode,
    baseline: { fiscalYear: asFiscalYear(first), value: row.baselineValue * scale },
    // A year without a target, between targets or after the last, is printed with its figures alone.
    targets: new Map([
      ...years.map((year): [FiscalYear, null] => [asFiscalYear(year), null]),
      ...row.targets.map((target): [FiscalYear, number] => [asFiscalYear(target.fiscalYear), target.value * scale]),
    ]),
    values: asMap(levels),
    local:
      row.localShare && municipalityId !== null ? asMap(await levelsOf(db, row.source, [first, ...years], municipalityId, recorded)) : null,
    // Both are counted from the same records; a baseline that was typed may be below what the city had.
    isSubset: false,
    scale,
    rounding: null,
  }
}

/** Everything that the evaluation sheet of one municipality and year says: computed from operations, beside what was typed. */
export async function composeSheet(db: Db, municipalityId: string, fiscalYear: number, today: CalendarDate): Promise<Sheet | null> {
  const municipality = await readMunicipality(db, municipalityId)
  const programme = await readProgramme(db)
  if (!municipality || !programme) return null
  const year = asFiscalYear(fiscalYear)
  const lead = await readLead(db)
  const costs = await readCosts(db, municipalityId)
  const yearCost = await readYearCost(db, fiscalYear)
  const row = await readSheet(db, municipalityId, fiscalYear)
  const versions = row ? await readVersions(db, row.id) : []
  const { print, ratings, directions } = optionsOf(municipality)
  const firstOwn = Math.max(programme.firstFiscalYear, ...costs.slice(0, 1).map((cost) => cost.fiscalYear))
  return {
    municipality: { id: municipality.id, name: municipality.name, department: municipality.department },
    fiscalYear,
    label: formatFiscalYear(year, 'ja'),
    programme: {
      name: programme.name,
      outline: programme.outline,
      grantName: programme.grantName,
      leadName: lead?.name ?? '',
      leadDepartment: lead?.department ?? '',
      firstFiscalYear: programme.firstFiscalYear,
      lastFiscalYear: programme.lastFiscalYear,
    },
    yearOfProgramme: yearCountedFrom(asFiscalYear(programme.firstFiscalYear), year),
    yearOfMunicipality: yearCountedFrom(asFiscalYear(firstOwn), year),
    programmeCostYen: yearCost?.costYen ?? null,
    costs: yearsFrom(firstOwn, programme.lastFiscalYear).map((each) => {
      const cost = each <= fiscalYear ? costs.find((share) => share.fiscalYear === each) : undefined
      return {
        fiscalYear: each,
        costYen: cost?.costYen ?? null,
        eligibleYen: cost?.eligibleYen ?? null,
        grantYen: cost?.grantYen ?? null,
      }
    }),
    kpi: await composeTable(db, fiscalYear, municipalityId, print, today),
    registeredWorkers: await registeredAtEndOf(db, fiscalYear, municipalityId, await readRecordedYears(db, today)),
    typed: typedParts.parse(row?.typed ?? {}),
    typedBy: await typistsOf(db, row?.typedBy),
    revision: row?.revision ?? 0,
    ratings,
    directions,
    versions: versions.map((each) => ({ ...each, publishedBy: each.publishedBy ?? '' })),
  }
}

const yearsFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
