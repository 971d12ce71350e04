import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { operatorAccountSchema } from '../rules/operator-account.ts'
import { findProgramme } from '../store/programme.ts'
import { changeOperator } from './change-operator.ts'

const bankAccount = {
  requesterCode: '1234567890',
  requesterKana: 'ｻﾞｲ)ﾃｽﾄ',
  bankCode: '0143',
  bankName: '八十二長野',
  branchCode: '433',
  branchName: '塩尻',
  accountType: 'ordinary' as const,
  accountNumber: '7654321',
}
const input = {
  operatorName: '運営団体',
  operatorKana: 'ウンエイダンタイ',
  operatorAddress: '所在地',
  operatorContact: 'contact@operator.example',
  operatorRepresentative: '代表',
  operatorInvoiceNumber: 'T7000012050002',
  bankAccount,
  payDay: 25,
  transferLeadDays: 2,
  reopeningDays: 3,
}

actionSuite(changeOperator, {
  namesNoRecord: true,
  arrange: async (world) => ({ actor: await world.person('administrator'), input }),
  check: async (world) => {
    const row = await world.inside((db) => findProgramme(db, world.programmeId))
    expect(row).toMatchObject({
      operatorName: '運営団体',
      operatorInvoiceNumber: 'T7000012050002',
      payDay: 25,
      transferLeadDays: 2,
      reopeningDays: 3,
    })
    expect(operatorAccountSchema.parse(row?.bankAccount)).toEqual(bankAccount)
  },
  refusals: {},
  invalid: [
    { input: { ...input, operatorInvoiceNumber: 'T0123' }, path: 'operatorInvoiceNumber' },
    { input: { ...input, bankAccount: { ...bankAccount, accountNumber: '12' } }, path: 'bankAccount.accountNumber' },
    { input: { ...input, payDay: 32 }, path: 'payDay' },
    { input: { ...input, transferLeadDays: 11 }, path: 'transferLeadDays' },
    { input: { ...input, reopeningDays: 0 }, path: 'reopeningDays' },
  ],
})
