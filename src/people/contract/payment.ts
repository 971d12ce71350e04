import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { typedCode } from '../../platform/typed-text.ts'
import { toAccountHolderKana } from '../rules/account-holder-kana.ts'
import { keepingAccount } from '../rules/who-may.ts'
import { accountType, date, line } from './shapes.ts'

/** Refused with the first character that no bank takes: kanji are never guessed. */
const holderKana = line(80).check((context) => {
  const result = toAccountHolderKana(context.value)
  if (result.ok) return
  const [fault] = result.faults
  context.issues.push({ code: 'custom', input: context.value, params: { code: `kana-${fault?.code ?? 'empty'}` } })
})

export const paymentEntries = {
  'record-bank-account': write({
    input: z.strictObject({
      workerId: z.uuid(),
      bankCode: typedCode(/^[0-9]{4}$/),
      branchCode: typedCode(/^[0-9]{3}$/),
      accountType,
      accountNumber: typedCode(/^(?!0+$)[0-9]{1,7}$/),
      holderKana,
      /** Why the account is somebody else's; wanted only then. */
      holderReason: z.string().trim().max(1_000).default(''),
    }),
    output: z.object({ accountId: z.uuid(), bankName: z.string(), branchName: z.string(), holderKana: z.string() }),
    allow: keepingAccount,
    movesMoney: true,
    refusals: ['bank-unknown', 'branch-unknown', 'holder-is-another'],
    refusedAt: { 'bank-unknown': 'bankCode', 'branch-unknown': 'branchCode', 'holder-is-another': 'holderKana' },
    fresh: true,
  }),
  'record-invoice-number': write({
    input: z.strictObject({ workerId: z.uuid(), number: typedCode(/^T[1-9][0-9]{12}$/), validFrom: date }),
    output: z.object({ registrationId: z.uuid(), doubtful: z.boolean() }),
    allow: keepingAccount,
    refusals: ['corporate-number-wrong', 'registration-overlaps'],
    refusedAt: { 'corporate-number-wrong': 'number', 'registration-overlaps': 'validFrom' },
  }),
  'end-invoice-registration': write({
    input: z.strictObject({ registrationId: z.uuid(), validTo: date }),
    output: z.object({}),
    allow: keepingAccount,
    refusals: ['ends-before-it-begins', 'registration-ended'],
    refusedAt: { 'ends-before-it-begins': 'validTo' },
  }),
  banks: read({
    input: z.strictObject({ search: z.string().max(60) }),
    output: z.object({ rows: z.array(z.object({ code: z.string(), name: z.string() })) }),
    allow: 'signed-in',
  }),
  branches: read({
    input: z.strictObject({ bankCode: typedCode(/^[0-9]{4}$/), search: z.string().max(60) }),
    output: z.object({ bankName: z.string(), rows: z.array(z.object({ code: z.string(), name: z.string() })) }),
    allow: 'signed-in',
  }),
}
