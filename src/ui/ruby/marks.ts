/**
 * Ruby in texts. A writer types `｜漢字《かんじ》`; what goes to the pages holds Unicode's own signs for it instead, which no
 * keyboard types, so that words of people with `《` in them stay as they are.
 */
const anchor = '\uFFF9'
const separator = '\uFFFA'
const terminator = '\uFFFB'
const typed = /｜([^｜《》]+)《([ぁ-ゖー]+)》/g
const set = new RegExp(`${anchor}([^${separator}]*)${separator}([^${terminator}]*)${terminator}`, 'g')

/** Sets what was typed as `｜漢字《かんじ》`. */
export const setRuby = (text: string): string => text.replace(typed, `${anchor}$1${separator}$2${terminator}`)

export const hasRuby = (text: string): boolean => text.includes(anchor)

/** What is heard: without readings, because a voice reads kanji itself and would say the word twice. */
export const withoutReadings = (text: string): string => (hasRuby(text) ? text.replace(set, '$1') : text)

/** What is seen where nothing can stand above the line: 漢字（かんじ）. */
export const withReadingsBehind = (text: string): string => (hasRuby(text) ? text.replace(set, '$1（$2）') : text)

/** What a search looks through: the word and its reading both find it. */
export const withReadingsBeside = (text: string): string => (hasRuby(text) ? `${withoutReadings(text)} ${withReadingsBehind(text)}` : text)

/** The parts of a text in their order; `reading` is null where there is none. */
export function rubyParts(text: string): { base: string; reading: string | null }[] {
  const parts: { base: string; reading: string | null }[] = []
  let end = 0
  for (const match of text.matchAll(set)) {
    if (match.index > end) parts.push({ base: text.slice(end, match.index), reading: null })
    parts.push({ base: match[1] ?? '', reading: match[2] ?? '' })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ base: text.slice(end), reading: null })
  return parts
}
