import { z } from 'zod'

/** The account that pays, as the bank file needs it (総合振込: 委託者コード, 振込依頼人名, 仕向口座). */
export const operatorAccountSchema = z.strictObject({
  requesterCode: z.string().regex(/^[0-9]{10}$/),
  requesterKana: z.string().trim().min(1).max(40),
  bankCode: z.string().regex(/^[0-9]{4}$/),
  bankName: z.string().trim().min(1).max(60),
  branchCode: z.string().regex(/^[0-9]{3}$/),
  branchName: z.string().trim().min(1).max(60),
  accountType: z.enum(['ordinary', 'current', 'savings', 'other']),
  accountNumber: z.string().regex(/^[0-9]{7}$/),
})

export type OperatorAccount = z.output<typeof operatorAccountSchema>
