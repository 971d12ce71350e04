import { csvOf } from '../../platform/csv.ts'
import { sheetWordsV1 as words, type EvaluationSheet } from './evaluation-sheet.ts'

type Row = readonly string[]

/**
 * The sheet as CSV of RFC 4180 in UTF-8 with a byte order mark: each row begins with the number of its part and the name of
 * its item, so that a part can be picked out by sorting or filtering. The KPI table keeps one row for each indicator.
 */
export function evaluationSheetCsv(sheet: EvaluationSheet): string {
  const title = `${sheet.municipality} ${sheet.fiscalYear} ${words.sheet}`
  return csvOf([
    ['0', title, sheet.number, sheet.title],
    ...(sheet.edition ? [['0', sheet.edition.mark, sheet.edition.reason]] : []),
    ...basics(sheet),
    ...year(sheet),
    ...kpi(sheet),
    ...evaluation(sheet),
    ...next(sheet),
    ...committee(sheet),
  ])
}

function basics({ basics: data }: EvaluationSheet): Row[] {
  const costs = data.costs.flatMap((cost) => [
    ['1', plain(cost.label), cost.totalLabel, cost.total],
    ...cost.years.map((each) => ['1', plain(cost.label), `${cost.totalLabel} ${each.label}`, each.amount]),
  ])
  return [
    ['1', words.grantName, data.grantName],
    ['1', words.department, data.department],
    ['1', words.period, data.period],
    ['1', plain(words.outline), data.outline],
    ...costs,
  ]
}

function year({ year: data }: EvaluationSheet): Row[] {
  return [
    ['2', words.application, data.application],
    ['2', plain(words.position), data.position],
    ['2', plain(words.content), data.content, data.contentCost, data.contentNote],
    ...data.costs.map((each) => ['2', plain(words.costs), each.label, each.amount]),
  ]
}

function kpi({ kpi: data }: EvaluationSheet): Row[] {
  const { headings } = data
  // On paper the rate stands below the actual figure and shares its heading.
  const [actual = '', rate = ''] = headings.actual.split('\n')
  const group = (heading: string) => [headings.target, actual, rate].map((text) => `${plain(heading)} ${plain(text)}`.trim())
  const cells = (each: EvaluationSheet['kpi']['rows'][number]['year'] | null) =>
    each ? [each.target, each.actual, each.rate] : ['', '', '']
  return [
    [
      '3',
      plain(headings.name),
      plain(headings.baseline),
      plain(headings.finalTarget),
      ...group(headings.year),
      ...group(headings.cumulative),
    ],
    ...data.rows.map((row) => ['3', row.name, row.baseline, row.finalTarget, ...cells(row.year), ...cells(row.cumulative)]),
    ...(data.note === '' ? [] : [['3', data.note]]),
  ]
}

function evaluation({ evaluation: data }: EvaluationSheet): Row[] {
  return [
    ['4', words.rating, ...choice(data)],
    ['4', words.effect, data.effect],
    ['4', plain(words.answerToOpinions), data.answerToOpinions],
  ]
}

function next({ next: data }: EvaluationSheet): Row[] {
  return [
    ['5', words.direction, ...choice(data)],
    ['5', words.issues, data.issues],
    ['5', plain(words.nextSteps), data.nextSteps],
  ]
}

function committee({ committee: data }: EvaluationSheet): Row[] {
  return data.opinions.map((opinion) => ['6', `${data.name}${words.committee}`, opinion])
}

function choice({ chosen, options }: Pick<EvaluationSheet['next'], 'chosen' | 'options'>): Row {
  return [chosen ?? '', options.find((option) => option.key === chosen)?.label ?? '']
}

/** Headings break their lines for the paper only. */
function plain(text: string): string {
  return text.replaceAll('\n', '')
}
