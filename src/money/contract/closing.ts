import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { pageOf, paging } from '../../platform/shapes.ts'
import { keepingBooks } from '../rules/who-may.ts'
import { month, note, reason, sums, yenAmount } from './shapes.ts'

const rowOfReceipt = z.object({
  submissionId: z.uuid(),
  packageTitle: z.string(),
  orderNumber: z.string(),
  workerName: z.string(),
  receivedOn: z.string(),
  inspectBy: z.string(),
  /** `overdue`: counts as accepted, because nobody judged it by the noticed day. `unposted`: accepted, its posting is on the way. */
  state: z.enum(['waiting', 'overdue', 'unposted']),
})
const undecidedKind = z.object({ workKindId: z.uuid(), nameJa: z.string(), nameEn: z.string(), lineCount: z.int(), amountYen: z.int() })
const checkKeys = ['accepted', 'recorded', 'posted', 'stated'] as const
const totals = z.object({ workerCount: z.int(), statementCount: z.int(), lineCount: z.int(), ...sums })

const closed = z.object({
  closeId: z.uuid(),
  run: z.int(),
  payOn: z.string(),
  closedAt: z.string(),
  closedBy: z.string(),
  /** Why it pays after the 60 days; empty when it does not. */
  lateReason: z.string(),
  workerCount: z.int(),
  subtotalYen: z.int(),
  taxYen: z.int(),
  withholdingYen: z.int(),
  netYen: z.int(),
  statementCount: z.int(),
  documentCount: z.int(),
  confirmedCount: z.int(),
  objectedCount: z.int(),
  paidYen: z.int(),
  /** What the statements come to now, corrected ones counted with the amounts that are right. */
  owedYen: z.int(),
  /** Statements that no live transfer pays yet, and those among them whose worker has no usable account. */
  unpaidCount: z.int(),
  withoutAccount: z.array(z.object({ workerId: z.uuid(), workerName: z.string(), netYen: z.int(), reason: z.enum(['none', 'returned']) })),
  /** Between which days a batch can pay now, and the 60th day of the first receipt in it; null when nothing is payable. */
  valueDates: z.object({ firstOn: z.string(), lastOn: z.string(), limitOn: z.string() }).nullable(),
  batches: z.array(
    z.object({
      batchId: z.uuid(),
      valueOn: z.string(),
      transferCount: z.int(),
      totalYen: z.int(),
      state: z.enum(['made', 'approved', 'exported', 'recorded', 'refused']),
    }),
  ),
})

export const statementRow = z.object({
  id: z.uuid(),
  workerId: z.uuid(),
  workerName: z.string(),
  kind: z.enum(['purchase-statement', 'payment-notice']),
  month: z.string(),
  payOn: z.string(),
  ...sums,
  answer: z.enum(['open', 'confirmed', 'deemed-confirmed', 'objected']),
  documentId: z.uuid().nullable(),
  transferState: z.enum(['none', 'waiting', 'paid', 'returned', 'refused']),
  /** What its transfers come to: less than `netYen` when it corrects one that was paid, nothing when another replaces it. */
  dueYen: z.int(),
  isReplaced: z.boolean(),
  isCorrection: z.boolean(),
  /** An objection that nobody has answered. */
  isWaiting: z.boolean(),
})

/** What the page of one statement shows beside its row. */
export const statementDetails = {
  paidOn: z.string().nullable(),
  withholdingBaseYen: z.int(),
  /** What was stated before of the same payment when this one was reckoned, and what the others state of it now (所得税基本通達205-1). */
  togetherBaseYen: z.int(),
  togetherWithheldYen: z.int(),
  othersBaseYen: z.int(),
  othersWithheldYen: z.int(),
  withholdingLabelJa: z.string(),
  withholdingLabelEn: z.string(),
  registrationNumber: z.string().nullable(),
  workerKind: z.enum(['individual', 'corporation']),
  issuedOn: z.string(),
  confirmBy: z.string(),
  objection: z.string().nullable(),
  reply: z.string().nullable(),
  /** The statement that this one corrects and why, and the one that replaces it. */
  corrects: z.uuid().nullable(),
  correctionReason: z.string(),
  replacedBy: z.uuid().nullable(),
  account: z.object({ bankName: z.string(), branchName: z.string(), accountNumber: z.string() }).nullable(),
  returnedNote: z.string().nullable(),
  taxes: z.array(z.object({ ratePercent: z.int(), baseYen: z.int(), taxYen: z.int() })),
  lines: z.array(
    z.object({
      submissionId: z.uuid(),
      description: z.string(),
      receivedOn: z.string(),
      amountYen: z.int(),
      taxRatePercent: z.int(),
      withholding: z.enum(['subject', 'not-subject']),
    }),
  ),
}

