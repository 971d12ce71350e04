import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { type CalendarDate, endOfMonth, monthOf, startOfMonth, yearOf } from '../../units/calendar-date.ts'
import { fiscalYearOf, startOfFiscalYear } from '../../units/fiscal-year.ts'
import { paymentRecordsDueOn } from '../rules/tax-calendar.ts'
import { exemptSupplierCapYen, nearCapYen } from '../rules/transitional-credit.ts'
import type { dutyKinds } from '../contract/books.ts'
import { balances } from './books.ts'
import { listWithoutInvoice } from './client-reads.ts'
import { batchRows, openMonths } from './close-reads.ts'
import { countYearsOfWorkers } from './payment-records.ts'
import { invoiceSelect } from './sales.ts'
import { readWithheldMonths } from './taxes.ts'
import { undecidedKinds } from './withholding.ts'

interface Duty {
  kind: (typeof dutyKinds)[number]
  dueOn: string | null
  count: number
  amountYen: number
  subject: string | null
  isOwn: boolean
}
const duty = (kind: Duty['kind'], rest: Partial<Omit<Duty, 'kind'>>): Duty => ({
  kind,
  dueOn: null,
  count: 1,
  amountYen: 0,
  subject: null,
  isOwn: false,
  ...rest,
})

/** What the office has to do, the earliest date first, and where the money stands. */
export async function readOfficeHome(db: Db, reader: string | null, today: CalendarDate) {
  const fiscalYear = fiscalYearOf(today)
  // Asked at once, the database goes on while the answers before are read.
  const [[bankYen = 0, payableYen = 0, receivableYen = 0, withheldYen = 0], year, ...duties] = await Promise.all([
    balances(db, ['bank', 'accounts-payable', 'accounts-receivable', 'withholding-payable']),
    sql<{ yen: number }>`
      select coalesce(sum(orders_yen - worker_yen - cost_yen), 0)::bigint as yen from money.programme_year
      where fiscal_year = ${fiscalYear}`.execute(db),
    closeDuties(db, today),
    transferDuties(db, reader),
    clientDuties(db, today),
    taxDuties(db, today),
    capDuties(db, today),
  ])
  return {
    today,
    duties: duties.flat().sort((left, right) => (left.dueOn ?? '9999').localeCompare(right.dueOn ?? '9999')),
    bankYen,
    payableYen,
    receivableYen,
    withheldYen,
    fiscalYear,
    yearProfitYen: year.rows[0]?.yen ?? 0,
  }
}

async function closeDuties(db: Db, today: CalendarDate): Promise<Duty[]> {
  const open = await openMonths(db)
  const due = open
    .filter(({ month }) => today > endOfMonth(month))
    .map(({ month, payOn, lineCount }) => duty('close', { dueOn: payOn, count: lineCount, subject: month }))
  const undecided = open.length === 0 ? [] : await undecidedKinds(db, today)
  const first = due.at(-1)
  if (undecided.length > 0) {
    due.push(
      duty('undecided', {
        dueOn: first?.dueOn ?? null,
        count: undecided.length,
        amountYen: undecided.reduce((sum, kind) => sum + kind.amountYen, 0),
        subject: first?.subject ?? startOfMonth(today),
      }),
    )
  }
  const unpaid = await sql<{ month: string; payOn: string; count: number; yen: number; accountless: number }>`
    select c.month, min(u.pay_on) as pay_on, count(*)::int as count, sum(u.due_yen)::bigint as yen,
           (count(*) filter (where not exists (
             select from people.bank_account b where b.programme_id = u.programme_id and b.worker_id = u.worker_id
               and (u.last_state is distinct from 'returned' or b.recorded_at > u.returned_at))))::int as accountless
    from money.unpaid_statement u
    join money.month_close c on c.programme_id = u.programme_id and c.id = u.close_id
    group by c.month`.execute(db)
  for (const row of unpaid.rows) {
    if (row.count > row.accountless)
      due.push(duty('make-batch', { dueOn: row.payOn, count: row.count - row.accountless, amountYen: row.yen, subject: row.month }))
    if (row.accountless > 0) due.push(duty('account-missing', { dueOn: row.payOn, count: row.accountless, subject: row.month }))
  }
  const objections = await sql<{ id: string; payOn: string; netYen: number }>`
    select s.id, s.pay_on, s.net_yen
    from money.statement_answer a
    join money.statement s on s.programme_id = a.programme_id and s.id = a.statement_id
    where a.answer = 'objected' and not exists (select from money.statement n where n.programme_id = s.programme_id and n.corrects = s.id)
      and not exists (select from money.objection_reply r where r.programme_id = s.programme_id and r.statement_id = s.id)
    order by s.pay_on, s.id limit 50`.execute(db)
  return [...due, ...objections.rows.map((row) => duty('objection', { amountYen: row.netYen, subject: row.id, dueOn: row.payOn }))]
}

