import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { pageOf, paging, reason, sums, working } from './shapes.ts'
import { statementRow } from './closing.ts'

const mine = statementRow.omit({ workerId: true, workerName: true }).extend({ paidOn: z.string().nullable() })

export const workerEntries = {
  'confirm-statement': write({
    input: z.strictObject({ statementId: z.uuid() }),
    output: z.object({ statementId: z.uuid() }),
    allow: working,
    refusals: ['already-answered'],
  }),
  'object-to-statement': write({
    input: z.strictObject({ statementId: z.uuid(), note: reason }),
    output: z.object({ statementId: z.uuid() }),
    allow: working,
    refusals: ['already-answered'],
  }),
  'my-money': read({
    input: z.strictObject({ ...paging }),
    output: pageOf(mine).extend({
      fiscalYear: z.int(),
      /** What reached the account this fiscal year, with the tax that was withheld. */
      paidYen: z.int(),
      comingYen: z.int(),
      nextPayOn: z.string().nullable(),
      /** Accepted and not closed yet, without tax. */
      acceptedYen: z.int(),
      hasAccount: z.boolean(),
    }),
    allow: working,
  }),
  'my-statement': read({
    input: z.strictObject({ statementId: z.uuid() }),
    output: mine.extend({
      ...sums,
      withholdingBaseYen: z.int(),
      withholdingLabelJa: z.string(),
      withholdingLabelEn: z.string(),
      registrationNumber: z.string().nullable(),
      issuedOn: z.string(),
      confirmBy: z.string(),
      objection: z.string().nullable(),
      account: z.object({ bankName: z.string(), branchName: z.string(), accountNumber: z.string() }).nullable(),
      returnedNote: z.string().nullable(),
      taxes: z.array(z.object({ ratePercent: z.int(), baseYen: z.int(), taxYen: z.int() })),
      lines: z.array(z.object({ submissionId: z.uuid(), description: z.string(), receivedOn: z.string(), amountYen: z.int(), taxRatePercent: z.int(), withholding: z.enum(['subject', 'not-subject']) })),
    }),
    allow: working,
  }),
}
