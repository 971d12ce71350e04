import { useSyncExternalStore } from 'react'

/** The three languages of every screen; `easy` is やさしい日本語. */
export type Language = 'ja' | 'en' | 'easy'

export const languages: readonly Language[] = ['ja', 'en', 'easy']

const listeners = new Set<() => void>()
let current: Language = 'ja'

export function isLanguage(value: unknown): value is Language {
  return value === 'ja' || value === 'en' || value === 'easy'
}

/** Changes the language of every screen at once. */
export function setLanguage(language: Language): void {
  current = language
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function currentLanguage(): Language {
  return current
}

/** The language the reader chose; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage)
}

/** The language in which dates, yen and minutes are written. */
export function formatLanguage(language: Language): 'ja' | 'en' {
  return language === 'en' ? 'en' : 'ja'
}
