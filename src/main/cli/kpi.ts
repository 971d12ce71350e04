import { z } from 'zod'
import { indicatorFaults, kpiTable } from '../../indicators/rules/kpi.ts'
import { defaultPrintProfile, figureLimits, isPrintableFigure, negativeMarks, roundings } from '../../indicators/rules/print-profile.ts'
import { type FiscalYear, isFiscalYear } from '../../units/fiscal-year.ts'
import { readArguments, unexpectedWords } from './options.ts'
import { fault, inside, list, readDraft, table, text, whole, wholeOf, words } from './reader.ts'
import { type Verb, jsonAnswer } from './verb.ts'

const limits = { indicators: 1000, years: 100, text: 500, none: 20, decimals: 6, scale: 1_000_000_000 } as const
const max = figureLimits.magnitude - 1

const year = whole(1868, 9998).transform((value) => value as FiscalYear)
const yearKey = z.string().refine(
  (key) => /^\d{4}$/.test(key) && isFiscalYear(Number(key)),
  fault((found) => ({ code: 'not-a-year', found })),
)
const figure = z
  .number()
  .min(-max)
  .max(max)
  .refine(
    isPrintableFigure,
    fault((found) => ({ code: 'too-many-decimals', found })),
  )
  .transform((value) => value + 0)
  .meta({ expected: 'number', min: -max, max })
const level = z.union([z.literal([null, 'pending']), figure]).meta({ expected: 'figure', min: -max, max })
const brackets = text(limits.none).refine(
  (pair) => pair === '' || [...pair].length === 2,
  fault(() => ({ code: 'not-brackets' })),
)

const { decimals, local, negative, none, rate, rounding, wholeRates } = defaultPrintProfile
const profile = z.strictObject({
  decimals: whole(0, limits.decimals).default(decimals),
  wholeRates: z.enum(['bare', 'fixed']).default(wholeRates),
  negative: z.enum(negativeMarks).default(negative),
  none: text(limits.none).default(none),
  rate: brackets.default(rate),
  local: brackets.default(local),
  rounding: z.enum(roundings).default(rounding),
})

const indicator = z.strictObject({
  name: words(limits.text),
  unit: words(limits.text),
  direction: z.enum(['up', 'down']),
  mode: z.enum(['increment', 'level']),
  baseline: z.strictObject({ fiscalYear: year, value: figure }),
  targets: table(yearKey, figure.nullable().meta({ expected: 'number', min: -max, max }), limits.years),
  values: table(yearKey, level, limits.years),
  local: table(yearKey, level, limits.years).nullable().default(null),
  subset: z.boolean().nullable().default(null),
  scale: whole(1, limits.scale).default(1),
  rounding: z.enum(roundings).nullable().default(null),
})
const kpiInput = z.strictObject({
  fiscalYear: year,
  print: profile.default(defaultPrintProfile),
  indicators: list(indicator, limits.indicators),
})
type KpiInput = z.output<typeof kpiInput>
type Baseline = KpiInput['indicators'][number]['baseline']

const byYear = <Value>(values: Readonly<Record<string, Value>>): ReadonlyMap<FiscalYear, Value> =>
  new Map(Object.entries(values).map(([key, value]) => [Number(key) as FiscalYear, value]))

type Level = number | null | 'pending'
type Levels = Readonly<Record<string, Level>> | null | undefined

/** Unless the document says so itself: a figure that is negative in any year is a difference, and its parts are no subset. */
function isSubset({
  subset,
  values,
  local,
}: {
  readonly subset?: boolean | null | undefined
  readonly values?: Levels
  readonly local?: Levels
}): boolean {
  const levels = [...Object.values(values ?? {}), ...Object.values(local ?? {})]
  return subset ?? !levels.some((level) => typeof level === 'number' && level < 0)
}

/** `kado kpi`: the printed cells of a KPI table. */
export const run: Verb = async (call) => {
  const { faults, words: extra } = readArguments(call.argv, {})
  call.faults.push(...faults, ...unexpectedWords(extra, 0))
  const place = await call.readDocument()
  if (!place) return null
  const draft = readDraft(place, kpiInput)
  for (const [index, each] of draft.indicators?.entries() ?? []) {
    if (draft.fiscalYear === undefined) break
    const { path } = inside(inside(place, 'indicators'), index)
    const { mode, targets, values } = each
    const baseline = wholeOf<Baseline>(each.baseline) ?? undefined
    const known = { mode, baseline, targets: targets && byYear(targets), isSubset: isSubset(each) }
    const levels = { values: values && byYear(values), local: each.local && byYear(each.local) }
    for (const found of indicatorFaults({ ...known, ...levels }, draft.fiscalYear))
      call.faults.push({ area: 'indicator', path: [...path, ...found.path], fault: found })
  }
  const input = wholeOf<KpiInput>(draft)
  if (call.faults.length > 0 || !input) return null
  return jsonAnswer(
    kpiTable(
      input.fiscalYear,
      input.indicators.map((each) => ({
        ...each,
        targets: byYear(each.targets),
        values: byYear(each.values),
        local: each.local && byYear(each.local),
        isSubset: isSubset(each),
      })),
      input.print,
    ),
  )
}
