import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { keeping, month, pageOf, paging, reason, sums } from './shapes.ts'

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
const totals = z.object({ workerCount: z.int(), statementCount: z.int(), lineCount: z.int(), ...sums })

const closed = z.object({
  closeId: z.uuid(),
  run: z.int(),
  payOn: z.string(),
  closedAt: z.string(),
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
  /** Statements that no live transfer pays yet, and those among them whose worker has no usable account. */
  unpaidCount: z.int(),
  withoutAccount: z.array(z.object({ workerId: z.uuid(), workerName: z.string(), netYen: z.int(), reason: z.enum(['none', 'returned']) })),
  batches: z.array(
    z.object({ batchId: z.uuid(), valueOn: z.string(), transferCount: z.int(), totalYen: z.int(), state: z.enum(['made', 'approved', 'exported', 'recorded', 'refused']) }),
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
})

export const closingEntries = {
  'decide-withholding': write({
    input: z.strictObject({ workKindId: z.uuid(), withholding: z.enum(['subject', 'not-subject']), basis: reason }),
    output: z.object({ workKindId: z.uuid(), lineCount: z.int() }),
    allow: keeping,
    refusals: ['not-undecided'],
  }),
  /** Accepts what nobody inspected by the noticed day: silence counts as acceptance, the worker must not wait for it. */
  'accept-overdue': write({
    input: z.strictObject({ month }),
    output: z.object({ month: z.string(), acceptedCount: z.int() }),
    allow: keeping,
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
    }),
    output: z.object({ closeId: z.uuid(), run: z.int(), payOn: z.string(), statementCount: z.int(), netYen: z.int() }),
    allow: keeping,
    fresh: true,
    refusals: ['month-not-over', 'database-not-durable', 'receipts-waiting', 'postings-under-way', 'withholding-undecided', 'nothing-to-close', 'totals-changed'],
  }),
  /** Makes papers for statements that have none; the job does it after a close, and it may be asked again. */
  'issue-statements': write({
    input: z.strictObject({ closeId: z.uuid(), limit: z.int().min(1).max(1_000).default(500) }),
    output: z.object({ closeId: z.uuid(), issuedCount: z.int() }),
    allow: keeping,
  }),
  closes: read({
    input: z.strictObject({}),
    output: z.object({
      months: z.array(z.object({ month: z.string(), runCount: z.int(), lineCount: z.int(), openLineCount: z.int(), netYen: z.int(), payOn: z.string(), isOver: z.boolean(), unpaidCount: z.int() })),
    }),
    allow: keeping,
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
      open: totals,
      closes: z.array(closed),
      isDurable: z.boolean(),
      hasOperatorAccount: z.boolean(),
    }),
    allow: keeping,
  }),
  statements: read({
    input: z.strictObject({
      ...paging,
      closeId: z.uuid().nullable().default(null),
      search: z.string().trim().max(100).default(''),
      answer: z.enum(['all', 'open', 'confirmed', 'objected']).default('all'),
    }),
    output: pageOf(statementRow),
    allow: keeping,
  }),
}
