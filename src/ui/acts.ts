import { use } from 'react'
import { formatLanguage, useLanguage } from './language.ts'

type Language = 'ja' | 'en'

/** What the log knows by names of its own, in words. Every area brings its own; the shell sets them. */
export interface ActWords {
  /** What people do, like `orders.accept-offer`. */
  acts: ReadonlyMap<string, string>
  /** Fields of acts, like `orders.dueOn`; what several areas say alike is under `platform`. */
  fields: ReadonlyMap<string, string>
  /** Values that were chosen, like `people.to.active`. */
  choices: ReadonlyMap<string, string>
  /** Kinds of records, like `package`. */
  things: ReadonlyMap<string, string>
}

type AllActWords = Record<Language, ActWords>
let load: () => Promise<AllActWords>
let loading: Promise<AllActWords> | undefined

export function setActWords(words: typeof load): void {
  load = words
}

/** The words of the log in the reader's language, and the acts whose words hold a text. */
export function useActs() {
  const { acts, fields, choices, things } = use((loading ??= load()))[formatLanguage(useLanguage())]
  const plain = (text: string) => text.normalize('NFKC').toLowerCase()
  const areaOf = (act: string): string => act.split('.')[0] ?? ''
  return {
    nameOf: (act: string): string => acts.get(act) ?? act,
    fieldOf: (act: string, field: string): string => fields.get(`${areaOf(act)}.${field}`) ?? fields.get(`platform.${field}`) ?? field,
    choiceOf: (act: string, field: string, value: string): string => choices.get(`${areaOf(act)}.${field}.${value}`) ?? value,
    kindOf: (kind: string): string => things.get(kind) ?? kind,
    acting: (text: string): string[] =>
      text.trim() === '' ? [] : [...acts].flatMap(([act, name]) => (plain(name).includes(plain(text.trim())) ? [act] : [])),
  }
}
