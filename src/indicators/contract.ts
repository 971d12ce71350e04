import { z } from 'zod'
import { area, read, write } from '../platform/contract.ts'
import { logged } from './rules/logged.ts'
import { pageOf, paging } from '../platform/shapes.ts'
import { operating } from '../programme/rules/who-may.ts'
import { indicatorFaultCodes } from './rules/kpi.ts'
import { sources } from './rules/source.ts'
import { editingSheets, readingFigures } from './rules/who-may.ts'

const year = z.int().min(2000).max(2100)
const text = (longest: number) => z.string().trim().max(longest)

const part = z.object({
  target: z.string(),
  actual: z.string(),
  rate: z.string(),
  /** The unrounded rate as numerator and denominator, money in yen. */
  exact: z.array(z.int()).nullable(),
  /** False where the year, or the one that it is counted from, was not measured; `actual` is then no figure. */
  isMeasured: z.boolean(),
  /** In the printed unit, where a target and an actual can be drawn beside each other. */
  compared: z.object({ target: z.number(), actual: z.number() }).nullable(),
})
const row = z.object({
  indicatorId: z.uuid(),
  source: z.enum(sources),
  name: z.string(),
  baseline: z.string(),
  finalTarget: z.string(),
  year: part,
  cumulative: part.nullable(),
  /** Why this indicator cannot be printed; its cells are empty then. */
  fault: z.enum(indicatorFaultCodes).nullable(),
})
const kpiTable = z.object({
  fiscalYear: z.int(),
  label: z.string(),
  /** The fiscal year has not ended, or its last payments are still to come. */
  provisional: z.boolean(),
  /** Whether operations of this year are recorded here; of a year that is not, no figure is known. */
  recorded: z.boolean(),
  rows: z.array(row),
})
export type KpiTable = z.output<typeof kpiTable>

/** What people type into a sheet; everything else in it is computed. */
export const typedParts = z.strictObject({
  positionOfYear: text(1_000).default(''),
  content: text(4_000).default(''),
  rating: z.string().max(2).nullable().default(null),
  effect: text(4_000).default(''),
  answerToOpinions: text(4_000).default(''),
  direction: z.string().max(2).nullable().default(null),
  issues: text(4_000).default(''),
  nextSteps: text(4_000).default(''),
  opinions: z.array(text(2_000)).max(50).default([]),
})
export type TypedParts = z.output<typeof typedParts>
export const typedKeys = typedParts.keyof().options
export type TypedKey = (typeof typedKeys)[number]
const option = z.object({ key: z.string(), label: z.string() })

const sheet = z.object({
  municipality: z.object({ id: z.uuid(), name: z.string(), department: z.string() }),
  fiscalYear: z.int(),
  label: z.string(),
  programme: z.object({
    name: z.string(),
    outline: z.string(),
    grantName: z.string(),
    leadName: z.string(),
    leadDepartment: z.string(),
    firstFiscalYear: z.int(),
    lastFiscalYear: z.int(),
  }),
  /** Which year of the programme this is, and of this municipality's part in it; both count from 1. */
  yearOfProgramme: z.int(),
  yearOfMunicipality: z.int(),
  programmeCostYen: z.int().nullable(),
  costs: z.array(
    z.object({ fiscalYear: z.int(), costYen: z.int().nullable(), eligibleYen: z.int().nullable(), grantYen: z.int().nullable() }),
  ),
  kpi: kpiTable,
  /** Null where the year is not recorded here. */
  registeredWorkers: z.int().nullable(),
  typed: typedParts,
  /** Who typed each part, and when. */
  typedBy: z.record(z.string(), z.object({ name: z.string(), at: z.string() })),
  revision: z.int(),
  ratings: z.array(option),
  directions: z.array(option),
  versions: z.array(
    z.object({ version: z.int(), documentId: z.uuid(), publishedAt: z.string(), publishedBy: z.string(), reason: z.string() }),
  ),
})
export type Sheet = z.output<typeof sheet>

const money = z.object({ ordersYen: z.int(), workerYen: z.int(), costYen: z.int(), profitYen: z.int() })

