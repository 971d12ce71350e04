import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { day, pageOf, paging } from '../../platform/shapes.ts'
import { keepingBooks } from '../rules/who-may.ts'
import { file, note, reason } from './shapes.ts'

export const transferEntries = {
  /** Makes a bank transfer of everything that a close owes and that no live transfer pays yet, one payment a person. */
  'make-batch': write({
    input: z.strictObject({
      closeId: z.uuid(),
      valueOn: day,
      /** Payments that repeat an account and an amount: somebody is asked first, then they are paid or wait for another batch. */
      duplicates: z.enum(['ask', 'pay', 'leave-out']).default('ask'),
      /** Why it pays after the 60 days of フリーランス法4条1項; wanted only then, unless the close said it. */
      lateReason: note.default(''),
    }),
    output: z.object({ batchId: z.uuid(), transferCount: z.int(), totalYen: z.int() }),
    allow: keepingBooks,
    movesMoney: true,
    fresh: true,
    refusals: [
      'not-a-bank-day',
      'value-date-past',
      'value-date-too-soon',
      'value-date-late',
      'beyond-day-60',
      'nothing-to-pay',
      'batch-open',
      'no-operator-account',
      'bank-file-fault',
      'duplicate-payment',
    ],
    refusedAt: {
      'not-a-bank-day': 'valueOn',
      'value-date-past': 'valueOn',
      'value-date-too-soon': 'valueOn',
      'value-date-late': 'valueOn',
    },
  }),
  /** The second person: whoever made the batch does not approve it. */
  'approve-batch': write({
    input: z.strictObject({ batchId: z.uuid() }),
    output: z.object({ batchId: z.uuid() }),
    allow: keepingBooks,
    movesMoney: true,
    fresh: true,
    refusals: ['own-batch', 'already-approved', 'batch-refused', 'account-just-changed', 'recorded-the-account'],
  }),
  'reject-batch': write({
    input: z.strictObject({ batchId: z.uuid(), reason }),
    output: z.object({ batchId: z.uuid() }),
    allow: keepingBooks,
    refusals: ['already-exported', 'batch-refused'],
  }),
  /** Writes the bank file once; it can be downloaded again and never made anew. */
  'export-batch': write({
    input: z.strictObject({ batchId: z.uuid() }),
    output: z.object({ batchId: z.uuid(), sha256: z.string() }),
    allow: keepingBooks,
    movesMoney: true,
    fresh: true,
    refusals: ['not-approved', 'already-exported', 'batch-refused', 'bank-file-fault'],
  }),
  'record-results': write({
    input: z.strictObject({
      batchId: z.uuid(),
      paidOn: day,
      returned: z.array(z.strictObject({ transferId: z.uuid(), note })).max(1_000),
      /** What the bank took for the transfers, with tax: the operator's (フリーランス法5条1項2号). */
      feeYen: z.int().min(0).max(10_000_000).default(0),
    }),
    /** `entryOn` is the day of payment, or today where the books of that day are closed. */
    output: z.object({ batchId: z.uuid(), paidCount: z.int(), returnedCount: z.int(), entryOn: z.string() }),
    allow: keepingBooks,
    movesMoney: true,
    fresh: true,
    refusals: ['not-exported', 'already-recorded', 'unknown-transfer', 'before-value-date', 'date-ahead'],
    refusedAt: { 'unknown-transfer': 'returned', 'before-value-date': 'paidOn', 'date-ahead': 'paidOn' },
  }),
  /** The bank sent money back after it had gone out (組戻し). */
  'record-return': write({
    input: z.strictObject({
      transferId: z.uuid(),
      returnedOn: day,
      note,
      feeYen: z.int().min(0).max(100_000).default(0),
      lateReason: note.default(''),
    }),
    output: z.object({ transferId: z.uuid() }),
    allow: keepingBooks,
    movesMoney: true,
    fresh: true,
    refusals: ['not-paid', 'already-returned', 'before-payment', 'date-ahead', 'period-closed'],
    refusedAt: { 'before-payment': 'returnedOn', 'date-ahead': 'returnedOn', 'period-closed': 'returnedOn' },
  }),
  batch: read({
    input: z.strictObject({ batchId: z.uuid(), ...paging, search: z.string().trim().max(100).default('') }),
    output: pageOf(
      z.object({
        transferId: z.uuid(),
        /** The first of the statements that it pays, and how many there are. */
        statementId: z.uuid(),
        statementCount: z.int(),
        workerName: z.string(),
        bankName: z.string(),
        branchName: z.string(),
        /** All but the last three digits are hidden. */
        accountNumber: z.string(),
        holderKana: z.string(),
        amountYen: z.int(),
        state: z.enum(['waiting', 'paid', 'returned', 'refused']),
        isRetry: z.boolean(),
        /** Beside what the bank got before: it goes into 新規コード. */
        account: z.enum(['first', 'changed', 'same']),
        /** Who recorded the account and when; empty and null where that was not noted. */
        accountBy: z.string(),
        accountAt: z.string().nullable(),
        /** Why the holder is somebody else than the payee. */
        holderReason: z.string(),
        returnedNote: z.string().nullable(),
      }),
    ).extend({
      batchId: z.uuid(),
      closeId: z.uuid().nullable(),
      month: z.string().nullable(),
      valueOn: z.string(),
      transferCount: z.int(),
      totalYen: z.int(),
      state: z.enum(['made', 'approved', 'exported', 'recorded', 'refused']),
      madeBy: z.string(),
      madeAt: z.string(),
      lateReason: z.string(),
      /** Payments that repeat an account and an amount; whoever made the batch said that all are right. */
      repeatedCount: z.int(),
      isOwn: z.boolean(),
      approvalsNeeded: z.int(),
      /** Payments to an account to which none went before. */
      newAccountCount: z.int(),
      /** Until when the reader's own account rests, or null. */
      restsUntil: z.string().nullable(),
      approvals: z.array(z.object({ by: z.string(), at: z.string() })),
      rejection: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
      /** Every time that the file went out. */
      downloads: z.array(z.object({ by: z.string(), at: z.string(), reason: z.string() })),
      export: z.object({ by: z.string(), at: z.string(), sha256: z.string() }).nullable(),
      paidCount: z.int(),
      returnedCount: z.int(),
    }),
    allow: keepingBooks,
  }),
  /** Hands the bank file out and notes to whom. Again it needs a reason: a file that is sent twice pays twice. */
  'download-batch-file': write({
    input: z.strictObject({ batchId: z.uuid(), reason: note.default('') }),
    output: file,
    allow: keepingBooks,
    fresh: true,
    movesMoney: true,
    refusals: ['not-exported', 'reason-to-download'],
  }),
}
