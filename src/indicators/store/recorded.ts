import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { calendarDate, type CalendarDate } from '../../units/calendar-date.ts'
import { type FiscalYear, fiscalYear as asFiscalYear, fiscalYearOf } from '../../units/fiscal-year.ts'

/** The fiscal years whose operations are recorded here. What was before or is to come was not measured, which is not zero. */
export interface RecordedYears {
  readonly first: FiscalYear
  readonly last: FiscalYear
}

/** From the first year with postings, or from the year in which the programme was set up here, to the current one. */
export async function readRecordedYears(db: Db, today: CalendarDate): Promise<RecordedYears> {
  const last = fiscalYearOf(today)
  const row = await db
    .selectFrom('programme.programme')
    .select([
      sql<string>`(created_at at time zone 'Asia/Tokyo')::date::text`.as('createdOn'),
      sql<number | null>`least((select min(fiscal_year) from money.worker_year), (select min(fiscal_year) from money.programme_year))`.as(
        'posted',
      ),
    ])
    .executeTakeFirst()
  const created = row ? fiscalYearOf(calendarDate(row.createdOn)) : last
  return { first: asFiscalYear(Math.min(created, last, row?.posted ?? last)), last }
}

export const isRecorded = ({ first, last }: RecordedYears, year: number): boolean => first <= year && year <= last
