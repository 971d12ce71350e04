import { sql } from 'kysely'
import { owedWork } from '../../orders/store/index.ts'
import type { WorkCounts } from '../../people/store/work-view.ts'
import type { Db } from '../../platform/db/db.ts'
import { type CalendarDate } from '../../units/calendar-date.ts'
import { fiscalYearOf } from '../../units/fiscal-year.ts'
import { earningFromYen } from './levels.ts'

/** The three head-counts that need work and money, by city; a person counts for the city of their record. */
export async function readHeadCounts(db: Db, today: CalendarDate): Promise<WorkCounts[]> {
  const { rows } = await sql<WorkCounts>`
    select w.municipality_id,
           count(*) filter (where y.paid_yen > 0) as worked_this_year,
           count(*) filter (where y.paid_yen >= ${earningFromYen}) as earned_this_year,
           count(*) filter (where exists (select from ${owedWork} o where o.programme_id = w.programme_id and o.worker_id = w.id)) as working_now
    from people.worker w
    left join money.worker_year y on y.programme_id = w.programme_id and y.worker_id = w.id and y.fiscal_year = ${fiscalYearOf(today)}
    group by w.municipality_id`.execute(db)
  return rows
}
