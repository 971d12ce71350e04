import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { insertMany } from '../../platform/db/bulk.ts'
import { type CalendarDate, endOfMonth, laterDate } from '../../units/calendar-date.ts'
import { payOnFor } from '../../delivery/rules/receipt.ts'
import { payDayOf } from '../../delivery/store/hand-ins.ts'
import { payLimitOn } from '../../orders/rules/pay-date.ts'
import { addStatements, type ClosedStatement, type CloseTotals, closeWorker, noTotals } from '../rules/close.ts'
import { type OpenLine, type OpenWorker, openWorkers } from './payables.ts'
import { firstValueDay } from './value-date.ts'
import { statedTogether } from './withholding.ts'

/** Whether acknowledged writes survive a loss of power. */
export async function isDurable(db: Db): Promise<boolean> {
  const { rows } = await sql<{ fsync: string }>`select current_setting('fsync') as fsync`.execute(db)
  return rows[0]?.fsync === 'on'
}

/** The day on which a close of a month pays: the programme's day, or the first one that the bank can still keep. */
export async function payOnOfClose(db: Db, month: CalendarDate, today: CalendarDate): Promise<CalendarDate> {
  return laterDate(payOnFor(endOfMonth(month), await payDayOf(db)), await firstValueDay(db, today))
}

/** The key under which a programme's books are closed by one, or written into by many. */
export const closingLock = sql`hashtextextended(platform.tenant()::text || ' money.close', 0)`

/** One close of one programme at a time: others wait here until this transaction ends. */
export async function lockClosing(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${closingLock})`.execute(db)
}

interface ClosePreview extends CloseTotals {
  /** The day by which the law wants the first of the lines paid. */
  limitOn: CalendarDate | null
  /** The statements with the largest fees. */
  largest: (ClosedStatement<OpenLine> & { worker: OpenWorker })[]
}

const shownStatements = 200

/** What a close up to a day states to each worker, in portions of so many people, who are counted. */
export async function* statementsToClose(
  db: Db,
  closeOn: CalendarDate,
  payOn: CalendarDate,
): AsyncGenerator<{ workerCount: number; statements: (ClosedStatement<OpenLine> & { worker: OpenWorker })[] }> {
  const together = await statedTogether(db, payOn)
  for await (const workers of openWorkers(db, closeOn)) {
    const statements = workers.flatMap((worker) =>
      closeWorker(worker, payOn, together.get(worker.workerId)).map((statement) => ({ ...statement, worker })),
    )
    yield { workerCount: workers.length, statements }
  }
}

/** What a close of the month would come to now. */
export async function previewClose(db: Db, month: CalendarDate, payOn: CalendarDate): Promise<ClosePreview> {
  let totals = noTotals
  let largest: ClosePreview['largest'] = []
  let limitOn: CalendarDate | null = null
  for await (const { statements, workerCount } of statementsToClose(db, endOfMonth(month), payOn)) {
    totals = addStatements(totals, workerCount, statements)
    limitOn = earliestLimit(statements, limitOn)
    largest = [...largest, ...statements].sort((left, right) => right.sums.subtotalYen - left.sums.subtotalYen).slice(0, shownStatements)
  }
  return { ...totals, limitOn, largest }
}

/** The day by which the law wants the first of these lines paid, or an earlier one that is known already. */
export function earliestLimit(statements: readonly ClosedStatement<OpenLine>[], known: CalendarDate | null): CalendarDate | null {
  let first = known
  // Every day has its own limit by date of law, and a close has few days.
  for (const day of new Set(statements.flatMap(({ lines }) => lines.map((line) => line.suppliedOn)))) {
    const limitOn = payLimitOn(day)
    if (first === null || limitOn < first) first = limitOn
  }
  return first
}

/** The next run of a month. */
export async function nextRun(db: Db, month: CalendarDate): Promise<number> {
  const { run } = await db
    .selectFrom('money.month_close')
    .select((e) => e.fn.coalesce(e.fn.max('run'), e.lit(0)).as('run'))
    .where('month', '=', month)
    .executeTakeFirstOrThrow()
  return Number(run) + 1
}

export interface NewClose {
  id: string
  month: CalendarDate
  payOn: CalendarDate
  run: number
  closedBy: string
  closedAt: Date
  /** Why it pays after the 60 days, empty when it does not. */
  lateReason: string
}

/** The row of a close, which its statements name before it is there: only their end knows the totals. */
export async function insertClose(db: Db, programmeId: string, close: NewClose, totals: CloseTotals): Promise<void> {
  await db
    .insertInto('money.month_close')
    .values({
      programmeId,
      id: close.id,
      month: close.month,
      payOn: close.payOn,
      run: close.run,
      closedBy: close.closedBy,
      closedAt: close.closedAt.toISOString(),
      lateReason: close.lateReason,
      workerCount: totals.workerCount,
      subtotalYen: totals.subtotalYen,
      taxYen: totals.taxYen,
      withholdingYen: totals.withholdingYen,
      netYen: totals.netYen,
    })
    .execute()
}

/** A statement that a close makes, with its lines. */
export interface NewStatement extends ClosedStatement<OpenLine> {
  id: string
  worker: OpenWorker
}

/** Inserts statements of a close with their lines. */
export async function insertStatements(db: Db, programmeId: string, close: NewClose, statements: readonly NewStatement[]): Promise<void> {
  const rows = statements.map(({ id, registrationNumber, sums, together, worker }) => ({
    programmeId,
    id,
    closeId: close.id,
    workerId: worker.workerId,
    kind: sums.kind,
    subtotalYen: sums.subtotalYen,
    taxYen: sums.totalYen - sums.subtotalYen,
    totalYen: sums.totalYen,
    withholdingBaseYen: sums.withholdingBaseYen,
    withholdingYen: sums.withholdingYen,
    netYen: sums.netYen,
    creditableYen: sums.credit.creditableYen,
    creditPercent: sums.credit.ratePercent,
    registrationNumber,
    payOn: close.payOn,
    issuedAt: close.closedAt.toISOString(),
    rootId: id,
    togetherBaseYen: together.baseYen,
    togetherWithheldYen: together.withheldYen,
  }))
  await insertMany(db, 'money.statement', rows)
  // There are many lines, and PostgreSQL reads columns faster than rows of JSON.
  const lines = statements.flatMap((statement) => statement.lines)
  const statementIds = statements.flatMap((statement) => statement.lines.map(() => statement.id))
  await sql`
    insert into money.statement_line (programme_id, statement_id, submission_id, withholding)
    select platform.tenant(), l.* from unnest(${statementIds}::uuid[], ${lines.map((line) => line.submissionId)}::uuid[],
      ${lines.map((line) => line.withholding)}::text[]) l`.execute(db)
}
