/** Kinds of account in a Zengin data record (預金種目): 1, 2, 4 and 9. */
export type AccountType = 'ordinary' | 'current' | 'savings' | 'other'

export const accountTypes: readonly AccountType[] = ['ordinary', 'current', 'savings', 'other']

export const accountTypeDigits: Readonly<Record<AccountType, string>> = { ordinary: '1', current: '2', savings: '4', other: '9' }

/** Four digits with leading zeros (統一金融機関コード). */
export function isBankCode(text: string): boolean {
  return /^[0-9]{4}$/.test(text) && text !== '0000'
}

/** Three digits with leading zeros. */
export function isBranchCode(text: string): boolean {
  return /^[0-9]{3}$/.test(text)
}

/** One to seven digits; a file pads it on the left with zeros. */
export function isAccountNumber(text: string): boolean {
  return /^[0-9]{1,7}$/.test(text) && !/^0+$/.test(text)
}

/** What a transfer to an account of the post bank needs. */
type PostBankAccount = { readonly branchCode: string; readonly accountType: AccountType; readonly accountNumber: string }

/**
 * Transfer account of a ゆうちょ passbook. `1abc0-番号` (ordinary): branch `ab8`, the number without its last digit.
 * `0abcd-e番号` (transfer account): branch `ab9`, the number as it stands. Null when symbol and number fit neither.
 */
export function postBankAccount(symbol: string, number: string): PostBankAccount | null {
  if (/^1[0-9]{3}0$/.test(symbol) && /^[0-9]{2,8}$/.test(number)) {
    if (!number.endsWith('1')) return null
    return { branchCode: `${symbol.slice(1, 3)}8`, accountType: 'ordinary', accountNumber: number.slice(0, -1).padStart(7, '0') }
  }
  if (/^0[0-9]{4}$/.test(symbol) && /^[0-9]{1,6}$/.test(number)) {
    return { branchCode: `${symbol.slice(1, 3)}9`, accountType: 'current', accountNumber: number.padStart(7, '0') }
  }
  return null
}
