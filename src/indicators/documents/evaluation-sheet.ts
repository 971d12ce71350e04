import { z } from 'zod'
import { type DocumentSeal, printedFoot } from '../../platform/pdf/paper.ts'
import { type PdfOptions, renderPdf } from '../../platform/pdf/pdf.ts'

const text = z.string()
const option = z.object({ key: text, label: text })
const amount = z.object({ label: text, amount: text })
const kpiCells = z.object({ target: text, actual: text, rate: text })

/** A cost of the whole programme: its total and what each fiscal year has of it. */
const cumulativeCost = z.object({ label: text, totalLabel: text, total: text, years: z.array(amount) })

/**
 * A municipality's evaluation sheet (評価シート) of one fiscal year, as it is printed: every cell is text already, because
 * rounding, brackets and units follow the print profile of the municipality. Parts 1 to 6 in the order of the paper.
 */
export const evaluationSheet = z.object({
  /** `No.2`; empty prints none. */
  number: text,
  /** `第2版` of a sheet that replaces an earlier one, and why it does; null for the first. */
  edition: z.object({ mark: text, reason: text }).nullable().default(null),
  /** Name of the programme. */
  title: text,
  municipality: text,
  /** `令和4年度`. */
  fiscalYear: text,
  /** (1) 基本情報 */
  basics: z.object({
    grantName: text,
    department: text,
    period: text,
    /** Line ends separate paragraphs, here and in every long text of the sheet. */
    outline: text,
    costs: z.array(cumulativeCost),
  }),
  /** (2) 年度事業概要 */
  year: z.object({
    application: text,
    position: text,
    content: text,
    /** `対象経費計 5,995,000円`; empty prints none. */
    contentCost: text,
    /** What the whole programme costs and what part of it is the municipality's; empty prints none. */
    contentNote: text,
    costs: z.array(amount),
  }),
  /** (3) 重要業績指標 (KPI) */
  kpi: z.object({
    /** Words above the four groups of columns; line ends break the heading. */
    headings: z.object({ name: text, baseline: text, finalTarget: text, year: text, cumulative: text, target: text, actual: text }),
    rows: z.array(
      z.object({
        name: text,
        baseline: text,
        finalTarget: text,
        year: kpiCells,
        /** Null for a level, which has no cumulative part. */
        cumulative: kpiCells.nullable(),
      }),
    ),
    /** What the brackets mean; empty prints none. */
    note: text,
  }),
  /** (4) 事業の評価 */
  evaluation: z.object({
    options: z.array(option),
    /** Key of the chosen option, null while none is chosen. */
    chosen: text.nullable(),
    effect: text,
    answerToOpinions: text,
  }),
  /** (5) 次年度以降の取り組み */
  next: z.object({ options: z.array(option), chosen: text.nullable(), issues: text, nextSteps: text }),
  /** (6) 委員会からの意見 */
  committee: z.object({ name: text, opinions: z.array(text) }),
})
export type EvaluationSheet = z.output<typeof evaluationSheet>

/** The words of the form itself, shared by page and PDF. Sheets already published are derived again: they never change. */
export const sheetWordsV1 = {
  sheet: '事業評価シート',
  basics: '基本情報',
  grantName: '交付金名',
  department: '担当課',
  period: '事業期間',
  outline: '事業の\n全体概要',
  breakdown: '内訳',
  year: '事業概要',
  application: '申請年',
  position: '本年度の\n位置付け',
  content: '本年度の\n事業内容',
  costs: '本年度\n事業費',
  kpi: '重要業績指標（KPI）',
  evaluation: '事業の評価',
  rating: '評価',
  effect: '効果',
  answerToOpinions: '前年度\n委員会意見\nへの対応',
  next: '次年度以降の取り組み',
  direction: '今後の方針',
  issues: '課題',
  nextSteps: '今後の\n取組み',
  committee: 'からの意見',
  opinions: '意見',
} as const

const templateV1 = new URL('./evaluation-sheet-v1.typ', import.meta.url)
const templateV2 = new URL('./evaluation-sheet-v2.typ', import.meta.url)

/** The PDF/A file of a sheet, a later edition in version 2; without a seal it is a draft, dated `madeAt`. Rejects with a `PdfError`. */
export function renderEvaluationSheet(
  sheet: EvaluationSheet,
  about: DocumentSeal | { readonly madeAt: Date },
  options: Pick<PdfOptions, 'unprintable'> = {},
): Promise<Uint8Array> {
  const createdAt = 'madeAt' in about ? about.madeAt : about.issuedAt
  const foot = 'madeAt' in about ? { seal: null, words: null } : printedFoot(about, 'ja')
  return renderPdf(sheet.edition ? templateV2 : templateV1, { foot, sheet, words: sheetWordsV1 }, { createdAt, ...options })
}
