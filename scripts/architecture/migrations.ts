import { sha256Of } from '../../src/platform/db/migration/files.ts'
import { areas } from './places.ts'
import type { File } from './source.ts'

/** SHA-256 of every migration, as `sha256sum --check` reads it in that folder. What stands here is frozen. */
export const listFile = 'db/migrations.sha256'

/** By the name of the migration. */
export const parseList = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/^([0-9a-f]{64}) {2}migrations\/(.+)$/gm)].map(([, sha256 = '', name = '']) => [name, sha256]))

export const printList = (list: ReadonlyMap<string, string>): string =>
  [...list]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sha256]) => `${sha256}  migrations/${name}\n`)
    .join('')

/** Locks that stop people's writing or reading, the weaker first (PostgreSQL 18, section 13.3.1, "Table-Level Locks"). */
export const strongLocks = ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'] as const
export type StrongLock = (typeof strongLocks)[number]

/**
 * The strong locks that a migration says it takes on tables that were there before it, by table; a sentence where it does not say so.
 *
 *     -- Locks: none
 *     -- Locks: none, every table is new.
 *     -- Locks: money.entry ACCESS EXCLUSIVE for an instant, a column without a default.
 *     -- Locks: orders.assignment SHARE while its index is built, 1 s for 100,000 rows.
 */
export function parseLocks(sql: string): Map<string, StrongLock> | string {
  const locks = new Map<string, StrongLock>()
  const lines = [...sql.matchAll(/^-- Locks: (.*)$/gm)].map(([, line = '']) => line)
  if (lines.length === 0) return 'no line on locks: begin with -- Locks: none, or one line for each table'
  if (lines.length === 1 && /^none\b/.test(lines[0] ?? '')) return locks
  const modes = strongLocks.toSorted((a, b) => b.length - a.length).join('|')
  for (const line of lines) {
    const [, table = '', mode] = new RegExp(`^([a-z_]+\\.[a-z_]+) (${modes}) \\w.{4,}$`).exec(line) ?? []
    if (!mode) return `line on locks: write -- Locks: schema.table ${strongLocks.join(' | ')} and for how long`
    locks.set(table, mode as StrongLock)
  }
  return locks
}

/** Numbers without gaps, a line on locks, and never another text than the first. */
export function migrationViolations(files: File[]): string[] {
  const migrations = files.filter(({ path }) => path.startsWith('db/migrations/')).sort((a, b) => (a.path < b.path ? -1 : 1))
  const listed = files.find(({ path }) => path === listFile)
  const list = parseList(listed?.text ?? '')
  const names = migrations.map(({ path }) => path.slice('db/migrations/'.length))
  const gone = [...list.keys()].filter((name) => !names.includes(name))
  return [
    ...migrations.flatMap(({ path, text }, index) => {
      const name = names[index] ?? ''
      const number = String(index + 1).padStart(4, '0')
      if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name)) return [`${path}: migration name: write 0012_what_it_changes.sql`]
      if (!name.startsWith(`${number}_`)) return [`${path}: migration number: the next one is ${number}, without gaps or doubles`]
      const schema = /^create schema (\w+);/m.exec(text)?.[1]
      if (schema !== undefined && !areas.some((area) => area === schema)) return [`${path}: schema ${schema}: name it like its area`]
      const locks = parseLocks(text)
      return [
        ...(typeof locks === 'string' ? [`${path}: ${locks}`] : []),
        ...(!listed || list.get(name) === sha256Of(text) ? [] : [`${path}: ${list.has(name) ? frozen : unlisted}`]),
      ]
    }),
    ...gone.map((name) => `${listFile}: ${name} is gone: data folders were made with it, put it back`),
  ]
}

const frozen = `frozen: databases have it as it is listed in ${listFile}; write a new one (one that nobody else has yet: remove its line)`
const unlisted = `not listed in ${listFile}: run bin/kado-dev generate`
