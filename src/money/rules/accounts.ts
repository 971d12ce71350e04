/** Side on which an account grows: assets and expenses by debits, the others by credits. */
type AccountKind = 'asset' | 'liability' | 'equity' | 'income' | 'expense'

type Account = { readonly kind: AccountKind; readonly ja: string; readonly en: string }

/** The chart of accounts. A code is never given a new meaning; a new need is a new row. */
export const accounts = {
  bank: { kind: 'asset', ja: '普通預金', en: 'Bank' },
  'accounts-receivable': { kind: 'asset', ja: '売掛金', en: 'Accounts receivable' },
  'grant-receivable': { kind: 'asset', ja: '未収補助金', en: 'Grants receivable' },
  'input-tax': { kind: 'asset', ja: '仮払消費税等', en: 'Input consumption tax' },
  'accounts-payable': { kind: 'liability', ja: '未払金', en: 'Accounts payable' },
  'withholding-payable': { kind: 'liability', ja: '預り金（源泉所得税）', en: 'Withheld income tax' },
  'output-tax': { kind: 'liability', ja: '仮受消費税等', en: 'Output consumption tax' },
  'net-assets': { kind: 'equity', ja: '正味財産', en: 'Net assets' },
  'client-sales': { kind: 'income', ja: '受託収入', en: 'Sales to clients' },
  'grant-income': { kind: 'income', ja: '補助金収入', en: 'Grant income' },
  'programme-income': { kind: 'income', ja: '委託料・負担金収入', en: 'Programme fees from municipalities' },
  outsourcing: { kind: 'expense', ja: '外注費', en: 'Outsourcing to workers' },
  'operating-cost': { kind: 'expense', ja: '運用経費', en: 'Operating cost' },
  'bank-fee': { kind: 'expense', ja: '支払手数料', en: 'Bank fees' },
  'non-creditable-tax': { kind: 'expense', ja: '控除対象外消費税等', en: 'Consumption tax without credit' },
} as const satisfies Readonly<Record<string, Account>>

export type AccountCode = keyof typeof accounts

export function isAccountCode(value: unknown): value is AccountCode {
  return typeof value === 'string' && Object.hasOwn(accounts, value)
}

export function accountName(code: AccountCode, language: 'ja' | 'en'): string {
  return accounts[code][language]
}

/** True for accounts whose balance is debits minus credits. */
export function growsByDebit(code: AccountCode): boolean {
  const { kind } = accounts[code]
  return kind === 'asset' || kind === 'expense'
}
