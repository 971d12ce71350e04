import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { startOfDayInJapan, addDays, calendarDate } from '../../units/calendar-date.ts'

const parts = /^([^|]+)\|(\d{1,5})\|(\d{1,15})$/

/** The newest entries first; `search` looks in what was done, by whom, and to which record. */
export async function listAudit(
  db: Db,
  input: { cursor: string | null; limit: number; search: string; from: string | null; to: string | null },
) {
  const pattern = `%${input.search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const match = parts.exec(input.cursor ?? '')
  const at = match?.[1]
  let query = db
    .selectFrom('platform.audit as a')
    .leftJoin('platform.user as u', 'u.id', 'a.userId')
    .select(['a.at', 'a.lane', 'a.seq', 'a.userId', 'a.action', 'a.subject', 'u.name as userName'])
  if (input.search !== '') {
    query = query.where((e) => e.or([e('a.action', 'ilike', pattern), e('a.subject', '=', input.search), e('u.name', 'ilike', pattern)]))
  }
  if (input.from) query = query.where('a.at', '>=', startOfDayInJapan(calendarDate(input.from)).toISOString())
  if (input.to) query = query.where('a.at', '<', startOfDayInJapan(addDays(calendarDate(input.to), 1)).toISOString())
  if (at !== undefined && !Number.isNaN(Date.parse(at))) {
    query = query.where(sql<boolean>`(a.at, a.lane, a.seq) < (${at}, ${Number(match?.[2])}, ${Number(match?.[3])})`)
  }
  const rows = await query
    .orderBy('a.at', 'desc')
    .orderBy('a.lane', 'desc')
    .orderBy('a.seq', 'desc')
    .limit(input.limit + 1)
    .execute()
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > input.limit && last ? `${last.at}|${last.lane}|${last.seq}` : null }
}
