import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readSqlPortion, containing } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { paymentRecordAboveYen } from '../rules/withholding.ts'

export interface YearOfWorker {
  id: string
  workerNumber: number
  workerKind: 'individual' | 'corporation'
  workerName: string
  address: string
  userId: string | null
  paymentCount: number
  feeYen: number
  taxYen: number
  paidBaseYen: number
  withholdingYen: number
  unpaidBaseYen: number
  unpaidWithholdingYen: number
  netYen: number
  documentId: string | null
  /** Whether the tax office wants a 支払調書 of this person. */
  isNeeded: boolean
  /** The last record says what was paid, nothing has changed since. */
  isIssued: boolean
}

/** Statements that fell due in a calendar year and of which nothing is paid. */
export const unpaidOfYear = (year: number) => sql`
  select s.worker_id, s.id, s.withholding_base_yen, s.withholding_yen
  from money.statement s
  cross join lateral (select d.due_yen from money.statement_due d where d.programme_id = s.programme_id and d.id = s.id offset 0) d
  where s.pay_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31) and d.due_yen = s.net_yen
    and not exists (select from money.paid_part p where p.programme_id = s.programme_id and p.statement_id = s.id)`

/** Payments of a calendar year by worker, and the fees that fell due in it and are unpaid. */
const yearsOfWorkers = (year: number) => sql`
  with paid as (
    select worker_id, count(*)::int as payment_count, sum(fee_yen)::bigint as fee_yen, sum(tax_yen)::bigint as tax_yen,
           sum(withholding_base_yen)::bigint as base_yen,
           sum(withholding_yen)::bigint as withholding_yen, sum(net_yen)::bigint as net_yen
    from money.paid_statement where paid_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31) group by worker_id
  ), unpaid as (
    select worker_id, sum(withholding_base_yen)::bigint as base_yen, sum(withholding_yen)::bigint as withholding_yen
    from (${unpaidOfYear(year)}) s group by worker_id
  )
  select w.id, w.number as worker_number, w.kind as worker_kind, w.name as worker_name,
         w.postal_address as address, w.user_id,
         coalesce(p.payment_count, 0) as payment_count, coalesce(p.fee_yen, 0) as fee_yen, coalesce(p.tax_yen, 0) as tax_yen,
         coalesce(p.base_yen, 0) as paid_base_yen,
         coalesce(p.withholding_yen, 0) as withholding_yen, coalesce(u.base_yen, 0) as unpaid_base_yen,
         coalesce(u.withholding_yen, 0) as unpaid_withholding_yen, coalesce(p.net_yen, 0) as net_yen,
         w.kind = 'individual' and coalesce(p.base_yen, 0) + coalesce(u.base_yen, 0) > ${paymentRecordAboveYen}::bigint as is_needed,
         r.document_id,
         case when r.worker_id is null then p.worker_id is null
              else (r.payment_count, r.withholding_yen, r.net_yen)
                = (coalesce(p.payment_count, 0), coalesce(p.withholding_yen, 0), coalesce(p.net_yen, 0)) end as is_issued
  from (select worker_id from paid union select worker_id from unpaid) x
  join people.worker w on w.programme_id = platform.tenant() and w.id = x.worker_id
  left join paid p on p.worker_id = x.worker_id
  left join unpaid u on u.worker_id = x.worker_id
  left join lateral (
    select * from money.payment_record r where r.programme_id = w.programme_id and r.year = ${year}::int and r.worker_id = w.id order by r.version desc limit 1
  ) r on true`

interface RecordQuestion extends Paging {
  year: number
  search: string
  /** Only those whose 支払調書 the tax office wants. */
  needed: boolean
}

const isAsked = ({ search, needed }: Pick<RecordQuestion, 'search' | 'needed'>) =>
  sql<boolean>`((${search === ''} or y.worker_name ilike ${containing(search)}) and (${!needed} or y.is_needed))`

const counts = (question: Pick<RecordQuestion, 'search' | 'needed'>, over: RawBuilder<unknown>) => sql`
  (count(*) filter (where ${isAsked(question)}) ${over})::int as total, (count(*) filter (where y.is_needed) ${over})::int as needed_count,
  (count(*) filter (where not y.is_issued) ${over})::int as missing_count`

/** How many rows a question has in all, how many people need a record and how many have none yet. */
interface RecordCounts {
  total: number
  neededCount: number
  missingCount: number
}

