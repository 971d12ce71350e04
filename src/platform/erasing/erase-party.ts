import { type RawBuilder, sql } from 'kysely'
import type { ActionContext } from '../context.ts'
import type { Db } from '../db/db.ts'
import { type Declared, declaredTables, type Party } from './personal-columns.ts'

/** What a reader sees where a text was: that there was one. */
const erased = '―'

/** Shorter than this a name is part of other words. */
const shortest = 2

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
// The borders of words that PostgreSQL knows are of no use here: to it, 「Tanakaさん」 is one word.
const latin = '[0-9A-Za-z\u00c0-\u024f]'
const isLatin = (letter: string | undefined): boolean => /^[\p{Script=Latin}\d]$/u.test(letter ?? '')

/** A regular expression of PostgreSQL that finds the names, with or without the space between their parts; null when there is none to find. */
export function patternOf(names: readonly string[]): string | null {
  const long = [...new Set(names.map((name) => name.trim()))].filter((name) => [...name.replaceAll(/\s/g, '')].length >= shortest)
  if (long.length === 0) return null
  const each = long.map((name) => {
    const parts = name.split(/\s+/).map(escaped).join('[\\s\u3000]*')
    return `${isLatin(name[0]) ? `(?<!${latin})` : ''}${parts}${isLatin(name.at(-1)) ? `(?!${latin})` : ''}`
  })
  // The longest first: a name inside another one would leave the rest of it behind.
  return each.toSorted((one, other) => other.length - one.length).join('|')
}

/**
 * Erases the people of a party from every column that the register declares, in the transaction of the action, and writes down how many
 * rows of each table were touched. The database refuses it before the day of keeping is over.
 */
export async function eraseParty({ db, programmeId, today }: ActionContext, party: Party): Promise<void> {
  await db
    .insertInto('platform.erased_party')
    .values({ programmeId, partyId: party.id, kind: party.kind, keptUntil: party.keptUntil, erasedOn: today })
    .execute()
  const pattern = patternOf(party.names)
  for (const table of declaredTables()) {
    const rowCount = await eraseFrom(db, table, party, pattern)
    if (rowCount > 0)
      await db
        .insertInto('platform.erased_rows')
        .values({ programmeId, partyId: party.id, erasedOn: today, relation: table[0], rowCount })
        .execute()
  }
}

async function eraseFrom(db: Db, [table, fates]: Declared, party: Party, pattern: string | null): Promise<number> {
  const whose = fates.whose?.(party) ?? null
  if (fates.row !== undefined) {
    if (fates.row !== 'with-party' || whose === null) return 0
    return Number((await sql`delete from ${sql.table(table)} t where ${whose}`.execute(db)).numAffectedRows ?? 0)
  }
  const own = whose ?? sql`false`
  const texts = fates.texts ?? []
  const json = fates.jsonTexts ?? []
  const blanked = Object.entries(whose === null ? {} : (fates.blanked?.(party) ?? {}))
  const found: RawBuilder<unknown>[] =
    pattern === null ? [] : [...texts, ...json].map((column) => sql`${sql.ref(`t.${column}`)}::text ~ ${pattern}`)
  if (whose !== null && (blanked.length > 0 || texts.length > 0)) found.push(own)
  if (found.length === 0) return 0
  const named = (text: RawBuilder<unknown>) => (pattern === null ? text : sql`regexp_replace(${text}, ${pattern}, ${party.label}, 'g')`)
  const assigned = [
    ...blanked.map(([column, value]) => sql`${sql.id(column)} = case when ${own} then ${value} else ${sql.ref(`t.${column}`)} end`),
    ...texts.map((column) => {
      const text = sql.ref(`t.${column}`)
      return sql`${sql.id(column)} = case when ${own} then case when ${text} <> '' then ${erased} else ${text} end else ${named(text)} end`
    }),
    ...json.map((column) => sql`${sql.id(column)} = ${named(sql`${sql.ref(`t.${column}`)}::text`)}::jsonb`),
  ]
  await sql`select platform.begin_erasing(${party.id}::uuid, ${table})`.execute(db)
  const { numAffectedRows = 0n } =
    await sql`update ${sql.table(table)} t set ${sql.join(assigned)} where ${sql.join(found, sql` or `)}`.execute(db)
  await sql`select set_config('kado.erasing', '', true)`.execute(db)
  return Number(numAffectedRows)
}
