import { type FiscalYear, addFiscalYears, formatFiscalYear } from '../../units/fiscal-year.ts'
import { type Ratio, addRatio, divideRatio, halfUpDecimal, ratio, ratioOfDecimal, subtractRatio } from '../../units/ratio.ts'
import { type Attainment, attainmentOf } from './attainment.ts'
import { type PrintProfile, type Rounding, figureLimits, inBrackets, printFigure, printPercent, printWords } from './print-profile.ts'

/** A measured level: a number, nothing, or still being counted. */
export type Figure = number | null | 'pending'

/**
 * One indicator of a programme. `values` and `local` are always levels; `local` is one municipality's part of them. In mode `increment`
 * targets are yearly increases, in mode `level` they are levels. A year whose target is null is printed without target and rate.
 */
export type Indicator = {
  readonly name: string
  readonly unit: string
  readonly direction: 'up' | 'down'
  readonly mode: 'increment' | 'level'
  readonly baseline: { readonly fiscalYear: FiscalYear; readonly value: number }
  readonly targets: ReadonlyMap<FiscalYear, number | null>
  readonly values: ReadonlyMap<FiscalYear, Figure>
  readonly local: ReadonlyMap<FiscalYear, Figure> | null
  /** Whether `local` counts some of what `values` count; a profit's parts have signs, so that one may be above the whole. */
  readonly isSubset: boolean
  /** How many of what all its figures count make one printed unit: 1000 where they are yen and 千円 is printed. */
  readonly scale: number
  /** Null: as the municipality's profile says. */
  readonly rounding: Rounding | null
}

/** Printed cells; `exact` is the unrounded rate as numerator and denominator, null where there is no rate. */
type KpiCells = {
  readonly target: string
  readonly actual: string
  readonly rate: string
  readonly exact: readonly [number, number] | null
}

type KpiRow = {
  readonly name: string
  readonly baseline: string
  readonly finalTarget: string
  readonly year: KpiCells
  /** Null in mode `level`, which has no cumulative part. */
  readonly cumulative: KpiCells | null
}

type KpiTable = { readonly fiscalYear: FiscalYear; readonly label: string; readonly rows: readonly KpiRow[] }

type Series = 'targets' | 'values' | 'local'

export const indicatorFaultCodes = [
  'year-missing',
  'year-outside',
  'baseline-not-before',
  'baseline-contradicted',
  'local-above-regional',
] as const satisfies readonly IndicatorFault['code'][]

/** Why an indicator cannot be printed for a year; `path` leads to the place in the indicator. */
export type IndicatorFault = { readonly path: readonly (string | number)[] } & (
  | { readonly code: 'year-missing'; readonly series: Series; readonly year: number }
  | { readonly code: 'year-outside'; readonly year: number; readonly from: number; readonly to: number }
  | { readonly code: 'baseline-not-before'; readonly fiscalYear: number }
  | { readonly code: 'baseline-contradicted'; readonly value: Figure; readonly baseline: number }
  | { readonly code: 'local-above-regional'; readonly local: number; readonly regional: number }
)

/** An indicator of which some parts could not be read; what is there is still checked. */
type IndicatorDraft = {
  readonly [Key in 'mode' | 'baseline' | 'targets' | 'values' | 'local' | 'isSubset']: Indicator[Key] | undefined
}

/** Everything that stands against printing an indicator for a year. */
export function indicatorFaults(indicator: IndicatorDraft, fiscalYear: FiscalYear): readonly IndicatorFault[] {
  return [...yearRangeFaults(indicator, fiscalYear), ...missingYearFaults(indicator, fiscalYear), ...localFaults(indicator)]
}

