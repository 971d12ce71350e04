import { bankTable } from './bank-directory.ts'
import { toKatakana } from './kana.ts'

interface BankEntry {
  code: string
  name: string
}

const most = 20
// The package writes large kana and a minus for the long mark; both are made alike before they are compared.
const plain = (text: string): string =>
  toKatakana(text)
    .toUpperCase()
    .replace(/[ァィゥェォッャュョヮ]/g, (letter) => 'アイウエオツヤユヨワ'['ァィゥェォッャュョヮ'.indexOf(letter)] ?? letter)
    .replace(/[ー−－-]/g, '-')

function search(entries: Readonly<Record<string, { code: string; name: string; kana: string }>>, text: string): BankEntry[] {
  const wanted = plain(text)
  if (wanted === '') return []
  const found = Object.values(entries).filter(
    (entry) => entry.code.startsWith(wanted) || entry.name.includes(text.trim()) || plain(entry.kana).startsWith(wanted),
  )
  return found.slice(0, most).map(({ code, name }) => ({ code, name }))
}

/** Banks whose code or kana begins so, or whose name contains it; at most 20. */
export const searchBanks = (text: string): BankEntry[] => search(bankTable(), text)

/** The same for the branches of a bank; none for an unknown bank. */
export function searchBranches(bankCode: string, text: string): BankEntry[] {
  const banks = bankTable()
  const bank = Object.hasOwn(banks, bankCode) ? banks[bankCode] : undefined
  return bank ? search(bank.branches, text) : []
}
