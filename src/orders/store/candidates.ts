import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { Candidate } from '../rules/eligibility.ts'
import { assignedUnits } from './units.ts'
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

interface DayMinutes {
  workerId: string
  day: string
  minutes: number
}

/**
 * The workers among `workerIds` (all when null) with what the gates ask about. Free time is counted from `from` to a due
 * date; of agreed work that is due by then, what has not been handed in is taken off.
 */
export async function candidates(
  db: Db,
  workerIds: readonly string[] | null,
  range: { from: CalendarDate; to: string },
  committed: (workerId: string, dueOn: string) => number,
): Promise<KnownCandidate[]> {
  if (workerIds !== null && workerIds.length === 0) return []
  const workers = await db
    .selectFrom('people.worker as w')
    .innerJoin('programme.municipality as m', (join) =>
      join.onRef('m.programmeId', '=', 'w.programmeId').onRef('m.id', '=', 'w.municipalityId'),
    )
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
      levelBySkill: new Map((levels.get(worker.id) ?? []).map((row) => [row.skillId, row.level])),
      equipment: worker.equipment,
      siteId: worker.siteId,
      freeMinutes: until(range.to),
      freeMinutesUntil: until,
    }
  })
}

async function freeDays(db: Db, ids: readonly string[], range: { from: CalendarDate; to: string }): Promise<DayMinutes[]> {
  if (range.to < range.from) return []
  const { rows } = await sql<DayMinutes>`
    select f.worker_id, to_char(d, 'YYYY-MM-DD') as day, coalesce(x.minutes, f.minutes) as minutes
    from generate_series(${range.from}::date, least(${range.to}::date, ${range.from}::date + 366), interval '1 day') d
    join people.free_minutes f on f.weekday = extract(isodow from d) and f.worker_id = any(${ids}::uuid[])
    left join people.free_minutes_exception x on x.programme_id = f.programme_id and x.worker_id = f.worker_id and x.on_date = d::date
    where coalesce(x.minutes, f.minutes) > 0
    union all
    select x.worker_id, to_char(x.on_date, 'YYYY-MM-DD'), x.minutes
    from people.free_minutes_exception x
    where x.worker_id = any(${ids}::uuid[]) and x.on_date between ${range.from}::date and ${range.to}::date and x.minutes > 0
      and not exists (select from people.free_minutes f where f.programme_id = x.programme_id and f.worker_id = x.worker_id and f.weekday = extract(isodow from x.on_date))`.execute(
    db,
  )
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

/** Minutes that agreed and not yet handed-in work needs, by worker and due date. */
export async function committedMinutes(db: Db, workerIds: readonly string[] | null): Promise<(workerId: string, dueOn: string) => number> {
  if (workerIds !== null && workerIds.length === 0) return () => 0
  const rows = await db
    .selectFrom('orders.assignment as a')
    .innerJoin('orders.package as p', (join) => join.onRef('p.programmeId', '=', 'a.programmeId').onRef('p.id', '=', 'a.packageId'))
    .select(['a.id', 'a.workerId', 'a.packageId', 'a.dueOn', 'p.unitMinutes'])
    .where('p.state', '<>', 'closed')
    .$if(workerIds !== null, (query) => query.where('a.workerId', 'in', [...(workerIds ?? [])]))
    .execute()
  const left = new Map(
    (await assignedUnits(db, { packageIds: [...new Set(rows.map((row) => row.packageId))] })).map((each) => [
      each.assignmentId,
      each.leftUnits,
    ]),
  )
  const byWorker = grouped(rows, (row) => row.workerId)
  return (workerId, dueOn) =>
    (byWorker.get(workerId) ?? []).reduce((sum, row) => sum + (row.dueOn <= dueOn ? (left.get(row.id) ?? 0) * row.unitMinutes : 0), 0)
}
