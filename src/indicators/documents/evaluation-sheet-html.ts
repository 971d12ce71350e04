import { sheetWordsV1 as words, type EvaluationSheet } from './evaluation-sheet.ts'

/** The sheet as one printable HTML page: no scripts, no outside files, every text escaped. */
export function evaluationSheetHtml(sheet: EvaluationSheet): string {
  const title = `${sheet.municipality} ${sheet.fiscalYear} ${words.sheet}`
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<p>${escape(title)}</p>
<h1>${sheet.number === '' ? '' : `<span>${escape(sheet.number)}</span> `}${escape(sheet.title)}</h1>
${edition(sheet)}</header>
${[basics(sheet), year(sheet), kpi(sheet), evaluation(sheet), next(sheet), committee(sheet)].map((content, at) => part(at + 1, content)).join('\n')}
</main>
</body>
</html>
`
}

const edition = ({ edition: of }: EvaluationSheet): string =>
  of ? `<p><strong>${escape(of.mark)}</strong> ${escape(of.reason)}</p>\n` : ''

type Part = { readonly title: string; readonly body: string }

function part(number: number, { title, body }: Part): string {
  return `<section>\n<h2>（${number}） ${escape(title)}</h2>\n${body}\n</section>`
}

function basics({ basics: data }: EvaluationSheet): Part {
  const facts = table([
    `${head(words.grantName)}<td>${escape(data.grantName)}</td>${head(words.department)}<td>${escape(data.department)}</td>`,
    `${head(words.period)}<td colspan="3">${escape(data.period)}</td>`,
    `${head(words.outline)}<td colspan="3">${paragraphs(data.outline)}</td>`,
  ])
  const costs = data.costs.flatMap((cost) => {
    const span = Math.max(1, cost.years.length)
    const total = `<td rowspan="${span}" class="total"><small>${escape(cost.totalLabel)}</small>${escape(cost.total)}</td>`
    const years = cost.years.map((each) => `<th scope="row">${escape(each.label)}</th><td class="number">${escape(each.amount)}</td>`)
    const first = `${head(cost.label, span)}${total}${head(words.breakdown, span)}${years[0] ?? '<td colspan="2"></td>'}`
    return [first, ...years.slice(1)]
  })
  return { title: words.basics, body: facts + (costs.length === 0 ? '' : table(costs)) }
}

function year({ year: data, fiscalYear }: EvaluationSheet): Part {
  const cost = data.contentCost === '' ? '' : `<p class="aside">${escape(data.contentCost)}</p>`
  const note = data.contentNote === '' ? '' : `<div class="note">${paragraphs(data.contentNote)}</div>`
  const facts = table([
    `${head(words.application)}<td>${escape(data.application)}</td>`,
    `${head(words.position)}<td>${paragraphs(data.position)}</td>`,
    `${head(words.content)}<td>${cost}${paragraphs(data.content)}${note}</td>`,
  ])
  const costs = data.costs.map(
    (each, at) =>
      (at === 0 ? head(words.costs, data.costs.length) : '') +
      `<th scope="row" class="plain">${escape(each.label)}</th><td class="number">${escape(each.amount)}</td>`,
  )
  return { title: `${fiscalYear}${words.year}`, body: facts + (costs.length === 0 ? '' : table(costs)) }
}

function kpi({ kpi: data }: EvaluationSheet): Part {
  const { headings } = data
  const column = (text: string, span = ''): string => `<th scope="col"${span}>${lines(text)}</th>`
  const first = [
    column(headings.name, ' rowspan="2"'),
    column(headings.baseline, ' rowspan="2"'),
    column(headings.finalTarget),
    column(headings.year, ' colspan="2"'),
    column(headings.cumulative, ' colspan="2"'),
  ]
  const second = [headings.target, headings.target, headings.actual, headings.target, headings.actual].map((text) => column(text))
  const cell = (text: string): string => `<td class="number">${lines(text)}</td>`
  const rows = data.rows.map((row) => {
    const cells = [row.year, row.cumulative].flatMap((each) => (each === null ? ['', ''] : [each.target, joined(each.actual, each.rate)]))
    return `<tr><th scope="row" class="plain">${escape(row.name)}</th>${[row.baseline, row.finalTarget, ...cells].map(cell).join('')}</tr>`
  })
  const note = data.note === '' ? '' : `<p><small>${escape(data.note)}</small></p>`
  const heads = `<thead><tr>${first.join('')}</tr><tr>${second.join('')}</tr></thead>`
  const body = `<div class="wide" tabindex="0"><table class="kpi">${heads}<tbody>${rows.join('\n')}</tbody></table></div>${note}`
  return { title: words.kpi, body }
}

function evaluation({ evaluation: data }: EvaluationSheet): Part {
  return {
    title: words.evaluation,
    body: table([
      `${head(words.rating)}<td>${choice(data.chosen, data.options)}</td>`,
      `${head(words.effect)}<td>${paragraphs(data.effect)}</td>`,
      `${head(words.answerToOpinions)}<td>${paragraphs(data.answerToOpinions)}</td>`,
    ]),
  }
}

function next({ next: data }: EvaluationSheet): Part {
  return {
    title: words.next,
    body: table([
      `${head(words.direction)}<td>${choice(data.chosen, data.options)}</td>`,
      `${head(words.issues)}<td>${paragraphs(data.issues)}</td>`,
      `${head(words.nextSteps)}<td>${paragraphs(data.nextSteps)}</td>`,
    ]),
  }
}

function committee({ committee: data }: EvaluationSheet): Part {
  const list = data.opinions.length === 0 ? '' : `<ul>${data.opinions.map((opinion) => `<li>${lines(opinion)}</li>`).join('')}</ul>`
  return { title: `${data.name}${words.committee}`, body: table([`${head(words.opinions)}<td>${list}</td>`]) }
}

/** The chosen letter, then all options; the mark says it in text, not in colour alone. */
function choice(chosen: string | null, options: EvaluationSheet['evaluation']['options']): string {
  const items = options.map(({ key, label }) => {
    const text = `${key === chosen ? '●' : '○'} ${escape(key)}　${escape(label)}`
    return `<li>${key === chosen ? `<strong>${text}</strong>` : text}</li>`
  })
  return `<div class="choice"><b>${escape(chosen ?? '')}</b><ul>${items.join('')}</ul></div>`
}

function table(rows: readonly string[]): string {
  return `<div class="wide" tabindex="0"><table><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('\n')}</tbody></table></div>`
}

function head(text: string, rowSpan = 1): string {
  return `<th scope="row"${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}>${lines(text)}</th>`
}

function joined(...texts: string[]): string {
  return texts.filter((text) => text !== '').join('\n')
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escape(line)}</p>`)
    .join('')
}