export const contract = area(logged, {
  years: read({
    input: z.strictObject({}),
    output: z.object({
      years: z.array(
        z.object({ fiscalYear: z.int(), label: z.string(), provisional: z.boolean(), recorded: z.boolean(), hasTargets: z.boolean() }),
      ),
    }),
    allow: readingFigures,
  }),
  table: read({
    input: z.strictObject({ fiscalYear: year, municipalityId: z.uuid().nullable().default(null) }),
    output: kpiTable,
    allow: readingFigures,
  }),
  'rows-behind': read({
    input: z.strictObject({
      indicatorId: z.uuid(),
      fiscalYear: year,
      municipalityId: z.uuid().nullable().default(null),
      ...paging,
    }),
    output: pageOf(
      z.object({
        id: z.string(),
        label: z.string(),
        municipality: z.string().nullable(),
        on: z.string().nullable(),
        amountYen: z.int().nullable(),
        /** Instead of a name where the reader may not see people. */
        count: z.int().nullable(),
      }),
    ).extend({
      source: z.enum(sources),
      /** Whether the rows are totals of cities, because the reader may not see single ones. */
      areTotals: z.boolean(),
      /** The level of the year, in the unit of the indicator and not rounded; the rows add up to it. Null: not measured. */
      value: z.number().nullable(),
      unit: z.string(),
      /** The level of the year before and of the baseline, from which the printed increases are counted. */
      before: z.object({ fiscalYear: z.int(), value: z.number() }).nullable(),
      baseline: z.object({ fiscalYear: z.int(), value: z.number() }).nullable(),
    }),
    allow: readingFigures,
  }),
  distribution: read({
    input: z.strictObject({ fiscalYear: year }),
    output: z.object({
      recorded: z.boolean(),
      rows: z.array(
        money.extend({
          municipalityId: z.uuid().nullable(),
          name: z.string().nullable(),
          registered: z.int(),
          earners: z.int(),
          worked: z.int(),
          share: z.number(),
        }),
      ),
      total: money.extend({ registered: z.int(), earners: z.int(), worked: z.int() }),
    }),
    allow: readingFigures,
  }),
  sheet: read({
    input: z.strictObject({ fiscalYear: year, municipalityId: z.uuid() }),
    output: sheet,
    allow: readingFigures,
  }),
  /** The sheet as it stands now, as an Excel file. */
  'sheet-workbook': read({
    input: z.strictObject({ fiscalYear: year, municipalityId: z.uuid() }),
    output: z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
    allow: readingFigures,
  }),
  definitions: read({
    input: z.strictObject({}),
    output: z.object({
      indicators: z.array(
        z.object({
          id: z.uuid(),
          position: z.int(),
          name: z.string(),
          unit: z.string(),
          direction: z.enum(['up', 'down']),
          mode: z.enum(['increment', 'level']),
          source: z.enum(sources),
          baselineFiscalYear: z.int(),
          baselineValue: z.int(),
          localShare: z.boolean(),
          targets: z.array(z.object({ fiscalYear: z.int(), value: z.int() })),
        }),
      ),
    }),
    allow: readingFigures,
  }),
  'define-indicator': write({
    input: z.strictObject({
      position: z.int().min(1).max(50),
      name: z.string().trim().min(1).max(200),
      nameEn: text(200).default(''),
      unit: z.string().trim().min(1).max(10),
      direction: z.enum(['up', 'down']),
      mode: z.enum(['increment', 'level']),
      source: z.enum(sources),
      baselineFiscalYear: year,
      baselineValue: z.int().min(-999_999_999).max(999_999_999),
      localShare: z.boolean(),
      targets: z
        .array(z.strictObject({ fiscalYear: year, value: z.int().min(-999_999_999).max(999_999_999) }))
        .min(1)
        .max(20),
    }),
    output: z.object({ indicatorId: z.uuid() }),
    allow: operating,
    refusals: ['position-taken', 'target-before-baseline', 'target-twice'],
    refusedAt: { 'position-taken': 'position', 'target-before-baseline': 'targets', 'target-twice': 'targets' },
  }),
  'edit-sheet': write({
    input: z.strictObject({ municipalityId: z.uuid(), fiscalYear: year, revision: z.int().min(0), typed: typedParts }),
    output: z.object({ revision: z.int() }),
    allow: editingSheets,
    refusals: ['edited-meanwhile', 'unknown-option'],
  }),
  'publish-sheet': write({
    input: z.strictObject({ municipalityId: z.uuid(), fiscalYear: year, reason: text(500).default('') }),
    output: z.object({ version: z.int(), documentId: z.uuid() }),
    allow: editingSheets,
    refusals: ['sheet-incomplete', 'year-not-over', 'reason-missing'],
    refusedAt: { 'reason-missing': 'reason' },
    fresh: true,
  }),
})
