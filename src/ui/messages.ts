import { type Language, useLanguage } from './language.ts'
import { setRuby } from './ruby/marks.ts'
import type { Easy } from './ruby/written.ts'

/** A tree of words: the leaves are strings, lists of strings, or functions that make one. */
type Leaf = string | readonly string[] | ((...args: never[]) => string)
type MessageTree = { readonly [key: string]: Leaf | MessageTree }

/** Gives the words in the reader's language as a hook, and in a named one by `in`; what is not loaded yet is said in Japanese. */
export type UseMessages<Messages> = {
  (): Messages
  readonly in: (language: Language) => Messages
  readonly load: (language: Language) => Promise<Messages>
}

const loads: ((language: Language) => Promise<unknown>)[] = []

/** Fetches all that the product says in a language: nobody waits for words that they do not read. */
export async function loadLanguage(language: Language): Promise<void> {
  await Promise.all(loads.map((load) => load(language)))
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

/** Words in three languages. Japanese is always there, the others come when somebody reads them. */
type Words<Messages> = {
  ja: Messages
  en: () => Promise<NoInfer<Messages>>
  easy: () => Promise<NoInfer<Easy<Messages>>>
}

/**
 * Makes the hook of an area's words. English is complete by its type, やさしい日本語 falls back to Japanese leaf by leaf.
 * @param below words that stand there too unless the area says them otherwise
 */
export function defineMessages<Messages extends object, Below extends object = object>(
  words: Words<Messages>,
  below?: UseMessages<Below>,
): UseMessages<Omit<Below, keyof Messages> & Messages> {
  type All = Omit<Below, keyof Messages> & Messages
  const loaded: Partial<Record<Language, All>> = {}
  const keep = (language: Language, own: object): All => (loaded[language] = { ...below?.in(language), ...own } as All)
  const japanese = keep('ja', words.ja)
  const load = async (language: Language): Promise<All> => {
    await below?.load(language)
    if (language === 'en') return loaded.en ?? keep('en', await words.en())
    // The overlay keeps every leaf of `ja`, which the compiler cannot follow through the recursion.
    if (language === 'easy') return loaded.easy ?? keep('easy', overlay(words.ja as MessageTree, (await words.easy()) as MessageTree))
    return japanese
  }
  loads.push(load)
  const inLanguage = (language: Language) => loaded[language] ?? japanese
  return Object.assign(() => inLanguage(useLanguage()), { in: inLanguage, load })
}
