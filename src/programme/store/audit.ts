import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readPortion, containing } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { startOfDayInJapan, addDays, calendarDate } from '../../units/calendar-date.ts'

/**
 * The newest entries first; `search` looks in what was done, by whom, and to which record; `acts` are
 * those that say it in the reader's words.
 */
export function listAudit(db: Db, input: Paging & { search: string; acts: readonly string[]; from: string | null; to: string | null }) {
  const pattern = containing(input.search)
  let query = db
    .selectFrom('platform.audit as a')
    .leftJoin('platform.user as u', 'u.id', 'a.userId')
    .select(['a.at', 'a.lane', 'a.seq', 'a.userId', 'a.action', 'a.subject', 'u.name as userName'])
    .select(sql<'command-line' | null>`a.entry::json ->> 'via'`.as('via'))
  if (input.search !== '') {
    query = query.where((e) =>
      e.or([
        e('a.action', 'ilike', pattern),
        e('a.subject', '=', input.search),
        e('u.name', 'ilike', pattern),
        ...(input.acts.length > 0 ? [e('a.action', 'in', input.acts)] : []),
      ]),
    )
  }
  if (input.from) query = query.where('a.at', '>=', startOfDayInJapan(calendarDate(input.from)).toISOString())
  if (input.to) query = query.where('a.at', '<', startOfDayInJapan(addDays(calendarDate(input.to), 1)).toISOString())
  return readPortion(query, keyset(input, { 'a.at': 'timestamptz', 'a.lane': 'bigint', 'a.seq': 'bigint' }, 'desc'))
}
