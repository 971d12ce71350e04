import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { day, pageOf, paging } from '../../platform/shapes.ts'
import { receiving } from '../../sales/rules/who-may.ts'
import { costKinds } from '../rules/operating-cost.ts'
import { keepingBooks } from '../rules/who-may.ts'
import { note, reason, yenAmount } from './shapes.ts'

export const invoiceStates = ['open', 'overdue', 'paid'] as const
const invoice = z.object({
  id: z.uuid(),
  number: z.string(),
  clientName: z.string(),
  orderId: z.uuid(),
  orderNumber: z.string(),
  orderTitle: z.string(),
  issuedOn: z.string(),
  dueOn: z.string(),
  subtotalYen: z.int(),
  taxYen: z.int(),
  totalYen: z.int(),
  settledYen: z.int(),
  openYen: z.int(),
  state: z.enum(invoiceStates),
  documentId: z.uuid().nullable(),
})

const named = z.object({ id: z.uuid(), name: z.string() })

export const clientEntries = {
  /** Issues the invoice of an accepted delivery, when the operator's registration number and account were missing before. */
  'issue-invoice': write({
    input: z.strictObject({ deliveryId: z.uuid() }),
    output: z.object({ invoiceId: z.uuid(), number: z.string() }),
    allow: keepingBooks,
    refusals: ['operator-incomplete', 'already-issued', 'nothing-to-invoice'],
  }),
  'record-receipt': write({
    input: z.strictObject({
      invoiceId: z.uuid(),
      receivedOn: day,
      amountYen: yenAmount,
      deductedFeeYen: z.int().min(0).max(10_000).default(0),
      /** Why it comes after the close of its month; the entry is one of today then. */
      lateReason: note.default(''),
    }),
    output: z.object({ receiptId: z.uuid(), openYen: z.int() }),
    allow: keepingBooks,
    movesMoney: true,
    refusals: ['more-than-open', 'date-ahead', 'before-invoice', 'period-closed'],
    refusedAt: { 'more-than-open': 'amountYen', 'date-ahead': 'receivedOn', 'before-invoice': 'receivedOn', 'period-closed': 'receivedOn' },
  }),
  'record-cost': write({
    input: z.strictObject({
      paidOn: day,
      amountYen: yenAmount,
      taxYen: z.int().min(0).max(999_999_999).default(0),
      /** 0 where no consumption tax is on it; null leaves the rate open, and then the tax may not exceed the highest. */
      taxRatePercent: z.int().min(0).max(100).nullable().default(null),
      description: reason,
      kind: z.enum(costKinds).default('other'),
      supplier: z.string().trim().max(200).default(''),
      orderId: z.uuid().nullable().default(null),
      municipalityId: z.uuid().nullable().default(null),
      receiptFileId: z.uuid().nullable().default(null),
      /** Why it comes after the close of its month; the entry is one of today then. */
      lateReason: note.default(''),
    }),
    /** `similarCount`: costs of the same day and amount that are there already and not taken back. */
    output: z.object({ costId: z.uuid(), entryOn: z.string(), similarCount: z.int() }),
    allow: keepingBooks,
    movesMoney: true,
    refusals: [
      'unknown-municipality',
      'unknown-order',
      'date-ahead',
      'before-programme',
      'period-closed',
      'rate-unknown',
      'tax-above-rate',
      'files-missing',
    ],
    refusedAt: {
      'unknown-municipality': 'municipalityId',
      'unknown-order': 'orderId',
      'date-ahead': 'paidOn',
      'before-programme': 'paidOn',
      'period-closed': 'paidOn',
      'rate-unknown': 'taxRatePercent',
      'tax-above-rate': 'taxYen',
      'files-missing': 'receiptFileId',
    },
  }),
  /** Takes a receipt or a cost back by a new entry; the first one stays. */
  'reverse-entry': write({
    input: z.strictObject({ entryId: z.uuid(), reason }),
    output: z.object({ entryId: z.uuid() }),
    allow: keepingBooks,
    movesMoney: true,
    refusals: ['not-reversible', 'already-reversed'],
  }),
  invoices: read({
    input: z.strictObject({
      ...paging,
      search: z.string().trim().max(100).default(''),
      state: z.enum(['all', 'open', 'overdue', 'paid']).default('all'),
      /** Finds the invoices with just this amount open, to match a receipt. */
      openYen: z.int().min(1).nullable().default(null),
    }),
    output: pageOf(invoice).extend({
      openTotalYen: z.int(),
      overdueCount: z.int(),
      missing: z.array(
        z.object({ deliveryId: z.uuid(), orderNumber: z.string(), clientName: z.string(), acceptedOn: z.string(), totalYen: z.int() }),
      ),
    }),
    allow: keepingBooks,
  }),
  invoice: read({
    input: z.strictObject({ invoiceId: z.uuid() }),
    output: invoice.extend({
      receipts: z.array(
        z.object({
          id: z.uuid(),
          entryId: z.uuid().nullable(),
          receivedOn: z.string(),
          amountYen: z.int(),
          deductedFeeYen: z.int(),
          isReversed: z.boolean(),
        }),
      ),
    }),
    allow: keepingBooks,
  }),
  'my-invoices': read({ input: z.strictObject({ ...paging }), output: pageOf(invoice), allow: receiving }),
  costs: read({
    input: z.strictObject({ ...paging, fiscalYear: z.int().min(2000).max(2100).nullable().default(null) }),
    output: pageOf(
      z.object({
        id: z.uuid(),
        entryId: z.uuid().nullable(),
        paidOn: z.string(),
        description: z.string(),
        municipalityName: z.string().nullable(),
        amountYen: z.int(),
        taxYen: z.int(),
        taxRatePercent: z.int().nullable(),
        kind: z.string(),
        supplier: z.string(),
        orderTitle: z.string().nullable(),
        receiptFileId: z.uuid().nullable(),
        lateReason: z.string(),
        /** Another one of the same day and amount stands beside it. */
        isSimilar: z.boolean(),
        isReversed: z.boolean(),
      }),
    ).extend({ totalYen: z.int(), municipalities: z.array(named), orders: z.array(named), lockedOn: z.string().nullable() }),
    allow: keepingBooks,
  }),
}