function yearRangeFaults({ baseline, local, mode, targets, values }: IndicatorDraft, fiscalYear: FiscalYear): readonly IndicatorFault[] {
  if (!baseline) return []
  const faults: IndicatorFault[] = []
  const first = baseline.fiscalYear
  const firstTarget = mode === 'increment' ? first + 1 : first
  if (fiscalYear < firstTarget) faults.push({ path: ['baseline', 'fiscalYear'], code: 'baseline-not-before', fiscalYear })
  const stated = values?.get(first)
  if (stated !== undefined && stated !== baseline.value) {
    faults.push({ path: ['values', String(first)], code: 'baseline-contradicted', value: stated, baseline: baseline.value })
  }
  if (!targets) return faults
  const last = Math.max(firstTarget, ...targets.keys())
  const outside = (series: Series, years: Iterable<FiscalYear>, from: number) => {
    for (const year of years) {
      if (year < from || year > last) faults.push({ path: [series, String(year)], code: 'year-outside', year, from, to: last })
    }
  }
  outside('targets', targets.keys(), firstTarget)
  outside('values', values?.keys() ?? [], first)
  outside('local', local?.keys() ?? [], first)
  return faults
}

/** Years that the printed cells need; in mode `increment` the year before and every target since the baseline. */
function missingYearFaults({ baseline, local, mode, targets, values }: IndicatorDraft, fiscalYear: FiscalYear): readonly IndicatorFault[] {
  const increment = mode === 'increment' && baseline !== undefined && baseline.fiscalYear < fiscalYear
  const first = increment ? baseline.fiscalYear : null
  const targetYears = first === null ? [fiscalYear] : yearsAfter(first, fiscalYear)
  const before = increment ? [addFiscalYears(fiscalYear, -1)] : []
  const missing = (series: Series, years: readonly FiscalYear[], known: ReadonlyMap<FiscalYear, unknown> | null | undefined) =>
    known ? years.filter((year) => !known.has(year)).map((year) => ({ path: [series], code: 'year-missing', series, year }) as const) : []
  return [
    ...missing('targets', targetYears, targets),
    ...missing(
      'values',
      [...before, fiscalYear].filter((year) => year !== baseline?.fiscalYear),
      values,
    ),
    // Without a local value for the year nothing is printed for the municipality, so nothing is missing.
    ...(local?.has(fiscalYear) ? missing('local', [...new Set(first === null ? before : [first, ...before])], local) : []),
  ]
}

function yearsAfter(first: FiscalYear, last: FiscalYear): readonly FiscalYear[] {
  return Array.from({ length: last - first }, (_, index) => addFiscalYears(first, index + 1))
}

/** Some can never be more than all. */
function localFaults({ baseline, isSubset, local, values }: IndicatorDraft): readonly IndicatorFault[] {
  if (isSubset === false) return []
  const faults: IndicatorFault[] = []
  for (const [year, own] of local ?? []) {
    const regional = year === baseline?.fiscalYear ? baseline.value : values?.get(year)
    if (typeof own === 'number' && typeof regional === 'number' && own > regional) {
      faults.push({ path: ['local', String(year)], code: 'local-above-regional', local: own, regional })
    }
  }
  return faults
}

/** The printed cells of a table. Throws when `indicatorFaults` has something to say about an indicator. */
export function kpiTable(fiscalYear: FiscalYear, indicators: readonly Indicator[], profile: PrintProfile): KpiTable {
  return {
    fiscalYear,
    label: formatFiscalYear(fiscalYear, 'ja'),
    rows: indicators.map((indicator) => kpiRow(indicator, fiscalYear, profile)),
  }
}

export function kpiRow(indicator: Indicator, fiscalYear: FiscalYear, profile: PrintProfile): KpiRow {
  const [fault] = indicatorFaults(indicator, fiscalYear)
  if (fault) throw new RangeError(`indicator ${indicator.name} cannot be printed: ${fault.code} at ${fault.path.join('.')}`)
  const print = printOf(indicator, profile)
  const { year, cumulative } = kpiFigures(indicator, fiscalYear)
  return {
    name: indicator.name,
    baseline: `${print.figure(indicator.baseline.value)} (${indicator.unit})`,
    finalTarget: print.figure(finalTargetOf(indicator)),
    year: kpiCells(year, indicator.direction, print),
    cumulative: cumulative && kpiCells(cumulative, indicator.direction, print),
  }
}

