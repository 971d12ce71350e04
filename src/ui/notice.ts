import type { NoticeKinds, NoticeWords } from '../platform/contract.ts'
import type { IconName } from './icon.tsx'
import type { Language } from './language.ts'
import { setRuby } from './ruby/marks.ts'

/** How one kind of news is shown. */
export type NoticeLook = {
  icon: IconName
  /** The sentence, or null when the facts are not those that the kind has now. */
  text: (language: Language, facts: unknown) => string | null
}

/** The news of an area by kind: `export const notices = defineNotices(kinds, { ja, en, easy }, icons)` in `web/notices.ts`. */
export function defineNotices<K extends NoticeKinds>(
  kinds: K,
  words: { ja: NoticeWords<K>; en: NoticeWords<K>; easy: Partial<NoticeWords<K>> },
  icons: { readonly [N in keyof K]: IconName },
): ReadonlyMap<string, NoticeLook> {
  const names = Object.keys(kinds) as (keyof K & string)[]
  return new Map(
    names.flatMap((name) => {
      const kind = kinds[name]
      if (!kind) return []
      const text: NoticeLook['text'] = (language, facts) => {
        const parsed = kind.facts.safeParse(facts)
        const sentence = (language === 'easy' ? words.easy[name] : undefined) ?? words[language === 'en' ? 'en' : 'ja'][name]
        // The schema of this kind has just accepted the facts of its sentence.
        return parsed.success ? setRuby(sentence(parsed.data as Parameters<typeof sentence>[0])) : null
      }
      return [[kind.kind, { icon: icons[name], text }]]
    }),
  )
}
