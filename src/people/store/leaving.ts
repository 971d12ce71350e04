import { sql } from 'kysely'
import type { ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readPage } from '../../platform/db/listing.ts'
import { papersOf } from '../../platform/erasing/papers.ts'
import type { Paging } from '../../platform/shapes.ts'
import { type CalendarDate, calendarDate } from '../../units/calendar-date.ts'
import { keptUntil } from '../rules/leaving.ts'
import './personal-columns.ts'

/** People who left, the longest ago first, with what is kept of them and until when; those who were anonymised too. */
export async function listLeavers(db: Db, page: Paging & { waiting: boolean }) {
  const { papers, papersUntil, erasedPapers, erasedRows } = papersOf('w.id')
  const query = db
    .selectFrom('people.worker as w')
    .leftJoin('people.anonymisation as a', (join) => join.onRef('a.programmeId', '=', 'w.programmeId').onRef('a.workerId', '=', 'w.id'))
    .select(['w.id', 'w.number', 'w.leftOn', 'w.registeredOn', 'a.anonymisedOn', 'a.keptUntil as wasKeptUntil'])
    .select([papers.as('papers'), papersUntil.as('papersUntil'), erasedPapers.as('erasedPapers'), erasedRows.as('erasedRows')])
    .where('w.leftOn', 'is not', null)
    .where('w.state', 'in', ['left', 'graduated'])
    .$if(page.waiting, (found) => found.where('a.workerId', 'is', null))
  const { rows, ...rest } = await readPage(query, keyset(page, { 'w.left_on': 'date', 'w.id': 'uuid' }, 'asc'))
  return {
    ...rest,
    rows: rows.map(({ registeredOn, papersUntil: until, wasKeptUntil, leftOn, ...row }) => {
      const left = calendarDate(leftOn ?? '')
      const ends = until === null ? null : calendarDate(until)
      const kept = keptUntil({ leftOn: left, wasRegistered: registeredOn !== null, papersUntil: ends })
      return { ...row, leftOn: left, keptUntil: wasKeptUntil ?? kept ?? left }
    }),
  }
}

export async function isAnonymous(db: Db, workerId: string): Promise<boolean> {
  const row = await db.selectFrom('people.anonymisation').select('workerId').where('workerId', '=', workerId).executeTakeFirst()
  return row !== undefined
}

/** Writes down that a person is a number from today on, with how many papers were erased. */
export async function recordAnonymisation(
  { db, programmeId, today }: ActionContext,
  worker: { id: string; leftOn: string },
  until: CalendarDate,
): Promise<void> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from platform.document_erasure e
    join platform.document d on d.programme_id = e.programme_id and d.id = e.document_id where d.counterparty_id = ${worker.id}`.execute(db)
  await db
    .insertInto('people.anonymisation')
    .values({
      programmeId,
      workerId: worker.id,
      anonymisedOn: today,
      leftOn: worker.leftOn,
      keptUntil: until,
      documentCount: rows[0]?.count ?? 0,
    })
    .execute()
}
