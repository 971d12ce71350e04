import { z } from 'zod'
import { typedCode } from '../../platform/typed-text.ts'

/** The account that pays, as the bank file needs it (総合振込: 委託者コード, 振込依頼人名, 仕向口座). */
export const operatorAccountSchema = z.strictObject({
  requesterCode: typedCode(/^[0-9]{10}$/),
  requesterKana: z.string().trim().min(1).max(40),
  bankCode: typedCode(/^[0-9]{4}$/),
  bankName: z.string().trim().min(1).max(60),
  branchCode: typedCode(/^[0-9]{3}$/),
  branchName: z.string().trim().min(1).max(60),
  accountType: z.enum(['ordinary', 'current', 'savings', 'other']),
  accountNumber: typedCode(/^[0-9]{7}$/),
})

export type OperatorAccount = z.output<typeof operatorAccountSchema>
