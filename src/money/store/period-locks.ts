import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { type CalendarDate, calendarDate } from '../../units/calendar-date.ts'
import { fiscalYear, startOfFiscalYear } from '../../units/fiscal-year.ts'
import { lockedUntil } from '../rules/period-lock.ts'

/** The last day that takes no entry any more, and the first day of the programme. */
export async function readLock(db: Db): Promise<{ lockedOn: CalendarDate | null; firstOn: CalendarDate }> {
  const { rows } = await sql<{ month: string | null; year: number | null; firstYear: number }>`
    select (select max(month) from money.month_close) as month, (select max(fiscal_year) from money.evaluated_year) as year,
           p.first_fiscal_year as first_year from programme.programme p where p.programme_id = platform.tenant()`.execute(db)
  const { month = null, year = null, firstYear = 2000 } = rows[0] ?? {}
  const locks = {
    lastClosedMonth: month === null ? null : calendarDate(month),
    lastEvaluatedYear: year === null ? null : fiscalYear(year),
  }
  return { lockedOn: lockedUntil(locks), firstOn: startOfFiscalYear(fiscalYear(firstYear)) }
}

/** Locks the books of a fiscal year, because an evaluation of it was published; the first time counts. */
export async function insertEvaluatedYear(db: Db, programmeId: string, year: number, municipalityId: string, at: Date): Promise<void> {
  await db
    .insertInto('money.evaluated_year')
    .values({ programmeId, fiscalYear: year, municipalityId, evaluatedAt: at.toISOString() })
    .onConflict((c) => c.doNothing())
    .execute()
}
