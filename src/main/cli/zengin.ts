import { z } from 'zod'
import { type ZenginResult, writeZengin, zenginFaults, zenginLimits } from '../../money/rules/zengin.ts'
import { accountTypes } from '../../people/rules/bank-account.ts'
import { bankDirectory } from '../../people/rules/bank-directory.ts'
import type { Yen } from '../../units/yen.ts'
import { readArguments, unexpectedWords } from './options.ts'
import { date, list, readDraft, text, whole, wholeOf } from './reader.ts'
import type { Verb } from './verb.ts'

const code = text(500)
const named = z.strictObject({ code, name: code.default('') })
const account = { bank: named, branch: named, accountType: z.enum(accountTypes), accountNumber: code }

const zenginInput = z.strictObject({
  valueOn: date,
  separator: z.enum(['crlf', 'none']),
  requester: z.strictObject({ code, name: code, ...account }),
  payments: list(
    z.strictObject({
      ...account,
      holder: code,
      amountYen: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).transform((value) => value as Yen),
      newCode: code.default('0'),
      customerCode1: code.default(''),
      customerCode2: code.default(''),
      edi: code.nullable().default(null),
    }),
    zenginLimits.payments,
  ),
})

/** `kado zengin`: the bank file of a 総合振込, as bytes. */
export const run: Verb = async (call) => {
  const { faults, words } = readArguments(call.argv, {})
  call.faults.push(...faults, ...unexpectedWords(words, 0))
  const place = await call.readDocument()
  if (!place) return null
  const draft = readDraft(place, zenginInput)
  const file = wholeOf<z.output<typeof zenginInput>>(draft)
  const result: ZenginResult = file ? writeZengin(file, bankDirectory) : { ok: false, faults: zenginFaults(draft, bankDirectory) }
  if (result.ok) return { output: result.bytes, exitCode: 0 }
  for (const fault of result.faults) call.faults.push({ area: 'zengin', path: fault.path, fault })
  return null
}
