import { expect, test } from 'vitest'
import { isAccountNumber, isBankCode, isBranchCode, postBankAccount } from './bank-account.ts'

test('番号の桁', () => {
  expect(['0143', '9900'].every(isBankCode)).toBe(true)
  expect(['143', '01430', '０１４３', '0000', '01a3', '0143\n'].some(isBankCode)).toBe(false)
  expect(isBranchCode('433')).toBe(true)
  expect(['43', '4333', '４３３'].some(isBranchCode)).toBe(false)
  expect(['1', '1234567'].every(isAccountNumber)).toBe(true)
  expect(['', '12345678', '123-456', '0000000', '１２３'].some(isAccountNumber)).toBe(false)
})

test('ゆうちょの記号番号から振込用の店番と口座番号を出す', () => {
  expect(postBankAccount('11180', '76543211')).toEqual({ branchCode: '118', accountType: 'ordinary', accountNumber: '7654321' })
  expect(postBankAccount('11180', '1231')).toEqual({ branchCode: '118', accountType: 'ordinary', accountNumber: '0000123' })
  expect(postBankAccount('01234', '56789')).toEqual({ branchCode: '129', accountType: 'current', accountNumber: '0056789' })
})

test('記号番号の形が合わなければ作らない', () => {
  expect(postBankAccount('11185', '76543211')).toBeNull()
  expect(postBankAccount('11180', '765432100')).toBeNull()
  expect(postBankAccount('11180', '76543212')).toBeNull()
  expect(postBankAccount('21180', '1')).toBeNull()
})
