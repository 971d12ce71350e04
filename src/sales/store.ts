import { sql } from 'kysely'
import type { Db } from '../platform/db/db.ts'
import { keyset, readPage } from '../platform/db/listing.ts'
import type { Paging } from '../platform/shapes.ts'
import { finds, mostOfAKind, nearness } from '../platform/search.ts'
import { addDays, type CalendarDate } from '../units/calendar-date.ts'
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
