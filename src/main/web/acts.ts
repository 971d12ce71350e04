import { setActWords } from '../../ui/acts.ts'

type Part = { area: string; acts: Readonly<Record<string, string>> }

const mapOf = (parts: Record<string, Part>): ReadonlyMap<string, string> =>
  new Map(
    Object.values(parts).flatMap(({ area, acts }) => Object.entries(acts).map(([name, words]) => [`${area}.${name}`, words] as const)),
  )

/** What people do, by the name that the log knows: every area brings its words. */
export const actWords = {
  ja: mapOf(import.meta.glob<Part>(['../../*/messages.ja/acts.ts', './acts.ja.ts'], { eager: true })),
  en: mapOf(import.meta.glob<Part>(['../../*/messages.en/acts.ts', './acts.en.ts'], { eager: true })),
}
setActWords(actWords)
