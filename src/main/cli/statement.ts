import { z } from 'zod'
import { makeStatement, statementFaults } from '../../money/rules/statement.ts'
import { taxRoundings } from '../../orders/rules/consumption-tax.ts'
import { withholdingClasses } from '../../money/rules/withholding.ts'
import type { Yen } from '../../units/yen.ts'
import { readArguments, unexpectedWords } from './options.ts'
import { date, list, readDraft, text, whole, wholeOf, words } from './reader.ts'
import { type Verb, jsonAnswer } from './verb.ts'

const limits = { lines: 100_000, text: 500 } as const

const statementInput = z.strictObject({
  paidOn: date,
  taxRounding: z.enum(taxRoundings),
  worker: z.strictObject({
    kind: z.enum(['individual', 'corporation']),
    invoiceRegistration: z.strictObject({ number: text(limits.text), from: date, to: date.nullable().default(null) }).nullable(),
  }),
  lines: list(
    z.strictObject({
      description: words(limits.text),
      suppliedOn: date,
      amountYen: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).transform((value) => value as Yen),
      taxRatePercent: whole(0, 100),
      withholding: z.enum(withholdingClasses),
    }),
    limits.lines,
  ),
})

/** `kado statement`: one worker's statement for one close. */
export const run: Verb = async (call) => {
  const { faults, words: extra } = readArguments(call.argv, {})
  call.faults.push(...faults, ...unexpectedWords(extra, 0))
  const place = await call.readDocument()
  if (!place) return null
  const draft = readDraft(place, statementInput)
  for (const fault of statementFaults(draft)) call.faults.push({ area: 'statement', path: fault.path, fault })
  const input = wholeOf<z.output<typeof statementInput>>(draft)
  if (call.faults.length > 0 || !input) return null
  const result = makeStatement(input)
  if (!result.ok) throw new Error(`statement refused after its check: ${JSON.stringify(result.faults)}`)
  return jsonAnswer(result.statement)
}
