import { type Language, useLanguage } from './language.ts'

/** A tree of words: the leaves are strings, lists of strings, or functions that make one. */
type Leaf = string | readonly string[] | ((...args: never[]) => string)
type MessageTree = { readonly [key: string]: Leaf | MessageTree }

/** Words in やさしい日本語: any part may be missing, the Japanese stands in for it. A list is said whole, with as many sentences as it needs. */
export type Easy<Messages> = {
  readonly [Key in keyof Messages]?: Messages[Key] extends string
    ? string
    : Messages[Key] extends readonly string[]
      ? readonly string[]
      : Messages[Key] extends (...args: never[]) => string
        ? Messages[Key]
        : Easy<Messages[Key]>
}

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
    if (value !== undefined) merged[key] = isTree(value) && isTree(below) ? overlay(below, value) : value
  }
  return merged
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
