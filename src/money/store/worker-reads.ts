import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readSqlPortion } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { type CalendarDate, calendarDate, calendarDateOf, jstDateOf, yearOf } from '../../units/calendar-date.ts'
import { fiscalYearOf } from '../../units/fiscal-year.ts'
import { yen } from '../../units/yen.ts'
import type { statementRow } from '../contract/closing.ts'
import { confirmBy } from '../rules/confirmation.ts'
import { ourTaxRounding, taxByRate } from '../../orders/rules/consumption-tax.ts'
import { paidAlone, withholdingLabel } from '../rules/withholding.ts'
import { statementSelect } from './close-reads.ts'
import { readComingPay } from './coming-pay.ts'
import { statedTogether } from './withholding.ts'

type Row = z.output<typeof statementRow> & { paidOn: string | null }

/** A worker's statements, latest pay date first, with what was paid this fiscal and this calendar year and what is to come. */
export async function readMyMoney(db: Db, workerIds: readonly string[], today: CalendarDate, question: Paging) {
  const mine = sql`from (${statementSelect} where s.worker_id = any(${workerIds}::uuid[])) x where true`
  const page = await readSqlPortion<Row>(db, keyset(question, { 'x.pay_on': 'date', 'x.id': 'uuid' }, 'desc'), sql`x.*`, mine)
  const fiscalYear = fiscalYearOf(today)
  const calendarYear = yearOf(today)
  const facts = await sql<{ total: number; paid: number; calendarPaid: number; hasAccount: boolean }>`
    select (select count(*)::int from money.statement where worker_id = any(${workerIds}::uuid[])) as total,
           (select coalesce(sum(paid_yen), 0)::bigint from money.worker_year where worker_id = any(${workerIds}::uuid[])
             and fiscal_year = ${fiscalYear}) as paid,
           (select coalesce(sum(p.paid_yen), 0)::bigint from money.worker_payment p
             where p.worker_id = any(${workerIds}::uuid[])
               and p.paid_on between ${calendarDateOf(calendarYear, 1, 1)}::date and ${calendarDateOf(calendarYear, 12, 31)}::date) as calendar_paid,
           exists (select from people.bank_account where worker_id = any(${workerIds}::uuid[])) as has_account`.execute(db)
  const [sum] = facts.rows
  const coming = await readComingPay(db, workerIds, today)
  const next = coming.find((day) => day.statedYen > 0)
  return {
    ...page,
    total: sum?.total ?? 0,
    fiscalYear,
    paidYen: sum?.paid ?? 0,
    calendarYear,
    calendarPaidYen: sum?.calendarPaid ?? 0,
    today,
    coming,
    nextPayOn: next?.payOn ?? null,
    comingYen: next?.statedYen ?? 0,
    acceptedYen: coming.reduce((total, day) => total + day.acceptedYen, 0),
    hasAccount: sum?.hasAccount ?? false,
  }
}

interface Line {
  submissionId: string
  description: string
  receivedOn: string
  amountYen: number
  taxRatePercent: number
  withholding: 'subject' | 'not-subject'
}

interface Details {
  withholdingBaseYen: number
  togetherBaseYen: number
  togetherWithheldYen: number
  rootId: string
  ownerId: string
  firstPayOn: CalendarDate
  registrationNumber: string | null
  workerKind: 'individual' | 'corporation'
  issuedAt: string
  objection: string | null
  reply: string | null
  corrects: string | null
  correctionReason: string
  replacedBy: string | null
  returnedNote: string | null
  account: { bankName: string; branchName: string; accountNumber: string } | null
}

/** One statement with its lines, or null; `workerIds` null reads any worker's. */
export async function readStatement(db: Db, workerIds: readonly string[] | null, statementId: string) {
  const { rows } = await sql<Row & Details>`
    select x.*, s.withholding_base_yen, s.together_base_yen, s.together_withheld_yen, s.root_id, s.worker_id as owner_id,
           (select f.pay_on from money.statement f where f.programme_id = s.programme_id and f.id = s.root_id) as first_pay_on,
           s.registration_number, w.kind as worker_kind, s.issued_at, s.corrects, s.correction_reason,
           (select n.id from money.statement n where n.programme_id = s.programme_id and n.corrects = s.id) as replaced_by,
           (select r.reply from money.objection_reply r where r.programme_id = s.programme_id and r.statement_id = s.id) as reply,
           (select note from money.statement_answer a where a.programme_id = s.programme_id and a.statement_id = s.id and a.answer = 'objected') as objection,
           (select t.returned_note from money.statement_transfer t where t.programme_id = s.programme_id and t.statement_id = s.id and t.is_last
             and t.state = 'returned') as returned_note,
           (select jsonb_build_object('bankName', b.bank_name, 'branchName', b.branch_name, 'accountNumber', '****' || right(b.account_number, 3))
            from people.bank_account b where b.programme_id = s.programme_id and b.worker_id = s.worker_id order by b.recorded_at desc limit 1) as account
    from (${statementSelect} where s.id = ${statementId} and (${workerIds === null} or s.worker_id = any(${workerIds ?? []}::uuid[]))) x
    join money.statement s on s.id = x.id
    join people.worker w on w.programme_id = s.programme_id and w.id = s.worker_id`.execute(db)
  const [row] = rows
  if (!row) return null
  const lines = await sql<Line>`
    select p.submission_id, p.description, p.received_on, l.amount_yen, p.tax_rate_percent, l.withholding
    from money.line_of_statement l join money.payable p on p.programme_id = l.programme_id and p.submission_id = l.submission_id
    where l.statement_id = ${statementId} order by p.received_on, p.submission_id`.execute(db)
  const issuedOn = jstDateOf(new Date(row.issuedAt))
  const others =
    (await statedTogether(db, row.firstPayOn, { workerId: row.ownerId, withoutRoot: row.rootId })).get(row.ownerId) ?? paidAlone
  return {
    ...row,
    othersBaseYen: others.baseYen,
    othersWithheldYen: others.withheldYen,
    withholdingLabelJa: withholdingLabel(calendarDate(row.payOn), 'ja'),
    withholdingLabelEn: withholdingLabel(calendarDate(row.payOn), 'en'),
    issuedOn,
    confirmBy: confirmBy(issuedOn),
    taxes: [
      ...taxByRate(
        lines.rows.map((line) => ({ amountYen: yen(line.amountYen), taxRatePercent: line.taxRatePercent })),
        ourTaxRounding,
      ),
    ],
    lines: lines.rows,
  }
}
