import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'

export interface StatementRow {
  id: string
  workerId: string
  subtotalYen: number
  totalYen: number
  withholdingBaseYen: number
  withholdingYen: number
  netYen: number
  registrationNumber: string | null
  payOn: CalendarDate
  issuedAt: string
  /** What a transfer will pay: less than the net amount when an earlier statement of the chain was paid. */
  dueYen: number
  correctionReason: string
  togetherBaseYen: number
  /** The paper that a corrected statement replaces. */
  corrected: { id: string; number: string; version: number; issuedAt: string } | null
  userId: string | null
  workerNumber: number
  workerKind: 'individual' | 'corporation'
  workerName: string
  postalAddress: string
  account: {
    bankName: string
    branchName: string
    accountType: 'ordinary' | 'current' | 'savings' | 'other'
    accountNumber: string
    holder: string
  } | null
  lines: {
    receivedOn: CalendarDate
    description: string
    orderNumber: string
    amountYen: number
    taxRatePercent: number
    withholding: 'subject' | 'not-subject'
    units: number
    unitName: string
    unitPriceYen: number
  }[]
}

/** Statements of a close that have no paper yet, with everything that it says. */
export async function withoutDocument(db: Db, closeId: string, limit: number): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select s.id, s.worker_id, s.subtotal_yen, s.total_yen, s.withholding_base_yen, s.withholding_yen, s.net_yen, s.registration_number, s.pay_on,
           s.issued_at, u.due_yen, s.correction_reason, s.together_base_yen,
           (select jsonb_build_object('id', d.id, 'number', d.number, 'version', d.version, 'issuedAt', d.issued_at)
            from money.statement_document l join platform.document d on d.programme_id = l.programme_id and d.id = l.document_id
            where l.programme_id = s.programme_id and l.statement_id = s.corrects) as corrected,
           w.user_id, w.number as worker_number, w.kind as worker_kind, w.name as worker_name, w.postal_address,
           (select jsonb_build_object('bankName', b.bank_name, 'branchName', b.branch_name, 'accountType', b.account_type,
             'accountNumber', b.account_number, 'holder', b.holder_kana)
            from people.bank_account b where b.programme_id = s.programme_id and b.worker_id = s.worker_id order by b.recorded_at desc limit 1) as account,
           (select jsonb_agg(jsonb_build_object('receivedOn', p.received_on, 'description', k.title, 'orderNumber', o.number, 'amountYen', l.amount_yen,
              'taxRatePercent', p.tax_rate_percent, 'withholding', l.withholding, 'units', h.units, 'unitName', k.unit_name,
              'unitPriceYen', a.unit_price_yen) order by p.received_on, p.submission_id)
            from money.line_of_statement l
            join money.payable p on p.programme_id = l.programme_id and p.submission_id = l.submission_id
            join delivery.submission h on h.programme_id = p.programme_id and h.id = p.submission_id
            join orders.assignment a on a.programme_id = h.programme_id and a.id = h.assignment_id
            join orders.package k on k.programme_id = p.programme_id and k.id = p.package_id
            join orders.client_order o on o.programme_id = p.programme_id and o.id = p.order_id
            where l.programme_id = s.programme_id and l.statement_id = s.id) as lines
    from money.statement s
    join money.statement_due u on u.programme_id = s.programme_id and u.id = s.id
    join people.worker w on w.programme_id = s.programme_id and w.id = s.worker_id
    where s.close_id = ${closeId}
      and not exists (select from money.statement_document d where d.programme_id = s.programme_id and d.statement_id = s.id)
    order by s.id limit ${limit}`.execute(db)
  return rows
}

export async function linkDocuments(
  db: Db,
  programmeId: string,
  links: readonly { statementId: string; documentId: string }[],
): Promise<void> {
  if (links.length === 0) return
  await db
    .insertInto('money.statement_document')
    .values(links.map((link) => ({ programmeId, statementId: link.statementId, documentId: link.documentId })))
    .execute()
}
