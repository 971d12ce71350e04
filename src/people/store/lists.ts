import { sql } from 'kysely'
import type { z } from 'zod'
import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { countOf, sameTenant } from '../../platform/db/listing.ts'
import { finds } from '../../platform/search.ts'
import type { contract } from '../contract/index.ts'
import { workerTexts } from './search.ts'
import { countedWithin, withinReach } from './workers.ts'

/** Minutes of the weekly pattern of the worker `w`. */
export const weekOf = sql<number>`(
  select coalesce(sum(f.minutes), 0)::int from people.free_minutes f
  where f.programme_id = w.programme_id and f.worker_id = w.id)`

type Filters = z.output<(typeof contract)['workers']['input']>

const orders = {
  kana: sql`w.kana collate "C"`,
  number: sql`w.number`,
  municipality: sql`m.name`,
  state: sql`array_position(array['applicant','registered','active','paused','graduated','left'], w.state)`,
  registeredOn: sql`w.registered_on`,
  appliedOn: sql`w.applied_on`,
  weekMinutes: sql`week_minutes`,
} as const

/** One page of the people within reach, with the number of all that were found. */
export async function listWorkers(db: Db, reach: Reach, filters: Filters) {
  let query = db
    .selectFrom('people.worker as w')
    .innerJoin('programme.municipality as m', (join) => sameTenant(join, 'm.id', 'w.municipalityId'))
    .where(withinReach(reach))
  if (filters.search.trim() !== '') query = query.where(finds(workerTexts, filters.search))
  if (filters.states.length > 0) query = query.where('w.state', 'in', filters.states)
  if (filters.municipalityIds.length > 0) query = query.where('w.municipalityId', 'in', filters.municipalityIds)
  if (filters.skillIds.length > 0) {
    query = query.where(
      sql<boolean>`exists (select from people.worker_skill k where k.programme_id = w.programme_id and k.worker_id = w.id
        and k.skill_id = any(${filters.skillIds}::uuid[]))`,
    )
  }
  const total = await countOf(query)
  const rows = await query
    .select([
      'w.id',
      'w.number',
      'w.name',
      'w.kana',
      'w.state',
      'w.municipalityId',
      'm.name as municipalityName',
      'w.appliedOn',
      'w.registeredOn',
      'w.isDemo',
    ])
    .select(weekOf.as('weekMinutes'))
    .orderBy(orders[filters.sort], (direction) => (filters.descending ? direction.desc().nullsLast() : direction.asc().nullsLast()))
    .orderBy('w.id')
    .offset((filters.page - 1) * filters.limit)
    .limit(filters.limit)
    .execute()
  return {
    rows,
    total,
    skills: await skillsOf(
      db,
      rows.map((row) => row.id),
    ),
  }
}

/** The skills of some people, highest level first, by worker id. */
export async function skillsOf(db: Db, workerIds: readonly string[]) {
  if (workerIds.length === 0) return new Map<string, never[]>()
  const rows = await db
    .selectFrom('people.worker_skill as k')
    .innerJoin('people.skill as s', (join) => sameTenant(join, 's.id', 'k.skillId'))
    .select(['k.workerId', 'k.skillId', 'k.level', 'k.evidence', 'k.evidencedOn', 's.key', 's.nameJa', 's.nameEn', 's.highestLevel'])
    .where('k.workerId', 'in', workerIds)
    .orderBy('k.level', 'desc')
    .orderBy('s.nameJa')
    .execute()
  return Map.groupBy(rows, (row) => row.workerId)
}

/**
 * The counts that people itself can tell, city by city. They are never mixed up: ever registered ≥ registered now ≥
 * offering time from today to the end of the month.
 */
export async function countPeople(db: Db, reach: Reach, today: string, endOfMonth: string) {
  const { rows } = await sql<{
    municipalityId: string
    municipalityName: string
    everRegistered: number
    registeredNow: number
    offeringThisMonth: number
    applicants: number
    paused: number
  }>`
    select w.municipality_id, m.name as municipality_name,
           count(*) filter (where w.registered_on is not null) as ever_registered,
           count(*) filter (where w.state in ('registered', 'active', 'paused')) as registered_now,
           count(*) filter (where w.state in ('registered', 'active')
             and exists (select from people.free_days(${today}::date, ${endOfMonth}::date) d
               where d.programme_id = w.programme_id and d.worker_id = w.id)) as offering_this_month,
           count(*) filter (where w.state = 'applicant') as applicants,
           count(*) filter (where w.state = 'paused') as paused
    from people.worker w
    join programme.municipality m on m.programme_id = w.programme_id and m.id = w.municipality_id
    where ${countedWithin(reach)}
    group by w.municipality_id, m.name, m.is_lead, m.joined_on
    order by m.is_lead desc, m.joined_on, m.name`.execute(db)
  return rows
}

/** Applicants, the longest waiting first, with what the last interview said. */
export const listWaiting = (db: Db, reach: Reach) =>
  db
    .selectFrom('people.worker as w')
    .innerJoin('programme.municipality as m', (join) => sameTenant(join, 'm.id', 'w.municipalityId'))
    .select(['w.id', 'w.number', 'w.name', 'm.name as municipalityName', 'w.appliedOn', 'w.wish'])
    .select(
      sql<
        'suitable' | 'later' | 'declined' | null
      >`(select i.outcome from people.interview i where i.programme_id = w.programme_id and i.worker_id = w.id
        order by i.held_on desc, i.recorded_at desc, i.id desc limit 1)`.as('lastOutcome'),
    )
    .where('w.state', '=', 'applicant')
    .where(withinReach(reach))
    .orderBy('w.appliedOn')
    .orderBy('w.number')
    .limit(2_000)
    .execute()