/** A page of the workers of a year, with the counts of all; the year is reckoned once for both. */
export async function listYearsOfWorkers(db: Db, question: RecordQuestion) {
  const found = sql`from (select y.*, ${counts(question, sql`over ()`)} from (${yearsOfWorkers(question.year)}) y) y where ${isAsked(question)}`
  const page = await readSqlPortion<YearOfWorker & RecordCounts>(db, keyset(question, { 'y.id': 'uuid' }, 'asc'), sql`y.*`, found)
  const { total, neededCount, missingCount } = page.rows[0] ?? (await countYearsOfWorkers(db, question))
  return { ...page, total, neededCount, missingCount }
}

export async function countYearsOfWorkers(db: Db, question: Pick<RecordQuestion, 'year' | 'search' | 'needed'>): Promise<RecordCounts> {
  const { rows } = await sql<RecordCounts>`select ${counts(question, sql``)} from (${yearsOfWorkers(question.year)}) y`.execute(db)
  return rows[0] ?? { total: 0, neededCount: 0, missingCount: 0 }
}

/** People whose payments of the year no record tells yet. */
export async function withoutRecord(db: Db, year: number, limit: number): Promise<YearOfWorker[]> {
  const { rows } =
    await sql<YearOfWorker>`select y.* from (${yearsOfWorkers(year)}) y where not y.is_issued order by y.worker_number limit ${limit}`.execute(
      db,
    )
  return rows
}

export interface PaymentOfYear {
  workerId: string
  paidOn: CalendarDate
  month: CalendarDate
  number: string
  feeYen: number
  taxYen: number
  withholdingBaseYen: number
  withholdingYen: number
  netYen: number
}

/** The payments of these workers in a calendar year, in their order. */
export async function paymentsOfYear(db: Db, year: number, workerIds: readonly string[]): Promise<PaymentOfYear[]> {
  const { rows } = await sql<PaymentOfYear>`
    select p.worker_id, p.paid_on, c.month, coalesce(d.number, '') as number, p.fee_yen, p.tax_yen, p.withholding_base_yen, p.withholding_yen, p.net_yen
    from money.paid_statement p
    join money.month_close c on c.programme_id = p.programme_id and c.id = p.close_id
    left join money.statement_document l on l.programme_id = p.programme_id and l.statement_id = p.statement_id
    left join platform.document d on d.programme_id = l.programme_id and d.id = l.document_id
    where p.paid_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31) and p.worker_id = any(${workerIds}::uuid[])
    order by p.worker_id, p.paid_on, d.number`.execute(db)
  return rows
}

interface IssuedRecord {
  workerId: string
  version: number
  documentId: string
  number: string
  documentVersion: number
}

/** The last record of each of these workers. */
export async function lastRecords(db: Db, year: number, workerIds: readonly string[]): Promise<IssuedRecord[]> {
  const { rows } = await sql<IssuedRecord>`
    select distinct on (r.worker_id) r.worker_id, r.version, r.document_id, d.number, d.version as document_version
    from money.payment_record r join platform.document d on d.programme_id = r.programme_id and d.id = r.document_id
    where r.year = ${year} and r.worker_id = any(${workerIds}::uuid[]) order by r.worker_id, r.version desc`.execute(db)
  return rows
}

interface NewRecord {
  programmeId: string
  year: number
  workerId: string
  version: number
  paymentCount: number
  withholdingYen: number
  netYen: number
  documentId: string
}

export async function insertRecords(db: Db, rows: readonly NewRecord[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 1_000)
    await db
      .insertInto('money.payment_record')
      .values(rows.slice(start, start + 1_000))
      .execute()
}

/** Calendar years in which anybody was paid, newest first. */
export async function yearsWithPayments(db: Db): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    with paid as (select min(result_on) as first, max(result_on) as last from money.transfer_result where result = 'paid')
    select y.year from paid cross join generate_series(extract(year from paid.first)::int, extract(year from paid.last)::int) as y(year)
    where exists (select from money.transfer_result r where r.result = 'paid'
      and r.result_on between make_date(y.year, 1, 1) and make_date(y.year, 12, 31))
    order by y.year desc limit 20`.execute(db)
  return rows.map((row) => row.year)
}

/** A worker's own yearly statements, the last version of each year. */
export async function ownRecords(db: Db, workerIds: readonly string[]) {
  const { rows } = await sql<{ year: number; version: number; netYen: number; withholdingYen: number; documentId: string }>`
    select distinct on (year) year, version, net_yen, withholding_yen, document_id
    from money.payment_record where worker_id = any(${workerIds}::uuid[]) order by year desc, version desc limit 50`.execute(db)
  return rows
}
