import { posix } from 'node:path'
import { areaOrder } from '../../src/main/area-order.ts'
import { migrationViolations } from './migrations.ts'
import { glossaryViolations } from './glossary.ts'
import type { File, Source } from './source.ts'

/** Rules that look at several files at once; each answer is a whole line. */
export function wholeViolations(files: File[], sources: Source[]): string[] {
  return [
    ...migrationViolations(files),
    ...messageViolations(files),
    ...refusalViolations(sources),
    ...whoMayViolations(files),
    ...glossaryViolations(files),
    ...areaMapViolations(files),
    ...linkViolations(files),
    ...circleViolations(sources),
  ]
}

const languages = ['ja', 'en', 'easy']

/** An area that people see says the same in three languages, each in a folder that begins with `index.ts`. */
function messageViolations(files: File[]): string[] {
  const paths = new Set(files.map(({ path }) => path))
  const seen = areaOrder.filter((area) => paths.has(`src/${area}/web/pages.tsx`))
  return seen
    .flatMap((area) => languages.map((language) => `src/${area}/messages.${language}/index.ts`))
    .filter((path) => !paths.has(path))
    .map((path) => `${path}: missing: the area has pages, so it has words in ${languages.join(', ')}`)
}

/** Every code with which a contract refuses has a sentence, in Japanese and in English. */
function refusalViolations(sources: Source[]): string[] {
  const found: string[] = []
  for (const contract of sources.filter(({ path }) => /^src\/[a-z]+\/contract[./]/.test(path) && !path.includes('.test.'))) {
    const area = contract.path.split('/')[1] ?? ''
    for (const language of ['ja', 'en']) {
      const messages = sources.filter(({ path }) => path.startsWith(`src/${area}/messages.${language}/`))
      const known = new Set(messages.flatMap(({ refusals }) => refusals.keys))
      const silent = [...new Set(contract.refusals.strings)].filter((code) => !known.has(code))
      if (silent.length > 0)
        found.push(
          `${contract.path}: refusals without words: give ${silent.join(', ')} a sentence under refusals in src/${area}/messages.${language}/`,
        )
    }
  }
  return found
}

/** A list of who may means the same wherever it is named, so no two areas name theirs alike. */
function whoMayViolations(files: File[]): string[] {
  const lists = files
    .filter(({ path }) => path.endsWith('/rules/who-may.ts'))
    .flatMap(({ path, text }) => [...text.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => ({ path, name })))
  return [...Map.groupBy(lists, ({ name }) => name)].flatMap(([name, [, ...others]]) =>
    others.map(({ path }) => `${path}: list ${name}: another area has one of this name: take that one, or say what differs`),
  )
}

/** Whatever a page links to inside the repository is there. */
function linkViolations(files: File[]): string[] {
  const paths = files.map(({ path }) => path)
  return files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap((page) => {
      const links = [...page.text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, link = '']) => posix.join(posix.dirname(page.path), link))
      const gone = links.filter((link) => !paths.some((path) => path === link || path.startsWith(`${link.replace(/\/$/, '')}/`)))
      return [...new Set(gone)].map((link) => `${page.path}: link ${link}: there is no such file`)
    })
}

/** The maps in ARCHITECTURE.md and in both READMEs show every folder of `src/`. */
function areaMapViolations(files: File[]): string[] {
  const maps = files.filter(({ path }) => path === 'ARCHITECTURE.md' || /^README(\.en)?\.md$/.test(path))
  if (!maps.some(({ path }) => path === 'ARCHITECTURE.md'))
    return ['ARCHITECTURE.md: missing: one page with the order, the roles and one feature read aloud']
  const folders = new Set(files.filter(({ path }) => path.startsWith('src/')).map(({ path }) => path.split('/')[1] ?? ''))
  return maps.flatMap(({ path, text }) =>
    [...folders].filter((folder) => !new RegExp(`src/${folder}\\b`).test(text)).map((folder) => `${path}: src/${folder}: say what it is`),
  )
}

/** Rules are read from above to below: none leads back to itself, not even by its types. One line for each way back. */
function circleViolations(sources: Source[]): string[] {
  const found: string[] = []
  const rules = new Map(sources.filter(({ path }) => /^src\/[a-z]+\/rules\//.test(path)).map((source) => [source.path, source]))
  const done = new Set<string>()
  const follow = (path: string, way: readonly string[]) => {
    const source = rules.get(path)
    if (source === undefined || done.has(path)) return
    if (way.includes(path)) {
      const names = [...way.slice(way.indexOf(path)), path].map((one) => posix.basename(one))
      found.push(`${path}: circle: ${names.join(' → ')}: move what both need into a file that knows neither`)
      return
    }
    for (const { specifier } of source.imports)
      if (specifier.startsWith('.')) follow(posix.join(posix.dirname(path), specifier), [...way, path])
    done.add(path)
  }
  for (const path of rules.keys()) follow(path, [])
  return found
}