function lines(text: string): string {
  return escape(text).replaceAll('\n', '<br>')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}

const style = `
@page { size: A4; margin: 18mm 18mm 20mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #1c1c1e; background: #fff; font: 15px/1.7 "BIZ UDPGothic", "Noto Sans JP", sans-serif; }
main { max-width: 210mm; margin: 0 auto; padding: 24px 16px; }
header { border-bottom: 3px solid #12356b; margin-bottom: 24px; }
header p { margin: 0; color: #595f69; font-size: 14px; }
h1 { margin: 4px 0 8px; font-size: 22px; }
h1 span { color: #12356b; }
h2 { margin: 28px 0 8px; font-size: 17px; break-after: avoid; }
table { width: 100%; min-width: 34em; border-collapse: collapse; margin: 0 0 8px; }
th, td { border: 1px solid #6b7280; padding: 6px 8px; vertical-align: middle; text-align: left; }
th { background: #f1f4f8; text-align: center; font-weight: bold; }
th[scope="row"] { width: 7.5em; }
th.plain { background: none; text-align: left; font-weight: normal; width: auto; }
td p, td ul { margin: 0 0 6px; }
td p:last-child { margin-bottom: 0; }
.number, .total, .aside { text-align: right; font-variant-numeric: tabular-nums; }
.total small { display: block; text-align: center; }
.note { border-top: 1px dashed #a3a9b3; margin-top: 8px; padding-top: 6px; }
.kpi { font-size: 14px; min-width: 50em; }
.kpi .number { white-space: nowrap; }
.wide { overflow-x: auto; }
.choice { display: flex; gap: 20px; align-items: center; }
.choice b { min-width: 1.2em; font-size: 34px; line-height: 1; color: #12356b; text-align: center; }
.choice ul { list-style: none; margin: 0; padding: 0; }
td > ul { padding-left: 1.2em; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
@media print { body { font-size: 9.5pt; line-height: 1.5; } main { padding: 0; max-width: none; } table, .kpi { min-width: 0; } \
.kpi { font-size: 8.5pt; } h1 { font-size: 14pt; } h2 { font-size: 11pt; } }
`
