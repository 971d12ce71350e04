import { expect, it } from 'vitest'
import { faultsOfOperator } from './operator-account.ts'

const account = {
  requesterCode: '1234567890',
  requesterKana: 'ザイ）サンプルシンコウコウシャ',
  bankCode: '0143',
  bankName: '八十二長野',
  branchCode: '433',
  branchName: '塩尻',
  accountType: 'ordinary' as const,
  accountNumber: '7654321',
}

it('運営団体の口座と登録番号は、振込データと請求書に使えるものだけを受け付ける', () => {
  expect(faultsOfOperator({ operatorInvoiceNumber: 'T7000012050002', bankAccount: account })).toEqual([])
  expect(faultsOfOperator({ operatorInvoiceNumber: null, bankAccount: null })).toEqual([])
  expect(
    faultsOfOperator({
      operatorInvoiceNumber: 'T1234567890123',
      bankAccount: { ...account, requesterKana: '財団法人', bankCode: '9999', accountType: 'savings' },
    }),
  ).toEqual([
    { path: 'operatorInvoiceNumber', code: 'invoice-number-digit' },
    { path: 'bankAccount.requesterKana', code: 'bank-kana' },
    { path: 'bankAccount.bankCode', code: 'unknown-bank' },
    { path: 'bankAccount.accountType', code: 'bank-field' },
  ])
  expect(faultsOfOperator({ operatorInvoiceNumber: null, bankAccount: { ...account, branchCode: '999' } })).toEqual([
    { path: 'bankAccount.branchCode', code: 'unknown-branch' },
  ])
})