export const closingEntries = {
  'decide-withholding': write({
    input: z.strictObject({ workKindId: z.uuid(), withholding: z.enum(['subject', 'not-subject']), basis: reason }),
    output: z.object({ workKindId: z.uuid(), lineCount: z.int() }),
    allow: keepingBooks,
    refusals: ['not-undecided', 'second-person-needed'],
  }),
  /** Accepts what nobody inspected by the noticed day: silence counts as acceptance, the worker must not wait for it. */
  'accept-overdue': write({
    input: z.strictObject({ month }),
    output: z.object({ month: z.string(), acceptedCount: z.int() }),
    allow: keepingBooks,
    movesMoney: true,
    refusals: ['nothing-overdue'],
  }),
  'close-month': write({
    input: z.strictObject({
      month,
      /** The totals that were shown; other ones refuse the close, so that nobody closes what they have not seen. */
      expectedLineCount: z.int().min(0),
      expectedNetYen: z.int().min(0),
      /** Receipts that are not judged yet stay for a further run. */
      leaveWaiting: z.boolean(),
      /** Why the close pays after the 60 days of フリーランス法4条1項; wanted only then, and kept with who closed. */
      lateReason: note.default(''),
    }),
    output: z.object({ closeId: z.uuid(), run: z.int(), payOn: z.string(), statementCount: z.int(), netYen: z.int() }),
    allow: keepingBooks,
    movesMoney: true,
    fresh: true,
    refusals: [
      'month-not-over',
      'database-not-durable',
      'receipts-waiting',
      'postings-under-way',
      'withholding-undecided',
      'nothing-to-close',
      'totals-changed',
      'beyond-day-60',
    ],
  }),
  /** Makes papers for statements that have none; the job does it after a close, and it may be asked again. */
  'issue-statements': write({
    input: z.strictObject({ closeId: z.uuid(), limit: z.int().min(1).max(1_000).default(500) }),
    output: z.object({ closeId: z.uuid(), issuedCount: z.int() }),
    allow: keepingBooks,
  }),
  /**
   * Makes a new statement with the amounts that are right, chained to the one it replaces. A paid one stays paid; the new
   * one pays the difference.
   */
  'correct-statement': write({
    input: z.strictObject({
      statementId: z.uuid(),
      reason,
      /** All lines of the statement, with the amounts without tax that are right. */
      lines: z
        .array(z.strictObject({ submissionId: z.uuid(), amountYen: yenAmount, withholding: z.enum(['subject', 'not-subject']) }))
        .min(1)
        .max(1_000),
    }),
    output: z.object({ statementId: z.uuid(), netYen: z.int(), dueYen: z.int() }),
    allow: keepingBooks,
    movesMoney: true,
    fresh: true,
    refusals: [
      'already-corrected',
      'transfer-under-way',
      'paper-missing',
      'lines-differ',
      'nothing-changed',
      'would-reduce',
      'would-take-back',
    ],
    refusedAt: { 'lines-differ': 'lines', 'nothing-changed': 'lines', 'would-reduce': 'lines', 'would-take-back': 'lines' },
  }),
  /** Tells a worker who objected why the statement stays as it is. */
  'answer-objection': write({
    input: z.strictObject({ statementId: z.uuid(), reply: reason }),
    output: z.object({ statementId: z.uuid() }),
    allow: keepingBooks,
    refusals: ['not-objected', 'objection-answered', 'already-corrected'],
  }),
  closes: read({
    input: z.strictObject({}),
    output: z.object({
      months: z.array(
        z.object({
          month: z.string(),
          runCount: z.int(),
          lineCount: z.int(),
          openLineCount: z.int(),
          netYen: z.int(),
          payOn: z.string(),
          isOver: z.boolean(),
          unpaidCount: z.int(),
        }),
      ),
    }),
    allow: keepingBooks,
  }),
  /** The stair of one month: what stands in the way of each step, and what was done. */
  close: read({
    input: z.strictObject({ month }),
    output: z.object({
      month: z.string(),
      isOver: z.boolean(),
      payOn: z.string(),
      /** The day by which the law wants the earliest receipt of the open lines paid; null without open lines. */
      limitOn: z.string().nullable(),
      receipts: z.array(rowOfReceipt),
      waitingCount: z.int(),
      overdueCount: z.int(),
      unpostedCount: z.int(),
      undecided: z.array(undecidedKind),
      /** The receipts of the month at each stage, without tax; all of them must agree when the month is finished. */
      checks: z.array(z.object({ key: z.enum(checkKeys), count: z.int(), yen: z.int() })),
      open: totals,
      /** The statements that a close would make now, the largest first; at most 200. */
      openStatements: z.array(
        z.object({ workerId: z.uuid(), workerName: z.string(), registered: z.boolean(), lineCount: z.int(), ...sums }),
      ),
      closes: z.array(closed),
      isDurable: z.boolean(),
      hasOperatorAccount: z.boolean(),
    }),
    allow: keepingBooks,
  }),
  statements: read({
    input: z.strictObject({
      ...paging,
      closeId: z.uuid().nullable().default(null),
      search: z.string().trim().max(100).default(''),
      answer: z.enum(['all', 'open', 'confirmed', 'objected', 'waiting']).default('all'),
    }),
    output: pageOf(statementRow),
    allow: keepingBooks,
  }),
  statement: read({ input: z.strictObject({ statementId: z.uuid() }), output: statementRow.extend(statementDetails), allow: keepingBooks }),
}
