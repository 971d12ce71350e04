/**
 * Kana for the bank file of the Zengin format (全銀協 レコード・フォーマット 付録1 使用文字一覧): half-width capitals, one byte for
 * each character. Kanji are refused and never guessed, because a wrong reading sends the money back.
 */

/** Which symbols a field allows: account and requester names, bank and branch names, or EDI information. */
export type ZenginField = 'name' | 'bank' | 'edi'

/** `wo`: ヲ is refused by many banks, ask the person. `mark`: ﾞ or ﾟ after a letter that cannot carry it. */
export type KanaFault =
  | { readonly code: 'empty' }
  | { readonly code: 'kanji' | 'wo' | 'mark' | 'symbol'; readonly character: string }
  | { readonly code: 'too-long'; readonly length: number; readonly limit: number }

export type KanaResult = { readonly ok: true; readonly kana: string } | { readonly ok: false; readonly faults: readonly KanaFault[] }

/** Bytes of the 受取人名 field of a data record. */
const accountHolderLimit = 30

const fullWidth = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const halfWidth = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ'
const small = 'ァィゥェォッャュョヮヵヶ'
const large = 'アイウエオツヤユヨワカケ'
const voicedMark = '\u3099'
const halfVoicedMark = '\u309a'

const halfOfFull: ReadonlyMap<string, string> = new Map([...fullWidth].map((letter, index) => [letter, halfWidth[index] ?? '']))
const largeOfSmall: ReadonlyMap<string, string> = new Map([...small].map((letter, index) => [letter, large[index] ?? '']))
const voiced = new Set('ウカキクケコサシスセソタチツテトハヒフヘホ')
const halfVoiced = new Set('ハヒフヘホ')
const dashes = /[-\u2010-\u2015\u2212\u2500\u30fc]/g

const symbols: Readonly<Record<ZenginField, ReadonlySet<string>>> = {
  name: new Set('()-.'),
  bank: new Set('-.'),
  edi: new Set('\\｢｣()-/.'),
}

/**
 * Turns kana as a person types them into the half-width form of a field.
 * Every refused character is named once; a text longer than `limit` bytes is refused and never cut.
 */
export function toZenginKana(text: string, field: ZenginField, limit: number): KanaResult {
  const letters = [...normalise(text)]
  const faults: KanaFault[] = letters.length === 0 ? [{ code: 'empty' }] : []
  let kana = ''
  let base = ''
  for (const letter of letters) {
    const half = halfWidthOf(letter, base, field)
    if (half.length === 1) kana += half
    else faults.push({ code: faultCodeOf(letter), character: visible(letter) })
    base = letter
  }
  if (kana.length > limit) faults.push({ code: 'too-long', length: kana.length, limit })
  return faults.length === 0 ? { ok: true, kana } : { ok: false, faults: distinct(faults) }
}

/** The account holder's kana as the passbook prints it, at most 30 bytes. */
export function toAccountHolderKana(text: string): KanaResult {
  return toZenginKana(text, 'name', accountHolderLimit)
}

/** Whether an account's holder bears the name of a person: the same words in any order, or run together. */
export function holds(nameKana: string, holderKana: string): boolean {
  const [name, holder] = [nameKana, holderKana].map((text) => {
    const result = toAccountHolderKana(text)
    return result.ok ? result.kana.split(' ') : []
  })
  if (!name?.length || !holder?.length) return false
  return name.join('') === holder.join('') || name.toSorted().join(' ') === holder.toSorted().join(' ')
}

function normalise(text: string): string {
  return (
    text
      // The spacing marks would become a space with a mark under NFKC, so they are attached to their letter before.
      .replace(/[\u309b\uff9e]/g, voicedMark)
      .replace(/[\u309c\uff9f]/g, halfVoicedMark)
      .normalize('NFKC')
      .trim()
      .replace(/ +/g, ' ')
      .replace(/[\u3041-\u3096]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60))
      .toUpperCase()
      .replace(dashes, '-')
      .replaceAll('・', '.')
      .replaceAll('¥', '\\')
      .replaceAll('「', '｢')
      .replaceAll('」', '｣')
      .replace(/[ァィゥェォッャュョヮヵヶ]/g, (letter) => largeOfSmall.get(letter) ?? letter)
      .replaceAll('ヰ', 'イ')
      .replaceAll('ヱ', 'エ')
      .normalize('NFD')
  )
}

/** One half-width character, or the empty string when the field cannot carry the letter. */
function halfWidthOf(letter: string, before: string, field: ZenginField): string {
  if (letter === voicedMark) return voiced.has(before) ? 'ﾞ' : ''
  if (letter === halfVoicedMark) return halfVoiced.has(before) ? 'ﾟ' : ''
  if (/^[A-Z0-9 ]$/.test(letter) || symbols[field].has(letter)) return letter
  if (letter === 'ヲ' && field !== 'edi') return ''
  return halfOfFull.get(letter) ?? ''
}

function faultCodeOf(letter: string): 'kanji' | 'wo' | 'mark' | 'symbol' {
  if (letter === 'ヲ') return 'wo'
  if (letter === voicedMark || letter === halfVoicedMark) return 'mark'
  return /\p{Script=Han}/u.test(letter) ? 'kanji' : 'symbol'
}

function visible(letter: string): string {
  if (letter === voicedMark) return '゛'
  return letter === halfVoicedMark ? '゜' : letter
}

function distinct(faults: readonly KanaFault[]): readonly KanaFault[] {
  const seen = new Map(faults.map((fault) => [JSON.stringify(fault), fault]))
  return [...seen.values()]
}
