import { expect, test } from 'vitest'
import { toZenginKana } from './account-holder-kana.ts'
import { bankDirectory, bankKana } from './bank-directory.ts'

test('銀行と支店の有無', () => {
  expect(bankDirectory.bankName('0143')).toBe('八十二長野')
  expect(bankDirectory.branchName('0143', '433')).toBe('塩尻')
  expect(bankDirectory.branchName('9900', '118')).toBe('一一八')
  expect(bankDirectory.bankName('9999')).toBeNull()
  expect(bankDirectory.branchName('0143', '999')).toBeNull()
  expect(bankDirectory.bankName('constructor')).toBeNull()
  expect(bankDirectory.branchName('0143', '__proto__')).toBeNull()
})

test('表のカナは銀行名の欄に書ける半角になる', () => {
  const kana = bankKana('0143', '433')
  expect(kana).toEqual({ bank: 'ハチジユウニナガノ', branch: 'シオジリ' })
  expect(toZenginKana(kana?.bank ?? '', 'bank', 15)).toEqual({ ok: true, kana: 'ﾊﾁｼﾞﾕｳﾆﾅｶﾞﾉ' })
  expect(bankKana('0143', '999')).toBeNull()
})