async function transferDuties(db: Db, reader: string | null): Promise<Duty[]> {
  const kinds = { made: 'approve', approved: 'export', exported: 'results' } as const
  return (await batchRows(db, null)).flatMap((batch) => {
    if (batch.state === 'recorded' || batch.state === 'refused') return []
    return [
      duty(kinds[batch.state], {
        dueOn: batch.valueOn,
        count: batch.transferCount,
        amountYen: batch.totalYen,
        subject: batch.batchId,
        isOwn: batch.madeBy === reader,
      }),
    ]
  })
}

async function clientDuties(db: Db, today: CalendarDate): Promise<Duty[]> {
  const missing = (await listWithoutInvoice(db)).map((row) =>
    duty('invoice-missing', { dueOn: row.acceptedOn, amountYen: row.totalYen, subject: row.deliveryId }),
  )
  const { rows } = await sql<{
    id: string
    dueOn: string
    openYen: number
  }>`select y.id, y.due_on, y.open_yen from (${invoiceSelect(today)}) y where y.state = 'overdue' order by y.due_on limit 50`.execute(db)
  return [...missing, ...rows.map((row) => duty('invoice-overdue', { dueOn: row.dueOn, amountYen: row.openYen, subject: row.id }))]
}

/** Withheld tax of months that are over and, from January to March, the yearly statements of the last year. */
async function taxDuties(db: Db, today: CalendarDate): Promise<Duty[]> {
  const open = (await readWithheldMonths(db, today)).filter((row) => row.state === 'due' || row.state === 'late')
  const duties = open.map((row) =>
    duty('withholding-tax', { dueOn: row.dueOn, count: row.workerCount, amountYen: row.openYen, subject: row.month }),
  )
  if (monthOf(today) > 3) return duties
  const year = yearOf(today) - 1
  const { missingCount } = await countYearsOfWorkers(db, { year, search: '', needed: false })
  return missingCount === 0
    ? duties
    : [...duties, duty('payment-records', { dueOn: paymentRecordsDueOn(year), count: missingCount, subject: String(year) })]
}

/**
 * Unregistered suppliers whose purchases with tax in the fiscal year come near the yearly sum above which there is no
 * transitional credit (平成28年改正法附則52条・53条). The operator's taxable period is taken to be the fiscal year.
 */
async function capDuties(db: Db, today: CalendarDate): Promise<Duty[]> {
  const begins = startOfFiscalYear(fiscalYearOf(today))
  const capYen = exemptSupplierCapYen(begins)
  if (capYen === null) return []
  const { rows } = await sql<{ workerId: string; yen: number }>`
    select s.worker_id, sum(s.total_yen)::bigint as yen
    from money.statement s
    where s.registration_number is null and s.pay_on >= ${begins}::date
      and not exists (select from money.statement n where n.programme_id = s.programme_id and n.corrects = s.id)
    group by s.worker_id having sum(s.total_yen) >= ${nearCapYen(capYen)}::bigint limit 20`.execute(db)
  return rows.map((row) => duty('credit-cap', { amountYen: row.yen, subject: row.workerId }))
}
