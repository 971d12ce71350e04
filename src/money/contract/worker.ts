import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { pageOf, paging } from '../../platform/shapes.ts'
import { statementDetails, statementRow } from './closing.ts'
import { comingDay } from '../../delivery/contract/hand-in.ts'
import { working } from '../../people/rules/who-may.ts'
import { reason } from './shapes.ts'

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
      /** What reached the account in this fiscal year, and in this calendar year for the tax return, with the tax that was withheld. */
      paidYen: z.int(),
      calendarYear: z.int(),
      calendarPaidYen: z.int(),
      today: z.string(),
      coming: z.array(comingDay),
      /** The first day on which a statement is to be paid, and what reaches the account on it. */
      nextPayOn: z.string().nullable(),
      comingYen: z.int(),
      /** Accepted and not closed yet, without tax. */
      acceptedYen: z.int(),
      hasAccount: z.boolean(),
    }),
    allow: working,
  }),
  'my-statement': read({
    input: z.strictObject({ statementId: z.uuid() }),
    output: mine.extend(statementDetails),
    allow: working,
  }),
}
