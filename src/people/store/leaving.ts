import { sql } from 'kysely'
import type { ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readPage } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { type CalendarDate, calendarDate } from '../../units/calendar-date.ts'
import { keptUntil } from '../rules/leaving.ts'

export { holdsRolesElsewhere, rolesOf } from '../../programme/store/memberships.ts'

const isKept = sql<boolean>`not exists (select from platform.document_erasure e where e.programme_id = d.programme_id and e.document_id = d.id)`

/** How many papers of a person are kept, and until when the law keeps the last of all that there were. */
export async function papersKept(db: Db, workerId: string): Promise<{ until: string | null; count: number }> {
  return db
    .selectFrom('platform.document as d')
    .select((e) => [e.fn.max('d.retainUntil').as('until'), e.fn.countAll<number>().filterWhere(isKept).as('count')])
    .where('d.counterpartyId', '=', workerId)
    .executeTakeFirstOrThrow()
}

/** People who left, the longest ago first, with what is kept of them and until when; those who were anonymised too. */
export async function listLeavers(db: Db, page: Paging & { waiting: boolean }) {
  const query = db
    .selectFrom('people.worker as w')
    .leftJoin('people.anonymisation as a', (join) => join.onRef('a.programmeId', '=', 'w.programmeId').onRef('a.workerId', '=', 'w.id'))
    .select(['w.id', 'w.number', 'w.leftOn', 'w.registeredOn', 'a.anonymisedOn', 'a.keptUntil as wasKeptUntil'])
    .select(
      sql<number>`(select count(*) from platform.document d where d.programme_id = w.programme_id and d.counterparty_id = w.id)`.as(
        'papers',
      ),
    )
    .select(
      sql<string | null>`(select max(d.retain_until) from platform.document d where d.programme_id = w.programme_id
      and d.counterparty_id = w.id)`.as('papersUntil'),
    )
    .select(
      sql<number>`(select count(*) from platform.document d join platform.document_erasure e on e.programme_id = d.programme_id
      and e.document_id = d.id where d.programme_id = w.programme_id and d.counterparty_id = w.id)`.as('erasedPapers'),
    )
    .where('w.leftOn', 'is not', null)
    .where('w.state', 'in', ['left', 'graduated'])
    .$if(page.waiting, (found) => found.where('a.workerId', 'is', null))
  const { rows, ...rest } = await readPage(query, keyset(page, { 'w.left_on': 'date', 'w.id': 'uuid' }, 'asc'))
  return {
    ...rest,
    rows: rows.map(({ registeredOn, papersUntil, wasKeptUntil, leftOn, ...row }) => {
      const left = calendarDate(leftOn ?? '')
      const papers = papersUntil === null ? null : calendarDate(papersUntil)
      const until = keptUntil({ leftOn: left, wasRegistered: registeredOn !== null, papersUntil: papers })
      return { ...row, leftOn: left, keptUntil: wasKeptUntil ?? until ?? left }
    }),
  }
}

/** Erases the papers of a person whose day has passed; the database looks at the day itself. */
export async function eraseDuePapers(db: Db, workerId: string, today: CalendarDate): Promise<void> {
  await sql`select platform.erase_documents(${workerId}::uuid, ${today}::date)`.execute(db)
}

/** Makes of a person a number: books and counts go on, nobody is named. */
export async function anonymiseWorker(
  { db, programmeId, today }: ActionContext,
  worker: { id: string; number: number; leftOn: string },
  until: CalendarDate,
): Promise<void> {
  const { id } = worker
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from platform.document_erasure e
    join platform.document d on d.programme_id = e.programme_id and d.id = e.document_id where d.counterparty_id = ${id}`.execute(db)
  await db
    .insertInto('people.anonymisation')
    .values({ programmeId, workerId: id, anonymisedOn: today, leftOn: worker.leftOn, keptUntil: until, documentCount: rows[0]?.count ?? 0 })
    .execute()
  const name = `W-${String(worker.number).padStart(5, '0')}`
  const nobody = { userId: null, name, kana: '', displayName: name, email: '', phone: '', postalAddress: '', wish: '', equipment: [] }
  await db
    .updateTable('people.worker')
    .set({ ...nobody, lineSpeedMbps: null, siteId: null })
    .where('id', '=', id)
    .execute()
  for (const table of [
    'people.interview',
    'people.worker_skill',
    'people.free_minutes',
    'people.free_minutes_exception',
    'people.invoice_registration',
  ] as const)
    await db.deleteFrom(table).where('workerId', '=', id).execute()
  await sql`select people.erase_accounts(${id}::uuid), people.erase_notes(${id}::uuid)`.execute(db)
}