/** The profile together with the way in which this indicator's figures are written. */
function printOf({ rounding, scale }: Indicator, profile: PrintProfile) {
  const own = { ...profile, rounding: rounding ?? profile.rounding }
  return { profile: own, figure: (value: number | null) => (value === null ? own.none : printFigure(value, own, scale)) }
}
type Print = ReturnType<typeof printOf>

/** The sum of all increases, or the level of the last year that has one; null without any target. */
function finalTargetOf({ mode, targets }: Indicator): number | null {
  const stated = [...targets].flatMap(([year, target]) => (target === null ? [] : [{ year, target }]))
  if (stated.length === 0) return null
  if (mode === 'increment') return sumOf(stated.map(({ target }) => target))
  return stated.reduce((latest, each) => (each.year > latest.year ? each : latest)).target
}

/** What the cells of a row say, as figures; `cumulative` is null in mode `level`. */
type KpiFigures = { readonly year: Measured; readonly cumulative: Measured | null }
type Measured = { readonly target: number | null; readonly actual: Figure; readonly local: Figure }

export function kpiFigures(indicator: Indicator, fiscalYear: FiscalYear): KpiFigures {
  const { baseline, local, mode, targets, values } = indicator
  const first = baseline.fiscalYear
  const levels = new Map<FiscalYear, Figure>([...values, [first, baseline.value]])
  const target = targets.get(fiscalYear) ?? null
  if (mode === 'level') {
    return { year: { target, actual: levels.get(fiscalYear) ?? null, local: local?.get(fiscalYear) ?? null }, cumulative: null }
  }
  const since = (series: ReadonlyMap<FiscalYear, Figure>, year: FiscalYear) => differenceOf(series.get(fiscalYear), series.get(year))
  const from = (year: FiscalYear) => ({ actual: since(levels, year), local: local ? since(local, year) : null })
  const soFar = target === null ? null : sumOf([...targets].flatMap(([year, each]) => (year <= fiscalYear && each !== null ? [each] : [])))
  return { year: { target, ...from(addFiscalYears(fiscalYear, -1)) }, cumulative: { target: soFar, ...from(first) } }
}

function kpiCells(measured: Measured, direction: Indicator['direction'], print: Print): KpiCells {
  const { actual, target } = measured
  const rate = typeof actual === 'number' && target !== null ? attainmentOf(actual, target, direction) : null
  return {
    target: print.figure(target),
    actual: actualText(measured, print),
    rate: rateText(rate, print.profile),
    exact: Array.isArray(rate) ? [rate[0], rate[1]] : null,
  }
}

/** `33 [21]`; the municipality's part stands only beside a regional number. */
function actualText({ actual, local }: Measured, { figure, profile }: Print): string {
  if (actual === 'pending') return inBrackets(printWords.pending, '()')
  if (actual === null) return profile.none
  const regional = figure(actual)
  if (local === null) return regional
  return `${regional} ${inBrackets(local === 'pending' ? printWords.pending : figure(local), profile.local)}`
}

function rateText(rate: Attainment, profile: PrintProfile): string {
  if (rate === null) return profile.none
  const text = rate === 'met' || rate === 'missed' ? printWords[rate] : printPercent(exactRatio(rate), profile)
  return inBrackets(text, profile.rate)
}

function exactRatio([numerator, denominator]: readonly [number, number]): Ratio {
  return divideRatio(ratioOfDecimal(numerator), ratioOfDecimal(denominator))
}

function differenceOf(level: Figure | undefined, from: Figure | undefined): Figure {
  if (level === 'pending' || from === 'pending') return 'pending'
  if (typeof level !== 'number' || typeof from !== 'number') return null
  return exactNumber(subtractRatio(ratioOfDecimal(level), ratioOfDecimal(from)))
}

function sumOf(values: readonly number[]): number {
  return exactNumber(values.reduce((sum, value) => addRatio(sum, ratioOfDecimal(value)), ratio(0, 1)))
}

/** Sums and differences of decimals have decimals themselves, so writing them out loses nothing; 0.3 − 0.1 is 0.2. */
function exactNumber(value: Ratio): number {
  return Number(halfUpDecimal(value, figureLimits.decimals))
}
