import { sql } from 'kysely'
import { Failure } from '../platform/action.ts'
import type { Db } from '../platform/db/db.ts'
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
    .values({ programme_id: programmeId, id, ...columnsOf(fields) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) === 1
}

export async function updateClient(db: Db, id: string, fields: ClientFields): Promise<void> {
  await db.updateTable('sales.client').set(columnsOf(fields)).where('id', '=', id).execute()
}

const columnsOf = (fields: ClientFields) => ({
  name: fields.name,
  name_kana: fields.nameKana,
  postal_address: fields.postalAddress,
  contact_name: fields.contactName,
  contact_email: fields.contactEmail,
  contact_phone: fields.contactPhone,
  payment_terms: fields.paymentTerms,
  payment_due_days: fields.paymentDueDays,
  is_public_body: fields.isPublicBody,
  note: fields.note,
})

export async function readClient(db: Db, clientId: string) {
  const row = await db.selectFrom('sales.client').selectAll().where('id', '=', clientId).executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    nameKana: row.name_kana,
    postalAddress: row.postal_address,
    contactName: row.contact_name,
    contactEmail: row.contact_email,
    contactPhone: row.contact_phone,
    paymentTerms: row.payment_terms,
    paymentDueDays: row.payment_due_days,
    isPublicBody: row.is_public_body,
    note: row.note,
  }
}

interface ClientQuestion {
  cursor: string | null
  limit: number
  search: string
  kind: 'all' | 'company' | 'public-body'
}

export async function listClients(db: Db, { cursor, limit, search, kind }: ClientQuestion) {
  const after = cursor === null ? null : cursorOf(cursor)
  const found = db
    .selectFrom('sales.client')
    .$if(search !== '', (query) => {
      return query.where(finds(sql<string>`concat_ws(' ', name, name_kana, contact_name)`, search))
    })
    .$if(kind !== 'all', (query) => query.where('is_public_body', '=', kind === 'public-body'))
  const { total } = await found.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select(['id', 'name', 'name_kana', 'contact_name', 'is_public_body'])
    .$if(after !== null, (query) => query.where(sql<boolean>`(name_kana collate "C", id) > (${after?.[0]}, ${after?.[1]}::uuid)`))
    .orderBy(sql`name_kana collate "C"`)
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      name: row.name,
      nameKana: row.name_kana,
      contactName: row.contact_name,
      isPublicBody: row.is_public_body,
    })),
    next: rows.length > limit && last ? JSON.stringify([last.name_kana, last.id]) : null,
    total,
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function cursorOf(cursor: string): [string, string] {
  try {
    const parts: unknown = JSON.parse(cursor)
    if (Array.isArray(parts) && typeof parts[0] === 'string' && typeof parts[1] === 'string' && uuid.test(parts[1]))
      return [parts[0], parts[1]]
  } catch {}
  throw new Failure('invalid-input', [{ path: 'cursor', code: 'invalid_format' }])
}

const weeksAhead = 4

/**
 * Free minutes of everybody who can be offered work, by week from today and by skill. A day's exception replaces the
 * weekly pattern; what is already agreed is not taken off, because sales asks how large the programme is.
 */
export async function readCapacity(db: Db, today: CalendarDate) {
  const last = addDays(today, weeksAhead * 7 - 1)
  const { rows } = await sql<{ worker_id: string; week: number; minutes: number }>`
    select w.id as worker_id, (d.day - ${today}::date) / 7 as week, sum(coalesce(x.minutes, f.minutes, 0))::int as minutes
    from people.worker w
    cross join (select g::date as day from generate_series(${today}::date, ${last}::date, interval '1 day') g) d
    left join people.free_minutes f on f.programme_id = w.programme_id and f.worker_id = w.id and f.weekday = extract(isodow from d.day)
    left join people.free_minutes_exception x on x.programme_id = w.programme_id and x.worker_id = w.id and x.on_date = d.day
    where w.state in ('registered', 'active')
    group by 1, 2
    having sum(coalesce(x.minutes, f.minutes, 0)) > 0`.execute(db)
  const minutesOf = new Map<string, number>()
  const byWeek = Array.from({ length: weeksAhead }, () => 0)
  for (const row of rows) {
    minutesOf.set(row.worker_id, (minutesOf.get(row.worker_id) ?? 0) + row.minutes)
    byWeek[row.week] = (byWeek[row.week] ?? 0) + row.minutes
  }
  return {
    workerCount: minutesOf.size,
    weeks: byWeek.map((freeMinutes, week) => ({ from: addDays(today, week * 7), to: addDays(today, week * 7 + 6), freeMinutes })),
    skills: await capacityBySkill(db, minutesOf),
  }
}

async function capacityBySkill(db: Db, minutesOf: ReadonlyMap<string, number>) {
  const skills = await db.selectFrom('people.skill').select(['id', 'name_ja', 'name_en']).orderBy('key').execute()
  const held = await db.selectFrom('people.worker_skill').select(['worker_id', 'skill_id']).execute()
  return skills.map((skill) => {
    const workers = held.filter((each) => each.skill_id === skill.id && minutesOf.has(each.worker_id))
    return {
      id: skill.id,
      nameJa: skill.name_ja,
      nameEn: skill.name_en,
      workerCount: workers.length,
      freeMinutes: workers.reduce((sum, each) => sum + (minutesOf.get(each.worker_id) ?? 0), 0),
    }
  })
}

/** Clients by name, reading or contact. */
export const findClients = (db: Db, text: string) =>
  db
    .selectFrom('sales.client')
    .select(['id', 'name as title', 'contact_name as detail'])
    .where(finds(sql<string>`concat_ws(' ', name, name_kana, contact_name)`, text))
    .orderBy(nearness(sql<string>`name || ' ' || name_kana`, text))
    .orderBy(sql`name_kana collate "C"`)
    .orderBy('id')
    .limit(mostOfAKind)
    .execute()
