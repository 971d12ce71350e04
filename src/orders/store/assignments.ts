import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { calendarDate, type CalendarDate } from '../../units/calendar-date.ts'
import { paceOf } from '../rules/pace.ts'
import { cursorParts, cutPage } from './shared.ts'
import { assignedUnits } from './units.ts'

/** A worker's agreed work of which something is still to be handed in or inspected, soonest due first. */
export async function listAssignments(db: Db, workerIds: readonly string[], page: { cursor: string | null; limit: number }, today: CalendarDate) {
  const [workerId] = workerIds
  if (workerId === undefined) return { rows: [], next: null, total: 0 }
  const after = cursorParts(page.cursor, 'date', 'uuid')
  const units = new Map((await assignedUnits(db, { workerId })).filter((each) => each.units - each.releasedUnits > each.acceptedUnits).map((each) => [each.assignmentId, each]))
  if (units.size === 0) return { rows: [], next: null, total: 0 }
  const rows = await db
    .selectFrom('orders.assignment as a')
    .innerJoin('orders.package as p', (join) => join.onRef('p.programme_id', '=', 'a.programme_id').onRef('p.id', '=', 'a.package_id'))
    .select(['a.id', 'a.package_id', 'p.title', 'p.unit_name', 'p.unit_minutes', 'a.unit_price_yen', 'a.due_on', 'a.pay_on', 'a.notice_document_id'])
    .select((e) => [
      e.selectFrom('orders.manual_version as v').select((f) => f.fn.max('v.version').as('version')).whereRef('v.programme_id', '=', 'a.programme_id').whereRef('v.package_id', '=', 'a.package_id').as('manual_version'),
      e
        .selectFrom('orders.manual_reading as r')
        .select((f) => f.fn.max('r.version').as('version'))
        .whereRef('r.programme_id', '=', 'a.programme_id')
        .whereRef('r.package_id', '=', 'a.package_id')
        .whereRef('r.worker_id', '=', 'a.worker_id')
        .as('version_read'),
    ])
    .where('a.id', 'in', [...units.keys()])
    .$if(after !== null, (query) => query.where(sql<boolean>`(a.due_on, a.id) > (${after?.[0]}::date, ${after?.[1]}::uuid)`))
    .orderBy('a.due_on')
    .orderBy('a.id')
    .limit(page.limit + 1)
    .execute()
  const cut = cutPage(rows, page.limit, (row) => [row.due_on, row.id])
  return {
    rows: cut.rows.map((row) => {
      const own = units.get(row.id)
      const held = (own?.units ?? 0) - (own?.releasedUnits ?? 0)
      const leftUnits = own?.leftUnits ?? 0
      return {
        id: row.id,
        packageId: row.package_id,
        title: row.title,
        units: own?.units ?? 0,
        unitName: row.unit_name,
        unitMinutes: row.unit_minutes,
        unitPriceYen: row.unit_price_yen,
        releasedUnits: own?.releasedUnits ?? 0,
        receivedUnits: own?.receivedUnits ?? 0,
        acceptedUnits: own?.acceptedUnits ?? 0,
        leftUnits,
        dueOn: row.due_on,
        ...paceOf(leftUnits * row.unit_minutes, today, calendarDate(row.due_on)),
        payOn: row.pay_on,
        feeYen: held * row.unit_price_yen,
        noticeDocumentId: row.notice_document_id,
        manualVersion: row.manual_version,
        manualVersionRead: row.version_read,
      }
    }),
    next: cut.next,
    total: units.size,
  }
}
