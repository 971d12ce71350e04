import { sql } from 'kysely'
import type { Db } from '../platform/db/db.ts'
import { keyset, readPage } from '../platform/db/listing.ts'
import { papersOf } from '../platform/erasing/papers.ts'
import { registerPersonalColumns } from '../platform/erasing/personal-columns.ts'
import type { Paging } from '../platform/shapes.ts'
import { finds, mostOfAKind, nearness } from '../platform/search.ts'
import { keptUntil } from '../people/rules/leaving.ts'
import { addDays, type CalendarDate, calendarDate } from '../units/calendar-date.ts'
import type { ClientFields } from './contract.ts'

export const clientForUpdate = (db: Db, clientId: string) =>
  db.selectFrom('sales.client').selectAll().where('id', '=', clientId).forUpdate().executeTakeFirst()

export async function isClientNameTaken(db: Db, name: string, besides: string): Promise<boolean> {
  const row = await db.selectFrom('sales.client').select('id').where('name', '=', name).where('id', '<>', besides).executeTakeFirst()
  return row !== undefined
}

/** False when another client already has the name, also when it was recorded at the same moment. */
export async function insertClient(db: Db, programmeId: string, id: string, fields: ClientFields): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('sales.client')
    .values({ ...fields, programmeId, id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) === 1
}

export async function updateClient(db: Db, id: string, fields: ClientFields): Promise<void> {
  await db.updateTable('sales.client').set(fields).where('id', '=', id).execute()
}

export const readClient = async (db: Db, clientId: string) =>
  (await db.selectFrom('sales.client').selectAll().where('id', '=', clientId).executeTakeFirst()) ?? null

export function listClients(db: Db, question: Paging & { search: string; kind: 'all' | 'company' | 'public-body' }) {
  const found = db
    .selectFrom('sales.client')
    .select(['id', 'name', 'nameKana', 'contactName', 'isPublicBody'])
    .$if(question.search !== '', (query) => query.where(finds(sql<string>`concat_ws(' ', name, name_kana, contact_name)`, question.search)))
    .$if(question.kind !== 'all', (query) => query.where('isPublicBody', '=', question.kind === 'public-body'))
  return readPage(found, keyset(question, { 'name_kana collate "C"': 'text', id: 'uuid' }, 'asc'))
}

/** Asks whether work or money still binds a client; areas to the right know of it and set theirs. */
type Tie = (db: Db, clientId: string) => Promise<boolean>
let ties: readonly Tie[] = []
export const registerTie = (tie: Tie): void => void (ties = [...ties, tie])

export async function isStillBound(db: Db, clientId: string): Promise<boolean> {
  for (const tie of ties) if (await tie(db, clientId)) return true
  return false
}

export async function setClientEnd(db: Db, id: string, endedOn: CalendarDate | null): Promise<void> {
  await db.updateTable('sales.client').set({ endedOn }).where('id', '=', id).execute()
}

/** Whether the people of a client were erased since its end; those who came when it was taken up again are others. */
export async function isAnonymous(db: Db, clientId: string, endedOn: string): Promise<boolean> {
  const row = await db
    .selectFrom('platform.erased_party')
    .select('partyId')
    .where('partyId', '=', clientId)
    .where('erasedOn', '>=', endedOn)
    .executeTakeFirst()
  return row !== undefined
}

