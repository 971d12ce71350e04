import { bankTable } from './bank-directory.ts'
import { toKatakana } from './kana.ts'

interface BankEntry {
  code: string
  name: string
}
type Listed = BankEntry & { kana: string; roma: string }

const most = 20

// The table names kinds of banks as the bank file does; passbooks, shop signs and people write them out.
const kinds: readonly [written: RegExp, listed: string][] = [
  [/信用農業協同組合連合会/g, '信連'],
  [/信用漁業協同組合連合会/g, '信漁連'],
  [/農業協同組合/g, '農協'],
  [/漁業協同組合/g, '漁協'],
  [/信用協同組合|信用組合/g, '信組'],
  [/信用金庫/g, '信金'],
  [/労働金庫/g, '労金'],
  [/(農林|商工)(?:組合)?中央金庫/g, '$1中金'],
  [/シンヨウキンコ/g, 'シンキン'],
  [/シンヨウクミアイ/g, 'シンクミ'],
  [/ロウドウキンコ/g, 'ロウキン'],
  [/ノウギヨウキヨウドウクミアイ/g, 'ノウキヨウ'],
  [/^(?:郵貯|郵便局|ユウビンキヨク)/g, 'ユウチヨ'],
]
const endings = /(?:銀行|ギンコウ|BANK|支店|シテン|出張所|シユツチヨウジヨ)$/
const agricultural = /^JA(?:バンク)?/

/**
 * Names, kana and what people type made alike: full width and small kana, dashes, spaces and dots, the ヶ between kanji. The table
 * writes large kana and a minus for the long mark.
 */
function plain(text: string): string {
  const alike = toKatakana(text)
    .toUpperCase()
    .replace(/[ァィゥェォッャュョヮ]/g, (letter) => 'アイウエオツヤユヨワ'['ァィゥェォッャュョヮ'.indexOf(letter)] ?? letter)
    .replace(/[ー−－‐-―-]/g, '-')
    .replace(/(?<=\p{Script=Han})[ヶケガ](?=\p{Script=Han})/gu, '')
    .replace(/[\s・.．,、]|株式会社/g, '')
  return kinds.reduce((name, [written, listed]) => name.replace(written, listed), alike)
}

/** How well an entry answers: 0 is what was typed, 1 begins so, 2 holds it, null does not. */
function fit(entry: Listed, wanted: string): number | null {
  const names = [plain(entry.name), plain(entry.kana), entry.roma.toUpperCase()]
  if (entry.code === wanted || names.includes(wanted)) return 0
  if (entry.code.startsWith(wanted) || names.some((name) => name.startsWith(wanted))) return 1
  const [name = '', kana = ''] = names
  return name.includes(wanted) || (wanted.length > 2 && kana.includes(wanted)) ? 2 : null
}

function search(entries: readonly Listed[], text: string): BankEntry[] {
  const typed = plain(text)
  const wanted = typed.replace(endings, '') || typed
  if (wanted === '') return []
  const ranked = entries.flatMap((entry) => {
    const rank = fit(entry, wanted)
    return rank === null ? [] : [{ code: entry.code, name: entry.name, rank }]
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ code, name }) => ({ code, name }))
}

/** Banks by code, by name as passbooks print it or people shorten it, or by kana; at most 20, the best first. */
export function searchBanks(text: string): BankEntry[] {
  const banks = Object.values(bankTable())
  const typed = plain(text)
  if (!agricultural.test(typed)) return search(banks, text)
  // JA is no part of any name in the table.
  return search(
    banks.filter(({ name }) => /農協|信連/.test(name)),
    typed.replace(agricultural, '') || '農協',
  )
}

/** The same for the branches of a bank; none for an unknown bank. */
export function searchBranches(bankCode: string, text: string): BankEntry[] {
  const banks = bankTable()
  const bank = Object.hasOwn(banks, bankCode) ? banks[bankCode] : undefined
  return bank ? search(Object.values(bank.branches), text) : []
}
