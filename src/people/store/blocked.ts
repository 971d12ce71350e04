import { sql } from 'kysely'
import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readPage, sameTenant } from '../../platform/db/listing.ts'
import { finds } from '../../platform/search.ts'
import type { Paging } from '../../platform/shapes.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { type Blocker, blockersOf } from '../rules/blockers.ts'
import { weekOf } from './lists.ts'
import { workerTexts } from './search.ts'
import { readWorkViews } from './work-view.ts'
import { withinReach } from './workers.ts'

interface Question extends Paging {
  search: string
  blockers: readonly Blocker[]
  municipalityIds: readonly string[]
}

/** Everybody within reach who takes part and has no work, with what stands in the way, by worker id. */
async function readBlockers(db: Db, reach: Reach, today: CalendarDate) {
  const views = await readWorkViews(db, today)
  const people = await db
    .selectFrom('people.worker as w')
    .where('w.state', 'in', ['registered', 'active', 'paused'])
    .where(withinReach(reach))
    .select(['w.id', 'w.state', 'w.equipment', 'w.usesEmployeesDeclaredOn', weekOf.as('weekMinutes')])
    .select(
      sql<number>`(select count(*)::int from people.worker_skill k where k.programme_id = w.programme_id and k.worker_id = w.id)`.as(
        'skillCount',
      ),
    )
    .execute()
  return new Map(
    people.flatMap((person) => {
      const view = views.get(person.id) ?? null
      const blockers = view?.hasWork ? [] : blockersOf(person, view)
      return blockers.length === 0 ? [] : [[person.id, { blockers, title: view?.title ?? null }] as const]
    }),
  )
}

/** One page of the people without work whose reasons are among those asked for; who wants to earn most comes first. */
export async function listBlocked(db: Db, reach: Reach, today: CalendarDate, question: Question) {
  const blocked = await readBlockers(db, reach, today)
  const asked = [...blocked].filter(
    ([, { blockers }]) => question.blockers.length === 0 || blockers.some((blocker) => question.blockers.includes(blocker)),
  )
  let found = db
    .selectFrom('people.worker as w')
    .innerJoin('programme.municipality as m', (join) => sameTenant(join, 'm.id', 'w.municipalityId'))
    .where(sql<boolean>`w.id = any(${asked.map(([id]) => id)}::uuid[])`)
    .select(['w.id', 'w.name', 'w.state', 'w.registeredOn', 'w.wantedMonthlyYen', 'm.name as municipalityName'])
  if (question.search.trim() !== '') found = found.where(finds(workerTexts, question.search))
  if (question.municipalityIds.length > 0) found = found.where('w.municipalityId', 'in', question.municipalityIds)
  const page = await readPage(found, keyset(question, { 'w.wanted_monthly_yen': 'bigint', 'w.id': 'uuid' }, 'desc'))
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      registeredOn: row.registeredOn ?? '',
      ...(blocked.get(row.id) ?? { blockers: [], title: null }),
    })),
  }
}
