import type { ActWords } from '../../ui/acts.ts'

type Words = Readonly<Record<string, string>>
type Part = { area: string; acts: Words; fields?: Words; choices?: Readonly<Record<string, Words>>; things?: Words }

function wordsOf(found: Record<string, Part>): ActWords {
  const parts = Object.values(found)
  const named = (words: (part: Part) => Words | undefined) =>
    new Map(parts.flatMap((part) => Object.entries(words(part) ?? {}).map(([name, text]) => [`${part.area}.${name}`, text] as const)))
  const chosen = (fields: Part['choices'] = {}): Words =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([field, words]) => Object.entries(words).map(([value, text]) => [`${field}.${value}`, text])),
    )
  return {
    acts: named(({ acts }) => acts),
    fields: named(({ fields }) => fields),
    choices: named(({ choices }) => chosen(choices)),
    things: new Map(parts.flatMap(({ things = {} }) => Object.entries(things))),
  }
}

/** What people do and what the log says of it, by the names that the log knows: every area brings its words. */
export const actWords = {
  ja: wordsOf(import.meta.glob<Part>(['../../*/messages.ja/acts.ts', './acts.ja.ts'], { eager: true })),
  en: wordsOf(import.meta.glob<Part>(['../../*/messages.en/acts.ts', './acts.en.ts'], { eager: true })),
}
