import { formatLanguage, useLanguage } from './language.ts'

type Language = 'ja' | 'en'

/** What people do, by the name that the log knows, like `orders.accept-offer`. Every area brings its words; the shell sets them. */
const known: Record<Language, ReadonlyMap<string, string>> = { ja: new Map(), en: new Map() }

export function setActWords(words: typeof known): void {
  Object.assign(known, words)
}

/** The name of an act in words, and the acts whose words hold a text. */
export function useActs(): { nameOf: (act: string) => string; acting: (text: string) => string[] } {
  const words = known[formatLanguage(useLanguage())]
  const plain = (text: string) => text.normalize('NFKC').toLowerCase()
  return {
    nameOf: (act) => words.get(act) ?? act,
    acting: (text) => [...words].flatMap(([act, name]) => (text.trim() !== '' && plain(name).includes(plain(text.trim())) ? [act] : [])),
  }
}
