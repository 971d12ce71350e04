import { z } from 'zod'
import { editionMark, paperYen } from '../../platform/pdf/paper.ts'
import { calendarDateOf } from '../../units/calendar-date.ts'
import { formatFiscalYear, type FiscalYear, isFiscalYear } from '../../units/fiscal-year.ts'
import { eraYearText, formatWarekiShort } from '../../units/wareki.ts'
import { formatYen, groupDigits, sumYen, type Yen } from '../../units/yen.ts'
import type { EvaluationSheet } from './evaluation-sheet.ts'

const option = z.object({ key: z.string(), label: z.string() })
const cells = z.object({ target: z.string(), actual: z.string(), rate: z.string() })
const year = z.custom<FiscalYear>(isFiscalYear)

/** What a published sheet is stored as: figures of the year with printed cells, beside what people typed. */
export const sheetRecord = z.object({
  municipality: z.object({ name: z.string(), department: z.string() }),
  fiscalYear: year,
  programme: z.object({
    name: z.string(),
    outline: z.string(),
    grantName: z.string(),
    leadName: z.string(),
    firstFiscalYear: year,
    lastFiscalYear: year,
  }),
  yearOfProgramme: z.int(),
  yearOfMunicipality: z.int(),
  programmeCostYen: paperYen.nullable(),
  costs: z.array(
    z.object({ fiscalYear: year, costYen: paperYen.nullable(), eligibleYen: paperYen.nullable(), grantYen: paperYen.nullable() }),
  ),
  kpi: z.object({
    rows: z.array(z.object({ name: z.string(), baseline: z.string(), finalTarget: z.string(), year: cells, cumulative: cells.nullable() })),
  }),
  typed: z.object({
    positionOfYear: z.string(),
    content: z.string(),
    rating: z.string().nullable(),
    effect: z.string(),
    answerToOpinions: z.string(),
    direction: z.string().nullable(),
    issues: z.string(),
    nextSteps: z.string(),
    opinions: z.array(z.string()),
  }),
  ratings: z.array(option),
  directions: z.array(option),
  /** Of a sheet that replaces a published one: its version and the reason. */
  edition: z
    .object({ version: z.int().min(2), reason: z.string() })
    .nullable()
    .default(null),
})
export type SheetRecord = z.output<typeof sheetRecord>

/** The printed sheet of a record, in the words of version 1. */
export function evaluationSheetOf(record: SheetRecord): EvaluationSheet {
  const { typed } = record
  return {
    number: '',
    edition: record.edition && {
      mark: editionMark(record.edition.version),
      reason: `前の版を訂正したものです。訂正の理由：${record.edition.reason}`,
    },
    title: record.programme.name,
    municipality: record.municipality.name,
    fiscalYear: formatFiscalYear(record.fiscalYear, 'ja'),
    basics: basicsOf(record),
    year: yearOf(record),
    kpi: { headings: headingsOf(record), rows: record.kpi.rows, note: noteOf(record) },
    evaluation: { options: record.ratings, chosen: typed.rating, effect: typed.effect, answerToOpinions: typed.answerToOpinions },
    next: { options: record.directions, chosen: typed.direction, issues: typed.issues, nextSteps: typed.nextSteps },
    committee: { name: '総合戦略推進委員会', opinions: typed.opinions.filter((opinion) => opinion.trim() !== '') },
  }
}

function basicsOf({ programme, municipality, costs }: SheetRecord): EvaluationSheet['basics'] {
  const lead = programme.leadName === '' ? '' : `（主体：${programme.leadName}）`
  const cumulative = (totalLabel: string, amountOf: (cost: SheetRecord['costs'][number]) => Yen | null) => ({
    label: `${municipality.name}\n累計\n事業費`,
    totalLabel,
    total: amountText(sumOrNull(costs.map(amountOf))),
    years: costs.map((cost) => ({ label: formatFiscalYear(cost.fiscalYear, 'ja'), amount: amountText(amountOf(cost)) })),
  })
  return {
    grantName: programme.grantName,
    department: `${municipality.department}${lead}`,
    period: periodText(programme.firstFiscalYear, programme.lastFiscalYear),
    outline: programme.outline,
    costs: costs.length === 0 ? [] : [cumulative('総事業費', (cost) => cost.costYen), cumulative('交付金充当額', (cost) => cost.grantYen)],
  }
}

function yearOf(record: SheetRecord): EvaluationSheet['year'] {
  const { municipality, yearOfProgramme, yearOfMunicipality, programmeCostYen, typed } = record
  const cost = record.costs.find((each) => each.fiscalYear === record.fiscalYear)
  const joined = yearOfProgramme - yearOfMunicipality + 1
  const own = cost?.costYen ?? null
  return {
    application: `${yearOfProgramme}年目${joined > 1 ? `（${municipality.name}は${joined}年目より当該事業に参加）` : ''}`,
    position: typed.positionOfYear,
    content: typed.content,
    contentCost: cost ? `対象経費計 ${amountText(cost.eligibleYen)}` : '',
    contentNote:
      programmeCostYen === null
        ? ''
        : `全体事業費：${thousandsText(programmeCostYen)}　うち ${municipality.name}負担額：${own === null ? '' : thousandsText(own)}`,
    costs: [
      { label: '総事業費', amount: amountText(own) },
      { label: '交付対象事業費', amount: amountText(cost?.eligibleYen ?? null) },
      { label: '交付金充当額', amount: amountText(cost?.grantYen ?? null) },
    ],
  }
}

function headingsOf({ fiscalYear }: SheetRecord): EvaluationSheet['kpi']['headings'] {
  const [short = ''] = formatWarekiShort(calendarDateOf(fiscalYear, 12, 31)).split('.')
  return {
    name: '指標',
    baseline: '基準値\n（事業開始前）',
    finalTarget: '累積増加分\n（最終年度末）',
    year: `単年度増加分\n（${short}年度分）`,
    cumulative: `累積増加分\n（${short}年度末時点）`,
    target: '目標値',
    actual: '実績値\n（達成率）',
  }
}

/** The own share stands in square brackets unless the print profile says otherwise; without any share there is no note. */
function noteOf({ kpi, municipality }: SheetRecord): string {
  const shared = kpi.rows.some((row) => row.year.actual.includes('[') || (row.cumulative?.actual.includes('[') ?? false))
  return shared ? `※[ ]内は、${municipality.name}に関する実績額` : ''
}

/** `令和3～5年度（3年間）`. */
function periodText(first: FiscalYear, last: FiscalYear): string {
  const [from, to] = [first, last].map((each) => eraYearText(calendarDateOf(each, 12, 31)))
  const era = from?.slice(0, 2) ?? ''
  return `${from}～${to?.startsWith(era) ? to.slice(2) : to}年度（${last - first + 1}年間）`
}

/** A year without an amount prints the unit alone, as the form does. */
function amountText(amount: Yen | null): string {
  return amount === null ? '円' : formatYen(amount, 'ja')
}

/** `17,000千円`; amounts that are not whole thousands are printed in yen. */
function thousandsText(amount: Yen): string {
  return amount % 1_000 === 0 ? `${groupDigits(String(amount / 1_000))}千円` : formatYen(amount, 'ja')
}

function sumOrNull(amounts: readonly (Yen | null)[]): Yen | null {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === 0 ? null : sumYen(known)
}
