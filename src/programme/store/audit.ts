import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { containing, keyset, readPortion } from '../../platform/db/listing.ts'
import type { Fact } from '../../platform/facts.ts'
import { idsNamed, namesOf } from '../../platform/names.ts'
import type { Paging } from '../../platform/shapes.ts'
import { addDays, calendarDate, startOfDayInJapan } from '../../units/calendar-date.ts'

type Question = Paging & { search: string; acts: readonly string[]; from: string | null; to: string | null }

/**
 * The newest entries first, with the names of the records in them; `search` looks for the act, for who did it, and for all that it
 * is about, by id or by name; `acts` are those that say it in the reader's words.
 */
export async function listAudit(db: Db, input: Question) {
  const { rows, next } = await readPortion(await entries(db, input), keyset(input, order, 'desc'))
  const idsIn = (row: (typeof rows)[number]) => [row.subject, row.userId, ...(row.things ?? [])].filter((id) => id !== null)
  const named = new Map((await namesOf(db, [...new Set(rows.flatMap(idsIn))])).map((each) => [each.id, each]))
  return {
    next,
    rows: rows.map((row) => ({
      ...row,
      key: `${row.lane}-${row.seq}`,
      userName: named.get(row.userId ?? '')?.name ?? '',
      facts: row.facts ?? [],
      names: idsIn(row).flatMap((id) => named.get(id) ?? []),
    })),
  }
}

const order = { 'a.at': 'timestamptz', 'a.lane': 'bigint', 'a.seq': 'bigint' } as const

async function entries(db: Db, { search, acts, from, to }: Question) {
  let query = db
    .selectFrom('platform.audit as a')
    .select(['a.at', 'a.lane', 'a.seq', 'a.userId', 'a.action', 'a.subject'])
    .select(sql<'command-line' | null>`a.entry::json ->> 'via'`.as('via'))
    .select(sql<Fact[] | null>`a.entry::json -> 'facts'`.as('facts'))
    .select(sql<string[] | null>`a.entry::json -> 'things'`.as('things'))
  if (search !== '') {
    const named = [search, ...(await idsNamed(db, search))]
    query = query.where((e) =>
      e.or([
        e('a.action', 'ilike', containing(search)),
        e('a.action', '=', e.fn.any(e.val(acts))),
        e('a.subject', '=', e.fn.any(e.val(named))),
        e('a.userId', '=', e.fn.any(e.val(named))),
        sql<boolean>`a.entry::jsonb -> 'things' ?| ${named}::text[]`,
      ]),
    )
  }
  if (from) query = query.where('a.at', '>=', startOfDayInJapan(calendarDate(from)).toISOString())
  if (to) query = query.where('a.at', '<', startOfDayInJapan(addDays(calendarDate(to), 1)).toISOString())
  return query
}
