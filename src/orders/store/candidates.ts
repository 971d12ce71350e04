import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { Candidate } from '../rules/eligibility.ts'
import { owedWork } from './units.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

const availableStates: DB['people.worker']['state'][] = ['registered', 'active']

export const workerStates = (db: Db, workerIds: readonly string[]) =>
  db
    .selectFrom('people.worker')
    .select(['id', 'state'])
    .where('id', 'in', [...workerIds])
    .execute()

export interface KnownCandidate extends Candidate {
  workerId: string
  name: string
  municipalityId: string
  municipalityName: string
  /** Free minutes from a first day to the end of any later day, agreed work taken off. */
  freeMinutesUntil(dueOn: string): number
}

/**
 * The workers among `workerIds` (all when null) with what the gates ask about. Free time is counted from `from` to a due
 * date; what they still owe of agreed work that is due by then is taken off.
 */
export async function candidates(
  db: Db,
  workerIds: readonly string[] | null,
  range: { from: CalendarDate; to: string },
): Promise<KnownCandidate[]> {
  if (workerIds !== null && workerIds.length === 0) return []
  const workers = await db
    .selectFrom('people.worker as w')
    .innerJoin('programme.municipality as m', (join) => sameTenant(join, 'm.id', 'w.municipalityId'))
    .select(['w.id', 'w.displayName', 'w.state', 'w.equipment', 'w.siteId', 'w.municipalityId', 'm.name as municipalityName'])
    .$if(workerIds !== null, (query) => query.where('w.id', 'in', [...(workerIds ?? [])]))
    .$if(workerIds === null, (query) => query.where('w.state', 'in', availableStates))
    .orderBy(sql`w.kana collate "C"`)
    .orderBy('w.id')
    .execute()
  const ids = workers.map((worker) => worker.id)
  if (ids.length === 0) return []
  const skills = await db.selectFrom('people.worker_skill').select(['workerId', 'skillId', 'level']).where('workerId', 'in', ids).execute()
  const days = await freeDays(db, ids, range)
  const committed = await committedMinutes(db, workerIds)
  const levels = grouped(skills, (row) => row.workerId)
  const daysOf = grouped(days, (row) => row.workerId)
  return workers.map((worker) => {
    const free = daysOf.get(worker.id) ?? []
    const until = (dueOn: string) =>
      free.reduce((sum, each) => sum + (each.day <= dueOn ? each.minutes : 0), 0) - committed(worker.id, dueOn)
    return {
      workerId: worker.id,
      name: worker.displayName,
      municipalityId: worker.municipalityId,
      municipalityName: worker.municipalityName,
      isAvailable: availableStates.includes(worker.state),
      skills: Object.fromEntries((levels.get(worker.id) ?? []).map((row) => [row.skillId, row.level])),
      equipment: worker.equipment,
      siteId: worker.siteId,
      freeMinutes: until(range.to),
      freeMinutesUntil: until,
    }
  })
}

async function freeDays(db: Db, ids: readonly string[], range: { from: CalendarDate; to: string }) {
  if (range.to < range.from) return []
  const { rows } = await sql<{ workerId: string; day: string; minutes: number }>`
    select worker_id, day, minutes from people.free_days(${range.from}::date, least(${range.to}::date, ${range.from}::date + 366))
    where worker_id = any(${ids}::uuid[])`.execute(db)
  return rows
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** Minutes that work which somebody has agreed to still needs, by worker and due date. */
async function committedMinutes(db: Db, workerIds: readonly string[] | null): Promise<(workerId: string, dueOn: string) => number> {
  const rows = await db
    .selectFrom(owedWork.as('u'))
    .select(['u.workerId', 'u.dueOn', 'u.owedUnits', 'u.unitMinutes'])
    .$if(workerIds !== null, (query) => query.where('u.workerId', 'in', [...(workerIds ?? [])]))
    .execute()
  const byWorker = grouped(rows, (row) => row.workerId)
  return (workerId, dueOn) =>
    (byWorker.get(workerId) ?? []).reduce((sum, row) => sum + (row.dueOn <= dueOn ? row.owedUnits * row.unitMinutes : 0), 0)
}
