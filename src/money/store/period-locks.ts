import { type Insertable, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import { type CalendarDate, calendarDate } from '../../units/calendar-date.ts'
import { fiscalYear, startOfFiscalYear } from '../../units/fiscal-year.ts'
import { type Books, lockedUntil } from '../rules/period-lock.ts'
import { closingLock } from './closing.ts'

/**
 * The books of today, for whoever is about to write into them: nobody closes a month or locks a year until this transaction ends.
 * To be asked before rows are locked, so that a close never waits for who waits for it.
 */
export async function openBooks({ db, today }: { db: Db; today: CalendarDate }): Promise<Books & { firstOn: CalendarDate }> {
  await sql`select pg_advisory_xact_lock_shared(${closingLock})`.execute(db)
  return { today, ...(await readLock(db, today)) }
}

/** The last day that takes no entry any more, the days that are open again today, and the first day of the programme. */
export async function readLock(db: Db, today: CalendarDate): Promise<Omit<Books, 'today'> & { firstOn: CalendarDate }> {
  const { rows } = await sql<{ month: string | null; year: number | null; firstYear: number }>`
    select (select max(month) from money.month_close) as month, (select max(fiscal_year) from money.evaluated_year) as year,
           p.first_fiscal_year as first_year from programme.programme p where p.programme_id = platform.tenant()`.execute(db)
  const { month = null, year = null, firstYear = 2000 } = rows[0] ?? {}
  const locks = {
    lastClosedMonth: month === null ? null : calendarDate(month),
    lastEvaluatedYear: year === null ? null : fiscalYear(year),
  }
  const { rows: reopened } = await sql<{ firstOn: CalendarDate; lastOn: CalendarDate }>`
    select r.first_on, r.last_on from money.reopening r
    join money.reopening_approval a on a.programme_id = r.programme_id and a.reopening_id = r.id
    where a.open_until >= ${today}::date`.execute(db)
  return { lockedOn: lockedUntil(locks), reopened, firstOn: startOfFiscalYear(fiscalYear(firstYear)) }
}

/** Locks the books of a fiscal year, because an evaluation of it was published; the first time counts. */
export async function insertEvaluatedYear(db: Db, programmeId: string, year: number, municipalityId: string, at: Date): Promise<void> {
  await db
    .insertInto('money.evaluated_year')
    .values({ programmeId, fiscalYear: year, municipalityId, evaluatedAt: at.toISOString() })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** For how many days two persons open a locked period. */
export async function daysOfReopening(db: Db): Promise<number> {
  const { reopeningDays } = await db.selectFrom('programme.programme').select('reopeningDays').executeTakeFirstOrThrow()
  return reopeningDays
}

export async function insertReopening(db: Db, row: Insertable<DB['money.reopening']>): Promise<void> {
  await db.insertInto('money.reopening').values(row).execute()
}
export async function insertReopeningApproval(db: Db, row: Insertable<DB['money.reopening_approval']>): Promise<void> {
  await db.insertInto('money.reopening_approval').values(row).execute()
}

/** What was asked for, locked, and whether somebody agreed. */
export async function lockReopening(db: Db, id: string) {
  const row = await db.selectFrom('money.reopening').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return null
  const approval = await db.selectFrom('money.reopening_approval').select('approvedBy').where('reopeningId', '=', id).executeTakeFirst()
  return { ...row, isApproved: approval !== undefined }
}

/** The newest openings of locked periods, with their people. */
export async function listReopenings(db: Db, reader: string | null) {
  return db
    .selectFrom('money.reopening as r')
    .leftJoin('money.reopening_approval as a', (join) => sameTenant(join, 'a.reopeningId', 'r.id'))
    .leftJoin('platform.user as u', 'u.id', 'r.askedBy')
    .select((e) => [
      'r.id',
      'r.firstOn',
      'r.lastOn',
      'r.reason',
      'r.askedAt',
      e.fn.coalesce('u.name', sql<string>`''`).as('askedBy'),
      'a.openUntil',
    ])
    .select(sql<boolean>`r.asked_by = ${reader}`.as('isOwn'))
    .orderBy('r.askedAt', 'desc')
    .limit(50)
    .execute()
}
