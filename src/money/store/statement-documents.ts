import { sql } from 'kysely'
import type { ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { storeDocuments } from '../../platform/documents.ts'
import type { PaperParty } from '../../platform/pdf/paper.ts'
import { operatorParty } from '../../delivery/store/parties.ts'
import { retainUntil } from '../../delivery/rules/retention.ts'
import { addDays, type CalendarDate, jstDateOf, yearOf } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { maskAccount } from '../documents/billing.ts'
import { refuseWrongStatement, type Statement } from '../documents/statement.ts'
import { paperWords } from '../documents/words.ts'
import { confirmationDays } from '../rules/confirmation.ts'
import { taxByRate } from '../rules/consumption-tax.ts'

/** The job that makes the papers of a close in portions; begun again it goes on where it stopped. */
export const issueDocumentsJob = 'money.issue-statements'

interface StatementRow {
  id: string
  worker_id: string
  subtotal_yen: number
  total_yen: number
  withholding_base_yen: number
  withholding_yen: number
  net_yen: number
  registration_number: string | null
  pay_on: CalendarDate
  closed_at: string
  user_id: string | null
  worker_number: number
  worker_kind: 'individual' | 'corporation'
  worker_name: string
  postal_address: string
  account: { bankName: string; branchName: string; accountType: 'ordinary' | 'current' | 'savings' | 'other'; accountNumber: string; holder: string } | null
  lines: { receivedOn: CalendarDate; description: string; orderNumber: string; amountYen: number; taxRatePercent: number; withholding: 'subject' | 'not-subject'; units: number; unitName: string; unitPriceYen: number }[]
}

/** Makes papers for at most `limit` statements of a close that have none; gives how many were made. */
export async function issueDocuments(context: ActionContext, closeId: string, limit: number): Promise<number> {
  const { db, programmeId } = context
  const rows = await withoutDocument(db, closeId, limit)
  const issuer = await operatorParty(db)
  const documents = rows.map((row) => ({ row, data: statementOf(row, { ...issuer, honorific: null }) }))
  for (const { data } of documents) refuseWrongStatement(data)
  const stored = await storeDocuments(
    context,
    documents.map(({ row, data }) => ({
      kind: 'statement',
      prefix: `S-${yearOf(row.pay_on)}-`,
      template: 'statement/v1',
      transactionOn: data.period.to,
      amountYen: row.net_yen,
      counterpartyId: row.worker_id,
      counterpartyName: row.worker_name,
      ownerUserId: row.user_id,
      data,
      retainUntil: retainUntil(data.period.to),
    })),
  )
  const links = stored.map((document, at) => ({ programme_id: programmeId, statement_id: rows[at]?.id ?? '', document_id: document.id }))
  if (links.length > 0) await db.insertInto('money.statement_document').values(links).execute()
  return links.length
}

async function withoutDocument(db: Db, closeId: string, limit: number): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select s.id, s.worker_id, s.subtotal_yen, s.total_yen, s.withholding_base_yen, s.withholding_yen, s.net_yen, s.registration_number, s.pay_on, c.closed_at,
           w.user_id, w.number as worker_number, w.kind as worker_kind, w.name as worker_name, w.postal_address,
           (select jsonb_build_object('bankName', b.bank_name, 'branchName', b.branch_name, 'accountType', b.account_type, 'accountNumber', b.account_number, 'holder', b.holder_kana)
            from people.bank_account b where b.programme_id = s.programme_id and b.worker_id = s.worker_id order by b.recorded_at desc limit 1) as account,
           (select jsonb_agg(jsonb_build_object('receivedOn', p.received_on, 'description', k.title, 'orderNumber', o.number, 'amountYen', p.amount_yen,
              'taxRatePercent', p.tax_rate_percent, 'withholding', l.withholding, 'units', h.units, 'unitName', k.unit_name, 'unitPriceYen', a.unit_price_yen) order by p.received_on, p.submission_id)
            from money.statement_line l
            join money.payable p on p.programme_id = l.programme_id and p.submission_id = l.submission_id
            join delivery.submission h on h.programme_id = p.programme_id and h.id = p.submission_id
            join orders.assignment a on a.programme_id = h.programme_id and a.id = h.assignment_id
            join orders.package k on k.programme_id = p.programme_id and k.id = p.package_id
            join orders.client_order o on o.programme_id = p.programme_id and o.id = p.order_id
            where l.programme_id = s.programme_id and l.statement_id = s.id) as lines
    from money.statement s
    join money.month_close c on c.programme_id = s.programme_id and c.id = s.close_id
    join people.worker w on w.programme_id = s.programme_id and w.id = s.worker_id
    where s.close_id = ${closeId}
      and not exists (select from money.statement_document d where d.programme_id = s.programme_id and d.statement_id = s.id)
    order by s.id limit ${limit}`.execute(db)
  return rows
}

const noAccount = { bankName: '', branchName: '', accountType: 'ordinary', accountNumber: '000', holder: '' } as const

function statementOf(row: StatementRow, issuer: PaperParty): Statement {
  const lines = row.lines.map((line) => ({
    suppliedOn: line.receivedOn,
    description: line.description,
    orderNumber: line.orderNumber,
    quantity: { count: line.units, unit: line.unitName, unitPriceYen: yen(line.unitPriceYen) },
    amountYen: yen(line.amountYen),
    taxRatePercent: line.taxRatePercent,
    reducedRate: line.taxRatePercent === 8,
    // A corporation's fees are never subject, whatever the kind of work.
    withholding: row.worker_kind === 'corporation' ? ('not-subject' as const) : line.withholding,
  }))
  const days = lines.map((line) => line.suppliedOn).sort()
  const from = days[0] ?? row.pay_on
  return {
    registration: row.registration_number === null ? { kind: 'payment-notice' } : { kind: 'purchase-statement', registrationNumber: row.registration_number },
    issuer,
    worker: {
      name: row.worker_name,
      honorific: row.worker_kind === 'corporation' ? '御中' : '様',
      postalCode: null,
      address: row.postal_address || null,
      phone: null,
      email: null,
      attention: `W-${String(row.worker_number).padStart(5, '0')}`,
    },
    period: { from, to: days.at(-1) ?? from },
    lines,
    sums: { subtotalYen: yen(row.subtotal_yen), taxes: [...taxByRate(lines, 'floor')], totalYen: yen(row.total_yen) },
    withholding: row.withholding_yen === 0 ? null : { baseYen: yen(row.withholding_base_yen), taxYen: yen(row.withholding_yen) },
    netYen: yen(row.net_yen),
    payOn: row.pay_on,
    account: maskAccount(row.account ?? noAccount),
    confirmation: { days: confirmationDays, until: addDays(jstDateOf(new Date(row.closed_at)), confirmationDays) },
    corrects: null,
    remarks: paperWords.statementRemarks,
  }
}
