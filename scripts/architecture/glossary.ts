import type { File } from './source.ts'

/** Every path in GLOSSARY.md exists, and the file of a row holds its terms in one of the usual spellings. */
export function glossaryViolations(files: File[]): string[] {
  const glossary = files.find(({ path }) => path === 'GLOSSARY.md')
  if (!glossary) return ['GLOSSARY.md: missing: 日本語 | English | file']
  const paths = files.map(({ path }) => path)
  const named = [...glossary.text.matchAll(/(?:src|db|docs|test|scripts|bin|bench)\/[\w./-]+/g)].map(([path]) => path.replace(/[./]+$/, ''))
  const gone = new Set(named.filter((name) => !paths.some((path) => path === name || path.startsWith(`${name}/`))))
  return [
    ...[...gone].map((name) => `GLOSSARY.md: path ${name}: there is no such file`),
    ...glossary.text.split('\n').flatMap((row) => silentTerms(row, files)),
  ]
}

/** Terms of a row `日本語 | English | file` that the file does not hold. */
function silentTerms(row: string, files: File[]): string[] {
  const [, english, place] = row
    .replace(/^\|/, '')
    .split('|')
    .map((cell) => cell.trim())
  const path = place?.match(/^`?([\w./-]+)`?$/)?.[1]
  const file = files.find((each) => each.path === path)
  if (!english || !file) return []
  const words = ` ${wordsOf(file.text)} `
  return termsOf(english)
    .filter((term) => ![term, `${term}s`, `${term}es`].some((spelling) => words.includes(` ${spelling} `)))
    .map(
      (term) => `GLOSSARY.md: ${term}: ${file.path} does not hold it; name the file that decides what it means, or the word that it uses`,
    )
}

/** `purchase statement / payment notice` are two terms; what stands in brackets explains. */
const termsOf = (english: string): string[] =>
  english
    .replaceAll(/\([^)]*\)/g, '')
    .split(/[,/]| and /)
    .map(wordsOf)
    .filter((term) => term !== '')

/** `payDate`, `PayDate`, `pay_date` and `pay-date` are all `pay date`. */
const wordsOf = (text: string): string =>
  text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
