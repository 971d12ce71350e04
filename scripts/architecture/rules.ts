import { posix } from 'node:path'
import { isRole } from '../../src/programme/rules/roles.ts'
import { mayImport, placeOf, type Role } from './places.ts'
import { mayEnter, roomViolation } from './rooms.ts'
import type { File, Source } from './source.ts'

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
const longest = 400
const widest = 160
export const long = 300
/** The bytes of a released template never change again. */
const releasedTemplate = /\/documents\/.*\/v\d[^/]*\.ts$/
const bannedNames = /(^|\/)(utils?|helpers?|common|shared|misc|services?|lib)(\.[a-z]+|\/)/
const fileName = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|generated|ja|en|easy|d))*\.[a-z0-9]+$/

/** Rules for a path alone, whatever the file holds. */
export function pathViolations({ path, text }: File): string[] {
  const found: string[] = []
  const name = posix.basename(path)
  if (!fileName.test(name)) found.push('file name: write it in lower case with hyphens')
  if (bannedNames.test(path)) found.push('file name: say what it holds; utils, helpers, common and services say nothing')
  if (path.startsWith('src/')) {
    const place = placeOf(path)
    const homeless = typeof place === 'string' ? place : roomViolation(path)
    if (homeless !== null) found.push(homeless)
  }
  const lines = lineCount(text)
  if (/\.(tsx?|css)$/.test(path) && !path.includes('.generated.') && lines > longest)
    found.push(`length: ${lines} lines, split it below ${long}`)
  const isBound = /\.tsx?$/.test(path) && !path.includes('.generated.') && !releasedTemplate.test(path)
  const wide = isBound ? text.split('\n').findIndex((line) => line.length > widest) : -1
  if (wide >= 0) found.push(`width: line ${wide + 1} has more than ${widest} characters, break it`)
  return found
}

export const lineCount = (text: string) => text.split('\n').length - 1

/** Rules for a TypeScript source. `paths` are all files there are. */
export function sourceViolations(source: Source, paths: ReadonlySet<string>): string[] {
  const found = [...importViolations(source, paths), ...languageViolations(source)]
  const place = source.path.startsWith('src/') ? placeOf(source.path) : 'outside'
  if (typeof place === 'string' || place.isTest) return found
  found.push(...roleViolations(source))
  if (place.role !== null && place.role !== 'store') found.push(...sqlViolations(source))
  if (place.role === 'store') found.push(...clockViolations(source))
  if (place.role !== null && isPure(place.role)) found.push(...purityViolations(source))
  if (place.role === 'actions' && !paths.has(source.path.replace(/\.ts$/, '.test.ts'))) {
    found.push('action without a test: write one beside it')
  }
  return found
}

const isPure = (role: Role) => role === 'rules' || role === 'contract' || role === 'messages'

function importViolations(source: Source, paths: ReadonlySet<string>): string[] {
  const from = source.path.startsWith('src/') ? placeOf(source.path) : null
  const found: string[] = []
  for (const { specifier, isType } of source.imports) {
    if (!specifier.startsWith('.')) continue
    const target = posix.join(posix.dirname(source.path), specifier.replace(/\?.*$/, ''))
    if (!/\.[a-z0-9]+$/.test(specifier)) found.push(`import ${specifier}: end it with the file's extension`)
    else if (!paths.has(target)) found.push(`import ${specifier}: there is no such file`)
    if (from === null || typeof from === 'string') continue
    if (!target.startsWith('src/')) {
      if (!from.isTest && /^(test|scripts|bench)\//.test(target))
        found.push(`import ${specifier}: the product does not use ${target.split('/')[0]}`)
      continue
    }
    const to = placeOf(target)
    const remedy =
      typeof to === 'string' ? null : (mayImport(from, to, target, isType) ?? (from.isTest ? null : mayEnter(source.path, target, isType)))
    if (remedy !== null) found.push(`import ${specifier}: ${remedy}`)
  }
  return found
}

/** Japanese is for people: in messages, documents, test names; labels of data may stand in other strings of `.ts`. */
function languageViolations(source: Source): string[] {
  if (/\.test\.tsx?$|\.spec\.ts$/.test(source.path)) return []
  const found: string[] = []
  const name = source.names.find((text) => japanese.test(text))
  if (name !== undefined && !/\/(messages|documents)[./]/.test(source.path)) found.push(`Japanese name ${name}: names and keys are English`)
  const text = source.path.endsWith('.tsx') ? source.texts.find((value) => japanese.test(value)) : undefined
  if (text !== undefined) found.push(`Japanese text ${text.trim().slice(0, 20)}: put it into the messages`)
  return found
}

const queries = /(^|\.)(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|selectNoFrom)$|^sql$|^sql\./

function sqlViolations(source: Source): string[] {
  const query = source.calls.find(({ name }) => queries.test(name))
  const driver = source.imports.find(({ specifier, isType }) => !isType && /^(pg|kysely)$/.test(specifier))
  return query || driver ? [`SQL (${query?.name.slice(-30) ?? driver?.specifier}): all SQL of an area is in its store`] : []
}

/** A reader and its test say what time it is; the database's own clock would answer otherwise. */
function clockViolations({ texts }: Source): string[] {
  const text = texts.find((each) => /\b(now\(\)|current_(date|timestamp))/i.test(each))
  return text === undefined ? [] : ['clock of the database: pass `now` or `today` of the context']
}

const onlyRoles = (words: readonly string[]): boolean => words.length > 0 && words.every(isRole)

/** Who may is asked of a contract: pages know no role by name, and each area names its lists of roles in one file. */
function roleViolations({ path, compared, lists, tables }: Source): string[] {
  const found: string[] = []
  const named = /^src\/([a-z]+\/web|ui)\//.test(path) ? [...compared.filter(isRole), ...lists.filter(onlyRoles).flat()][0] : undefined
  if (named !== undefined) found.push(`role ${named}: a page asks the contract what it may: useMay(contract['cancel-order'])`)
  const table = path.endsWith('/rules/who-may.ts') ? undefined : tables.find(onlyRoles)
  if (table !== undefined) found.push(`list of who may (${table.join(', ')}): name it in rules/who-may.ts of its area`)
  return found
}

const clockOrDice = /^(Date\.now|Math\.random|performance\.now|fetch|crypto\.randomUUID|randomUUID|randomBytes|setTimeout|setInterval)$/
const outside = /^node:(fs|http|https|net|child_process|os|dns|timers)/

function purityViolations(source: Source): string[] {
  const call = source.calls.find(({ name, count }) => clockOrDice.test(name) || (name === 'new Date' && count === 0))
  const module = source.imports.find(({ specifier, isType }) => !isType && outside.test(specifier))
  return call || module ? [`not pure (${call?.name ?? module?.specifier}): time, chance and the outside come in as arguments`] : []
}
