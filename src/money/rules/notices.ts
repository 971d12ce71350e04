import { z } from 'zod'
import { noticeKinds } from '../../platform/contract.ts'

/** What this area tells people under the bell. */
export const notices = noticeKinds('money', {
  'statement-issued': z.object({ payOn: z.string(), netYen: z.int() }),
  'statement-objected': z.object({ worker: z.string() }),
  'approval-waiting': z.object({ count: z.int(), totalYen: z.int(), valueOn: z.string() }),
  'books-reopened': z.object({ firstOn: z.string(), lastOn: z.string(), openUntil: z.string(), reason: z.string() }),
  paid: z.object({ amountYen: z.int(), paidOn: z.string() }),
  'transfer-returned': z.object({ worker: z.string(), amountYen: z.int() }),
  'account-to-check': z.object({ amountYen: z.int() }),
  'invoice-issued': z.object({ number: z.string(), totalYen: z.int(), dueOn: z.string() }),
})
