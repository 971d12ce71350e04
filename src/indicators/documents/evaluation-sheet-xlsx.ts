import { type Sheet, type SheetRow, writeWorkbook } from '../../platform/tables/workbook.ts'
import { printedFigure } from './printed-figure.ts'
import { type EvaluationSheet, sheetWordsV1 as words } from './evaluation-sheet.ts'

/** The grid of the paper: the label, then what the nine columns of the KPI table need. */
const widths = [18, 12, 12, 11, 11, 11, 11, 11, 11] as const
const last = widths.length - 1

const plain = (text: string): string => text.replaceAll('\n', '')
const section = (number: number, title: string): SheetRow => ({ cells: [`(${number}) ${title}`], look: 'section', merge: [0, last] })
const entry = (label: string, text: string): SheetRow => ({ cells: [plain(label), printedFigure(text)], look: 'form', merge: [1, last] })
const gap: SheetRow = { cells: [] }

/**
 * The sheet as an Excel file in the order of the paper. Figures are numbers, shown as the municipality rounds and marks them; one with a
 * second in brackets is a text.
 */
export const evaluationSheetXlsx = (sheet: EvaluationSheet): Promise<Uint8Array> => writeWorkbook([workbookSheet(sheet)])

function workbookSheet(sheet: EvaluationSheet): Sheet {
  const title = `${sheet.municipality} ${sheet.fiscalYear} ${words.sheet}`
  return {
    name: `${sheet.municipality} ${sheet.fiscalYear}`,
    widths,
    frozenRows: 2,
    textOnly: true,
    rows: [
      { cells: [title], look: 'title', merge: [0, last] },
      { cells: [sheet.number, sheet.title], look: 'form', merge: [1, last] },
      ...(sheet.edition ? [entry(sheet.edition.mark, sheet.edition.reason)] : []),
      gap,
      ...basics(sheet),
      gap,
      ...year(sheet),
      gap,
      ...kpi(sheet),
      gap,
      ...evaluation(sheet),
      gap,
      ...next(sheet),
      gap,
      ...committee(sheet),
    ],
  }
}

const basics = ({ basics: data }: EvaluationSheet): SheetRow[] => [
  section(1, words.basics),
  entry(words.grantName, data.grantName),
  entry(words.department, data.department),
  entry(words.period, data.period),
  entry(words.outline, data.outline),
  ...data.costs.flatMap((cost) => [
    entry(cost.label, `${cost.totalLabel} ${cost.total}`),
    ...cost.years.map((each) => entry(`${words.breakdown} ${each.label}`, each.amount)),
  ]),
]

const year = ({ year: data }: EvaluationSheet): SheetRow[] => [
  section(2, words.year),
  entry(words.application, data.application),
  entry(words.position, data.position),
  entry(words.content, [data.content, data.contentCost, data.contentNote].filter((text) => text !== '').join('\n')),
  ...data.costs.map((each) => entry(`${plain(words.costs)} ${each.label}`, each.amount)),
]

function kpi({ kpi: data }: EvaluationSheet): SheetRow[] {
  const { headings } = data
  // On paper the rate stands below the actual figure and shares its heading.
  const [actual = '', rate = ''] = headings.actual.split('\n')
  const group = (heading: string) => [headings.target, actual, rate].map((text) => `${plain(heading)}\n${plain(text)}`.trim())
  const cells = (each: EvaluationSheet['kpi']['rows'][number]['year'] | null) =>
    each ? [each.target, each.actual, each.rate] : ['', '', '']
  return [
    section(3, words.kpi),
    {
      cells: [headings.name, headings.baseline, headings.finalTarget, ...group(headings.year), ...group(headings.cumulative)].map(String),
      look: 'head',
    },
    ...data.rows.map((row): SheetRow => ({
      cells: [row.name, ...[row.baseline, row.finalTarget, ...cells(row.year), ...cells(row.cumulative)].map(printedFigure)],
      look: 'form',
    })),
    ...(data.note === '' ? [] : [{ cells: [data.note], look: 'form' as const, merge: [0, last] as const }]),
  ]
}

const evaluation = ({ evaluation: data }: EvaluationSheet): SheetRow[] => [
  section(4, words.evaluation),
  entry(words.rating, chosenText(data)),
  entry(words.effect, data.effect),
  entry(words.answerToOpinions, data.answerToOpinions),
]

const next = ({ next: data }: EvaluationSheet): SheetRow[] => [
  section(5, words.next),
  entry(words.direction, chosenText(data)),
  entry(words.issues, data.issues),
  entry(words.nextSteps, data.nextSteps),
]

const committee = ({ committee: data }: EvaluationSheet): SheetRow[] => [
  section(6, `${data.name}${words.committee}`),
  ...data.opinions.map((opinion) => entry(words.opinions, opinion)),
]

function chosenText({ chosen, options }: Pick<EvaluationSheet['next'], 'chosen' | 'options'>): string {
  const label = options.find((option) => option.key === chosen)?.label
  return chosen === null ? '' : [chosen, label].filter(Boolean).join(' ')
}
