import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { day, inOrder, pageOf, paging } from '../../platform/shapes.ts'
import { running } from '../../programme/rules/who-may.ts'
import { keepingBooks } from '../rules/who-may.ts'
import { file, month, reason } from './shapes.ts'

export const dutyKinds = [
  'close',
  'undecided',
  'make-batch',
  'approve',
  'export',
  'results',
  'account-missing',
  'objection',
  'invoice-missing',
  'invoice-overdue',
  'withholding-tax',
  'payment-records',
  'credit-cap',
] as const

const period = { from: day, to: day }
const periodInOrder = ['from', 'to'] as [string, string]
const posting = z.object({ account: z.string(), debitYen: z.int(), creditYen: z.int(), party: z.string().nullable() })
const profit = z.object({
  id: z.string(),
  name: z.string(),
  salesYen: z.int(),
  outsourcingYen: z.int(),
  costYen: z.int(),
  profitYen: z.int(),
})

export const bookEntries = {
  'office-home': read({
    input: z.strictObject({}),
    output: z.object({
      today: z.string(),
      /** What has to be done, the earliest legal date first. */
      duties: z.array(
        z.object({
          kind: z.enum(dutyKinds),
          /** The day by which the law or the agreement wants it; null when there is none. */
          dueOn: z.string().nullable(),
          count: z.int(),
          amountYen: z.int(),
          /** A month, a batch or an invoice, for the link. */
          subject: z.string().nullable(),
          /** The reader made the batch, so somebody else has to approve it. */
          isOwn: z.boolean(),
        }),
      ),
      bankYen: z.int(),
      payableYen: z.int(),
      receivableYen: z.int(),
      withheldYen: z.int(),
      fiscalYear: z.int(),
      yearProfitYen: z.int(),
    }),
    allow: keepingBooks,
  }),
  /** A locked month or fiscal year takes entries of its own days again, when a second person agrees. */
  'ask-reopening': write({
    input: z.strictObject({ month, period: z.enum(['month', 'year']), reason }),
    output: z.object({ reopeningId: z.uuid() }),
    allow: keepingBooks,
    movesMoney: true,
    refusals: ['not-locked'],
    refusedAt: { 'not-locked': 'month' },
  }),
  'approve-reopening': write({
    input: z.strictObject({ reopeningId: z.uuid() }),
    output: z.object({ openUntil: z.string() }),
    allow: keepingBooks,
    fresh: true,
    movesMoney: true,
    refusals: ['already-approved', 'second-person-needed', 'account-just-changed'],
  }),
  reopenings: read({
    input: z.strictObject({}),
    output: z.object({
      lockedOn: z.string().nullable(),
      /** For how many days a period is opened. */
      days: z.int(),
      rows: z.array(
        z.object({
          id: z.uuid(),
          firstOn: z.string(),
          lastOn: z.string(),
          reason: z.string(),
          askedBy: z.string(),
          askedAt: z.string(),
          /** Null until a second person agrees. */
          openUntil: z.string().nullable(),
          isOwn: z.boolean(),
        }),
      ),
    }),
    allow: keepingBooks,
  }),
  journal: read({
    input: inOrder(
      z.strictObject({
        ...paging,
        ...period,
        account: z.string().max(50).nullable().default(null),
        search: z.string().trim().max(100).default(''),
      }),
      periodInOrder,
    ),
    output: pageOf(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        entryOn: z.string(),
        description: z.string(),
        amountYen: z.int(),
        isReversed: z.boolean(),
        isReversible: z.boolean(),
        postings: z.array(posting),
      }),
    ),
    allow: keepingBooks,
  }),
  /** One row a posting, for accounting software. */
  'journal-csv': read({ input: inOrder(z.strictObject(period), periodInOrder), output: file, allow: keepingBooks }),
  'trial-balance': read({
    input: inOrder(z.strictObject(period), periodInOrder),
    output: z.object({
      rows: z.array(z.object({ account: z.string(), openingYen: z.int(), debitYen: z.int(), creditYen: z.int(), closingYen: z.int() })),
      debitYen: z.int(),
      creditYen: z.int(),
      /** Must be zero. */
      differenceYen: z.int(),
      /** Days on which debit and credit differ; none when the books are whole. `books-proof` looks at each entry. */
      imbalanceCount: z.int(),
    }),
    allow: keepingBooks,
  }),
  /** Reckons every kept sum anew from the entries, and every statement from its lines. It takes as long as there is much of them. */
  'books-proof': read({
    input: z.strictObject({}),
    output: z.object({
      /** What disagrees; none when the books are whole. */
      imbalanceCount: z.int(),
    }),
    allow: keepingBooks,
  }),
  /** KPI 3: orders from clients − pay of workers − operating cost. */
  profit: read({
    input: z.strictObject({ fiscalYear: z.int().min(2000).max(2100).nullable().default(null) }),
    output: z.object({
      fiscalYear: z.int(),
      total: profit,
      municipalities: z.array(profit),
      orders: z.array(profit),
      years: z.array(profit.extend({ fiscalYear: z.int() })),
    }),
    allow: running,
  }),
  /** 電子帳簿保存法施行規則 2条6項: by date, amount and party, ranges of both, any of them together. */
  documents: read({
    input: inOrder(
      z.strictObject({
        ...paging,
        from: day.nullable().default(null),
        to: day.nullable().default(null),
        minYen: z.int().min(0).max(9_999_999_999).nullable().default(null),
        maxYen: z.int().min(0).max(9_999_999_999).nullable().default(null),
        party: z.string().trim().max(100).default(''),
        kind: z.string().max(50).nullable().default(null),
      }),
      periodInOrder,
      ['minYen', 'maxYen'],
    ),
    output: pageOf(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        number: z.string(),
        version: z.int(),
        transactionOn: z.string(),
        /** Of the transaction, with tax and before withholding. */
        amountYen: z.int().nullable(),
        netYen: z.int().nullable(),
        party: z.string(),
        issuedAt: z.string(),
      }),
    ),
    allow: keepingBooks,
  }),
}
