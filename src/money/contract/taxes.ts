import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { day, pageOf, paging } from '../../platform/shapes.ts'
import { working } from '../../people/rules/who-may.ts'
import { keepingBooks } from '../rules/who-may.ts'
import { file, month, note } from './shapes.ts'

const calendarYear = z.int().min(2000).max(2049)

/** Withheld income tax: what goes to the tax office each month, and what is said about a calendar year. */
export const taxEntries = {
  'record-withholding-payment': write({
    input: z.strictObject({ month, paidOn: day, lateReason: note.default('') }),
    output: z.object({ paymentId: z.uuid(), amountYen: z.int() }),
    allow: keepingBooks,
    movesMoney: true,
    refusals: ['nothing-withheld', 'date-ahead', 'month-not-over', 'period-closed'],
    refusedAt: { 'date-ahead': 'paidOn', 'period-closed': 'paidOn' },
  }),
  /** Months in which tax was withheld, newest first, with the figures of the payment slip (報酬・料金等の所得税徴収高計算書). */
  'withheld-months': read({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          month: z.string(),
          workerCount: z.int(),
          baseYen: z.int(),
          withheldYen: z.int(),
          openYen: z.int(),
          dueOn: z.string(),
          paidOn: z.string().nullable(),
          state: z.enum(['paid', 'running', 'due', 'late']),
        }),
      ),
    }),
    allow: keepingBooks,
  }),
  /** What was paid to each worker in a calendar year, and for whom a 支払調書 goes to the tax office by 31 January. */
  'payment-records': read({
    input: z.strictObject({
      ...paging,
      year: calendarYear.nullable().default(null),
      search: z.string().trim().max(100).default(''),
      needed: z.boolean().default(false),
    }),
    output: pageOf(
      z.object({
        id: z.uuid(),
        workerNumber: z.int(),
        workerName: z.string(),
        /** 区分 of the subject fees as the tax office names them, each once. */
        kinds: z.string(),
        byKind: z.array(z.object({ category: z.string(), baseYen: z.int(), withholdingYen: z.int() })),
        feeYen: z.int(),
        taxYen: z.int(),
        /** Fees of 所得税法204条 without consumption tax, those included that are due and unpaid (支払金額). */
        baseYen: z.int(),
        withholdingYen: z.int(),
        unpaidBaseYen: z.int(),
        netYen: z.int(),
        isNeeded: z.boolean(),
        documentId: z.uuid().nullable(),
      }),
    ).extend({
      year: z.int(),
      isOver: z.boolean(),
      dueOn: z.string(),
      neededCount: z.int(),
      missingCount: z.int(),
      years: z.array(z.int()),
    }),
    allow: keepingBooks,
  }),
  /** For software that files 支払調書; it never holds a My Number (番号法). */
  'payment-records-csv': read({ input: z.strictObject({ year: calendarYear }), output: file, allow: keepingBooks }),
  /** Issues the yearly statement (支払実績明細) of everybody who has none or whose payments have changed since. */
  'issue-payment-records': write({
    input: z.strictObject({ year: calendarYear, limit: z.int().min(1).max(5_000).default(2_000) }),
    output: z.object({ year: z.int(), issuedCount: z.int() }),
    allow: keepingBooks,
    refusals: ['year-not-over', 'nothing-to-issue'],
  }),
  'my-payment-records': read({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(z.object({ year: z.int(), version: z.int(), netYen: z.int(), withholdingYen: z.int(), documentId: z.uuid() })),
    }),
    allow: working,
  }),
}
