import { type StatementInput, type StatementLine, makeStatement, statementFaults } from '../../money/rules/statement.ts'
import { taxRoundings } from '../../orders/rules/consumption-tax.ts'
import { withholdingClasses } from '../../money/rules/withholding.ts'
import { isYen } from '../../units/yen.ts'
import { readArguments, unexpectedWords } from './options.ts'
import {
  type Place,
  allRead,
  openObject,
  readChoice,
  readDate,
  readList,
  readNullable,
  readOptional,
  readText,
  readWhole,
  readWords,
} from './reader.ts'
import { type Verb, jsonAnswer } from './verb.ts'

const limits = { lines: 100_000, text: 500 } as const

/** `kado statement`: one worker's statement for one close. */
export const run: Verb = async (call) => {
  const { faults, words } = readArguments(call.argv, {})
  call.faults.push(...faults, ...unexpectedWords(words, 0))
  const place = await call.readDocument()
  if (!place) return null
  const at = openObject(place, ['paidOn', 'taxRounding', 'worker', 'lines'])
  const draft = {
    paidOn: readDate(at('paidOn')),
    taxRounding: readChoice(at('taxRounding'), taxRoundings),
    worker: readWorker(at('worker')),
    lines: readList(at('lines'), limits.lines)?.map(readLine),
  }
  for (const fault of statementFaults(draft)) call.faults.push({ area: 'statement', path: fault.path, fault })
  const input = wholeInput(draft)
  if (call.faults.length > 0 || !input) return null
  const result = makeStatement(input)
  if (!result.ok) throw new Error(`statement refused after its check: ${JSON.stringify(result.faults)}`)
  return jsonAnswer(result.statement)
}

type WorkerDraft = ReturnType<typeof readWorker>
type LineDraft = ReturnType<typeof readLine>
type Draft = {
  readonly paidOn: StatementInput['paidOn'] | undefined
  readonly taxRounding: StatementInput['taxRounding'] | undefined
  readonly worker: WorkerDraft
  readonly lines: readonly LineDraft[] | undefined
}

function wholeInput(draft: Draft): StatementInput | null {
  const { lines, paidOn, taxRounding, worker } = draft
  if (paidOn === undefined || taxRounding === undefined || !lines || !allRead(worker)) return null
  const whole = lines.filter((line): line is StatementLine => allRead(line))
  return whole.length === lines.length ? { paidOn, taxRounding, worker, lines: whole } : null
}

function readWorker(place: Place) {
  const at = openObject(place, ['kind', 'invoiceRegistration'])
  return {
    kind: readChoice(at('kind'), ['individual', 'corporation']),
    invoiceRegistration: readNullable(at('invoiceRegistration'), readRegistration),
  }
}

function readRegistration(place: Place) {
  const at = openObject(place, ['number', 'from', 'to'])
  const registration = {
    number: readText(at('number'), limits.text),
    from: readDate(at('from')),
    to: readOptional(at('to'), (item) => readNullable(item, readDate), null),
  }
  return allRead(registration) ? registration : undefined
}

function readLine(place: Place) {
  const at = openObject(place, ['description', 'suppliedOn', 'amountYen', 'taxRatePercent', 'withholding'])
  const amountYen = readWhole(at('amountYen'), Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  return {
    description: readWords(at('description'), limits.text),
    suppliedOn: readDate(at('suppliedOn')),
    amountYen: isYen(amountYen) ? amountYen : undefined,
    taxRatePercent: readWhole(at('taxRatePercent'), 0, 100),
    withholding: readChoice(at('withholding'), withholdingClasses),
  }
}
