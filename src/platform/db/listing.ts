import {
  type AliasedRawBuilder,
  type JoinBuilder,
  type RawBuilder,
  type SelectQueryBuilder,
  sql,
  type SqlBool,
  type StringReference,
} from 'kysely'
import { z } from 'zod'
import { Failure } from '../action.ts'
import type { Paging } from '../shapes.ts'
import type { Db } from './db.ts'

const isYearOfPostgres = (text: string) => !text.startsWith('0000')

/** What a list may be ordered by, by its type in SQL: the form in which a cursor holds it, and PostgreSQL takes it. */
const kinds = {
  date: z.iso.date().refine(isYearOfPostgres),
  timestamptz: z.iso
    .datetime({ offset: true })
    .regex(/[+-](0\d|1[0-4]):\d\d$/)
    .refine(isYearOfPostgres),
  uuid: z.guid(),
  text: z.string().refine((text) => !text.includes('\0')),
  bigint: z.int(),
}
type Kind = keyof typeof kinds

export interface Placed {
  place: string
}

/** The order of a list, and where in it a page begins. */
interface Keyset {
  /** The place of a row, to be selected as `place`: made by the database, because JavaScript would cut the microseconds off. */
  place: AliasedRawBuilder<string, 'place'>
  /** Whether a row comes after the page before. */
  after: RawBuilder<SqlBool>
  order: RawBuilder<unknown>
  limit: number
  /** Whether the page is the first; if it is the last one too, its rows are all. */
  begins: boolean
}

/**
 * A list that is ordered by `columns`, which are SQL and together unlike in every row: `{ 'o.due_on': 'date', 'o.id': 'uuid' }`.
 * @throws Failure when the cursor is not one that a page answered
 */
export function keyset({ cursor, limit }: Paging, columns: Readonly<Record<string, Kind>>, direction: 'asc' | 'desc'): Keyset {
  const names = Object.keys(columns).map((column) => sql.raw(column))
  const types = Object.values(columns)
  const row = sql.join(names)
  const start = cursor === null ? null : placeOf(cursor, types)
  const values = start && sql.join(start.map((value, at) => sql`${value}::${sql.raw(types[at] ?? '')}`))
  return {
    place: sql<string>`jsonb_build_array(${row})::text`.as('place'),
    after: values ? sql`(${row}) ${sql.raw(direction === 'asc' ? '>' : '<')} (${values})` : sql`true`,
    order: sql.join(names.map((name) => sql`${name} ${sql.raw(direction)}`)),
    limit,
    begins: cursor === null,
  }
}

/**
 * The values that a cursor holds.
 * @throws Failure when somebody made it up
 */
function placeOf(cursor: string, types: readonly Kind[]): (string | number)[] {
  try {
    const values = z.array(z.unknown()).length(types.length).parse(JSON.parse(cursor))
    return types.map((type, at) => kinds[type].parse(values[at]))
  } catch {
    throw new Failure('invalid-input', [{ path: 'cursor', code: 'invalid_format' }])
  }
}

/** The rows of a page, out of one more than it holds, and where the next one begins. */
export function cutPage<Row extends Placed>(rows: readonly Row[], { limit }: Pick<Keyset, 'limit'>) {
  const shown = rows.slice(0, limit).map(({ place, ...row }) => ({ place, row }))
  return { rows: shown.map(({ row }) => row), next: rows.length > limit ? (shown.at(-1)?.place ?? null) : null }
}

const isWhole = ({ next }: { next: string | null }, { begins }: Pick<Keyset, 'begins'>): boolean => begins && next === null

/** One portion of what a query finds, without its number. */
export async function readPortion<DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>, list: Keyset) {
  const rows = await query
    .select(list.place)
    .where(list.after)
    .orderBy(list.order)
    .limit(list.limit + 1)
    .execute()
  return cutPage(rows as unknown as (O & Placed)[], list) as unknown as { rows: O[]; next: string | null }
}

export async function countOf<DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>): Promise<number> {
  const counted = query.clearSelect().select(sql<number>`count(*)`.as('total'))
  return ((await counted.executeTakeFirstOrThrow()) as { total: number }).total
}

/** One page of what a query finds, and how many there are in all. */
export async function readPage<DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>, list: Keyset) {
  const page = await readPortion(query, list)
  return { ...page, total: isWhole(page, list) ? page.rows.length : await countOf(query) }
}

/** As `readPortion`, of `select columns found`; `found` is `from … where …`. */
export async function readSqlPortion<Row extends object>(db: Db, list: Keyset, columns: RawBuilder<unknown>, found: RawBuilder<unknown>) {
  const { rows } = await sql<Row & Placed>`
    select ${columns}, ${list.place} ${found} and ${list.after} order by ${list.order} limit ${list.limit + 1}`.execute(db)
  return cutPage(rows, list) as unknown as { rows: Row[]; next: string | null }
}

/** As `readPage`, of `select columns found`; `found` is `from … where …`. */
export async function readSqlPage<Row extends object>(db: Db, list: Keyset, columns: RawBuilder<unknown>, found: RawBuilder<unknown>) {
  const page = await readSqlPortion<Row>(db, list, columns, found)
  return { ...page, total: isWhole(page, list) ? page.rows.length : await countSql(db, found) }
}

export async function countSql(db: Db, found: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total ${found}`.execute(db)
  return rows[0]?.total ?? 0
}

/** Text to look for anywhere in a column with `ilike`; its own wildcards are letters. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

/** Joins records of one programme: `(join) => sameTenant(join, 'w.id', 's.workerId')`. */
export function sameTenant<DB, TB extends keyof DB>(
  join: JoinBuilder<DB, TB>,
  left: StringReference<DB, TB> & string,
  right: StringReference<DB, TB> & string,
): JoinBuilder<DB, TB> {
  const tenantOf = (column: string) => sql.ref(column.replace(/\w+$/, 'programmeId'))
  return join.on(tenantOf(left), '=', tenantOf(right)).onRef(left, '=', right)
}
