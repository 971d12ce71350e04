import { evaluationSheet, renderEvaluationSheet } from '../../indicators/documents/evaluation-sheet.ts'
import { evaluationSheetCsv } from '../../indicators/documents/evaluation-sheet-csv.ts'
import { evaluationSheetHtml } from '../../indicators/documents/evaluation-sheet-html.ts'
import { evaluationSheetXlsx } from '../../indicators/documents/evaluation-sheet-xlsx.ts'
import { type CliFault, type InputFault, type Path, shown } from './faults.ts'
import { readArguments, unexpectedWords } from './options.ts'
import { type Verb, jsonAnswer } from './verb.ts'

const formats = ['html', 'pdf', 'xlsx', 'csv', 'json'] as const

/** `kado sheet`: the evaluation sheet of a year, its six parts from one JSON. */
export const run: Verb = async (call) => {
  const { faults, option, words } = readArguments(call.argv, { format: 'value' })
  call.faults.push(...faults, ...unexpectedWords(words, 0))
  const asked = option('format') ?? 'html'
  const format = formats.find((candidate) => candidate === asked)
  if (!format)
    call.faults.push({ area: 'argument', name: '--format', fault: { code: 'unknown-choice', choices: formats, found: shown(asked) } })
  const place = await call.readDocument()
  if (!place) return null
  const parsed = evaluationSheet.safeParse(place.value, { reportInput: true })
  if (!parsed.success) call.faults.push(...parsed.error.issues.map(faultOf))
  if (!parsed.success || !format || call.faults.length > 0) return null
  switch (format) {
    case 'html':
      return { output: evaluationSheetHtml(parsed.data), exitCode: 0 }
    case 'xlsx':
      return { output: await evaluationSheetXlsx(parsed.data), exitCode: 0 }
    case 'csv':
      return { output: evaluationSheetCsv(parsed.data), exitCode: 0 }
    case 'json':
      return jsonAnswer(parsed.data)
    case 'pdf':
      return { output: await renderEvaluationSheet(parsed.data, { madeAt: new Date() }), exitCode: 0 }
  }
}

type Issue = { readonly path: readonly PropertyKey[]; readonly code: string; readonly input?: unknown; readonly expected?: unknown }

/** The sheet holds nothing but objects, lists and texts, so every issue is about one of these. */
function faultOf(issue: Issue): CliFault {
  const path: Path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  const expected = issue.expected === 'array' ? 'list' : issue.expected === 'object' ? 'object' : 'text'
  const fault: InputFault =
    issue.input === undefined ? { code: 'missing', expected } : { code: 'wrong-type', expected, found: shown(issue.input) }
  return { area: 'input', path, fault }
}
