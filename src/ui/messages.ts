import { type Language, useLanguage } from './language.ts'
import { setRuby } from './ruby/marks.ts'
import type { Easy } from './ruby/written.ts'

/** A tree of words: the leaves are strings, lists of strings, or functions that make one. */
type Leaf = string | readonly string[] | ((...args: never[]) => string)
type MessageTree = { readonly [key: string]: Leaf | MessageTree }

/** Gives the words in the reader's language as a hook, and in a named one by `in`. */
export type UseMessages<Messages> = {
  (): Messages
  readonly in: (language: Language) => Messages
}

function isTree(value: unknown): value is MessageTree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function overlay(base: MessageTree, top: MessageTree): MessageTree {
  const merged: Record<string, MessageTree[string]> = { ...base }
  for (const [key, value] of Object.entries(top)) {
    const below = base[key]
    if (value !== undefined) merged[key] = isTree(value) && isTree(below) ? overlay(below, value) : readable(value)
  }
  return merged
}

/** With its ruby set, which a function does each time it makes a text. */
function readable(value: MessageTree[string]): MessageTree[string] {
  if (typeof value === 'string') return setRuby(value)
  if (typeof value === 'function') return (...args: never[]) => setRuby(value(...args))
  return isTree(value) ? overlay({}, value) : value.map(setRuby)
}

/**
 * Makes the hook of an area's words. English is complete by its type, やさしい日本語 falls back to Japanese leaf by leaf.
 * @param below words that stand there too unless the area says them otherwise
 */
export function defineMessages<Messages extends object, Below extends object = object>(
  words: { ja: Messages; en: NoInfer<Messages>; easy: NoInfer<Easy<Messages>> },
  below?: UseMessages<Below>,
): UseMessages<Omit<Below, keyof Messages> & Messages> {
  const above = (language: Language, own: object) => ({ ...below?.in(language), ...own }) as Omit<Below, keyof Messages> & Messages
  // The overlay keeps every leaf of `ja`, which the compiler cannot follow through the recursion.
  const easy = overlay(words.ja as MessageTree, words.easy as MessageTree)
  const byLanguage: Record<Language, Omit<Below, keyof Messages> & Messages> = {
    ja: above('ja', words.ja),
    en: above('en', words.en),
    easy: above('easy', easy),
  }
  const use = () => byLanguage[useLanguage()]
  return Object.assign(use, { in: (language: Language) => byLanguage[language] })
}