/** Clients with whom nothing is done any more, the longest ago first, with what is kept of their people and until when. */
export async function listEndedClients(db: Db, page: Paging & { waiting: boolean }) {
  const { papers, papersUntil, erasedPapers, erasedRows } = papersOf('c.id')
  const query = db
    .selectFrom('sales.client as c')
    .leftJoin('platform.erased_party as e', (join) =>
      join.onRef('e.programmeId', '=', 'c.programmeId').onRef('e.partyId', '=', 'c.id').onRef('e.erasedOn', '>=', 'c.endedOn'),
    )
    .select(['c.id', 'c.name', 'c.endedOn', 'e.erasedOn', 'e.keptUntil as wasKeptUntil'])
    .select([papers.as('papers'), papersUntil.as('papersUntil'), erasedPapers.as('erasedPapers'), erasedRows.as('erasedRows')])
    .where('c.endedOn', 'is not', null)
    .$if(page.waiting, (found) => found.where('e.partyId', 'is', null))
  const { rows, ...rest } = await readPage(query, keyset(page, { 'c.ended_on': 'date', 'c.id': 'uuid' }, 'asc'))
  return {
    ...rest,
    rows: rows.map(({ papersUntil: until, wasKeptUntil, endedOn, ...row }) => {
      const ended = calendarDate(endedOn ?? '')
      const kept = keptUntil({ leftOn: ended, wasRegistered: true, papersUntil: until === null ? null : calendarDate(until) })
      return { ...row, endedOn: ended, keptUntil: wasKeptUntil ?? kept ?? ended }
    }),
  }
}

registerPersonalColumns({
  'sales.client': {
    whose: ({ kind, id }) => (kind === 'client' ? sql`t.id = ${id}::uuid` : null),
    blanked: () => ({ contactName: '', contactEmail: '', contactPhone: '' }),
    texts: ['note', 'paymentTerms'],
    kept: { name: 'contract-party', nameKana: 'contract-party', postalAddress: 'contract-party' },
  },
})

const weeksAhead = 4

/**
 * Free minutes of everybody who can be offered work, by week from today and by skill. What is already agreed is not taken off,
 * because sales asks how large the programme is.
 */
export async function readCapacity(db: Db, today: CalendarDate) {
  const last = addDays(today, weeksAhead * 7 - 1)
  const { rows } = await sql<{ workerId: string; week: number; minutes: number }>`
    select w.id as worker_id, (d.day - ${today}::date) / 7 as week, sum(d.minutes)::int as minutes
    from people.free_days(${today}::date, ${last}::date) d
    join people.worker w on w.programme_id = d.programme_id and w.id = d.worker_id
    where w.state in ('registered', 'active')
    group by 1, 2`.execute(db)
  const minutesOf = new Map<string, number>()
  const byWeek = Array.from({ length: weeksAhead }, () => 0)
  for (const row of rows) {
    minutesOf.set(row.workerId, (minutesOf.get(row.workerId) ?? 0) + row.minutes)
    byWeek[row.week] = (byWeek[row.week] ?? 0) + row.minutes
  }
  return {
    workerCount: minutesOf.size,
    weeks: byWeek.map((freeMinutes, week) => ({ from: addDays(today, week * 7), to: addDays(today, week * 7 + 6), freeMinutes })),
    skills: await capacityBySkill(db, minutesOf),
  }
}

async function capacityBySkill(db: Db, minutesOf: ReadonlyMap<string, number>) {
  const skills = await db.selectFrom('people.skill').select(['id', 'nameJa', 'nameEn']).orderBy('key').execute()
  const held = await db.selectFrom('people.worker_skill').select(['workerId', 'skillId']).execute()
  return skills.map((skill) => {
    const workers = held.filter((each) => each.skillId === skill.id && minutesOf.has(each.workerId))
    return {
      ...skill,
      workerCount: workers.length,
      freeMinutes: workers.reduce((sum, each) => sum + (minutesOf.get(each.workerId) ?? 0), 0),
    }
  })
}

/** Clients by name, reading or contact. */
export const findClients = (db: Db, text: string) =>
  db
    .selectFrom('sales.client')
    .select(['id', 'name as title', 'contactName as detail'])
    .where(finds(sql<string>`concat_ws(' ', name, name_kana, contact_name)`, text))
    .orderBy(nearness(sql<string>`name || ' ' || name_kana`, text))
    .orderBy(sql`name_kana collate "C"`)
    .orderBy('id')
    .limit(mostOfAKind)
    .execute()

/** What clients are called in the log. */
export const names = sql`select id, 'client' as kind, name, '' as name_en, concat_ws(' ', name, name_kana) as found from sales.client`
