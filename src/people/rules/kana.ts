/** Hiragana, half-width and full-width kana as one: katakana in full width, single spaces. Other letters stay. */
export function toKatakana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u3041-\u3096]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
    .replace(/\s+/g, ' ')
    .trim()
}

/** Katakana with the long mark, the middle dot and spaces: how a name is read. */
export const isNameKana = (text: string): boolean => /^[\u30a1-\u30f6ー・ ]+$/.test(toKatakana(text))
