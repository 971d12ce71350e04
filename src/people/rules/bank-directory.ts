import { createRequire } from 'node:module'
import type zenginCode from 'zengin-code'

const load = createRequire(import.meta.url)
/** The table of the `zengin-code` package: 20 MB in memory, so it is read when the first bank is asked for. */
export const bankTable = (): typeof zenginCode => load('zengin-code')

/** Which banks and branches exist. Banks open and close branches every month: the table is as new as its package. */
export type BankDirectory = {
  readonly bankName: (bankCode: string) => string | null
  readonly branchName: (bankCode: string, branchCode: string) => string | null
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null
}

/** The directory of the `zengin-code` package. */
export const bankDirectory: BankDirectory = {
  bankName: (bankCode) => own(bankTable(), bankCode)?.name ?? null,
  branchName: (bankCode, branchCode) => own(own(bankTable(), bankCode)?.branches ?? {}, branchCode)?.name ?? null,
}

/** Kana of a bank and a branch as the package writes them, for filling a form. */
export function bankKana(bankCode: string, branchCode: string): { readonly bank: string; readonly branch: string } | null {
  const bank = own(bankTable(), bankCode)
  const branch = bank && own(bank.branches, branchCode)
  return bank && branch ? { bank: bank.kana, branch: branch.kana } : null
}
