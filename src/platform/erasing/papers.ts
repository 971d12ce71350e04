import { sql } from 'kysely'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { Db } from '../db/db.ts'

const isKept = sql<boolean>`not exists (select from platform.document_erasure e where e.programme_id = d.programme_id and e.document_id = d.id)`

/** How many papers of a party are kept, and until when the law keeps the last of all that there were. */
export async function papersKept(db: Db, partyId: string): Promise<{ until: string | null; count: number }> {
  return db
    .selectFrom('platform.document as d')
    .select((e) => [e.fn.max('d.retainUntil').as('until'), e.fn.countAll<number>().filterWhere(isKept).as('count')])
    .where('d.counterpartyId', '=', partyId)
    .executeTakeFirstOrThrow()
}

/** Erases the papers of a party whose day has passed; the database looks at the day itself. */
export async function eraseDuePapers(db: Db, partyId: string, today: CalendarDate): Promise<void> {
  await sql`select platform.erase_documents(${partyId}::uuid, ${today}::date)`.execute(db)
}

/** Of the party `id` of a query: its papers, until when the last is kept, and how many are erased. */
export const papersOf = (id: string) => ({
  papers: sql<number>`(select count(*) from platform.document d where d.programme_id = platform.tenant() and d.counterparty_id = ${sql.ref(id)})`,
  papersUntil: sql<string | null>`(select max(d.retain_until) from platform.document d where d.programme_id = platform.tenant()
    and d.counterparty_id = ${sql.ref(id)})`,
  erasedPapers: sql<number>`(select count(*) from platform.document d join platform.document_erasure e on e.programme_id = d.programme_id
    and e.document_id = d.id where d.programme_id = platform.tenant() and d.counterparty_id = ${sql.ref(id)})`,
  /** Rows of other tables that erasing has touched. */
  erasedRows: sql<number>`(select coalesce(sum(r.row_count), 0)::int from platform.erased_rows r where r.programme_id = platform.tenant()
    and r.party_id = ${sql.ref(id)})`,
})
