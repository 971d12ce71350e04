import { action } from '../../platform/action.ts'
import { storeDocuments } from '../../platform/documents.ts'
import { isNews, notifyEach } from '../../platform/notifications/notifications.ts'
import type { PaperParty } from '../../platform/pdf/paper.ts'
import { retainUntil } from '../../orders/rules/retention.ts'
import { jstDateOf, yearOf } from '../../units/calendar-date.ts'
import { formatYen, yen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { maskAccount } from '../documents/billing.ts'
import { refuseWrongStatement, type Statement } from '../documents/statement.ts'
import { paperWords } from '../rules/book-words.ts'
import { confirmationDays, confirmBy } from '../rules/confirmation.ts'
import { taxByRate } from '../rules/consumption-tax.ts'
import { notices } from '../rules/notices.ts'
import { operatorParty } from '../store/parties.ts'
import { linkDocuments, type StatementRow, withoutDocument } from '../store/statement-documents.ts'
import { lockClose } from '../store/transfers.ts'

/** Makes the papers (仕入明細書, 支払通知書) of statements that have none; the lock on the close lets one at a time. */
export const issueStatements = action(contract['issue-statements'], {
  load: async ({ db }, { closeId }) => {
    const close = await lockClose(db, closeId)
    return close && { subject: closeId }
  },
  run: async (context, { closeId, limit }) => {
    const { db, programmeId } = context
    const rows = await withoutDocument(db, closeId, limit)
    const issuer = await operatorParty(db)
    const papers = rows.map((row) => ({ row, data: statementOf(row, { ...issuer, honorific: null }) }))
    for (const { data } of papers) refuseWrongStatement(data)
    const stored = await storeDocuments(
      context,
      papers.map(({ row, data }) => ({
        kind: 'statement',
        prefix: `S-${yearOf(row.pay_on)}-`,
        template: 'statement/v1',
        transactionOn: data.period.to,
        amountYen: row.net_yen,
        counterpartyId: row.worker_id,
        counterpartyName: row.worker_name,
        ownerUserId: row.user_id,
        data,
        ...(row.corrected === null ? {} : { supersedes: row.corrected }),
        retainUntil: retainUntil(data.period.to),
      })),
    )
    await linkDocuments(
      db,
      programmeId,
      stored.flatMap((document, at) => (rows[at] ? [{ statementId: rows[at].id, documentId: document.id }] : [])),
    )
    const news = rows
      .filter((row) => isNews(row.pay_on, context.today))
      .map((row) => ({ userId: row.user_id, link: `/my-money/${row.id}`, facts: { payOn: row.pay_on, netYen: row.net_yen } }))
    await notifyEach(context, notices['statement-issued'], news)
    return { closeId, issuedCount: stored.length }
  },
})

function correctionRemarks({ correction_reason, due_yen, net_yen }: StatementRow): string {
  const paidYen = net_yen - due_yen
  return paperWords.correction(correction_reason, paidYen === 0 ? null : formatYen(yen(paidYen), 'ja'), formatYen(yen(due_yen), 'ja'))
}

const noAccount = { bankName: '', branchName: '', accountType: 'ordinary', accountNumber: '000', holder: '' } as const

function statementOf(row: StatementRow, issuer: PaperParty): Statement {
  const lines = row.lines.map((line) => ({
    suppliedOn: line.receivedOn,
    description: line.description,
    orderNumber: line.orderNumber,
    // A corrected amount is no product of units and price any more.
    quantity:
      line.units * line.unitPriceYen === line.amountYen
        ? { count: line.units, unit: line.unitName, unitPriceYen: yen(line.unitPriceYen) }
        : null,
    amountYen: yen(line.amountYen),
    taxRatePercent: line.taxRatePercent,
    reducedRate: line.taxRatePercent === 8,
    // A corporation's fees are never subject, whatever the kind of work.
    withholding: row.worker_kind === 'corporation' ? ('not-subject' as const) : line.withholding,
  }))
  const days = lines.map((line) => line.suppliedOn).sort()
  const from = days[0] ?? row.pay_on
  return {
    registration:
      row.registration_number === null
        ? { kind: 'payment-notice' }
        : { kind: 'purchase-statement', registrationNumber: row.registration_number },
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
    confirmation: { days: confirmationDays, until: confirmBy(jstDateOf(new Date(row.issued_at))) },
    corrects: row.corrected === null ? null : { number: row.corrected.number, issuedOn: jstDateOf(new Date(row.corrected.issuedAt)) },
    remarks: row.corrected === null ? paperWords.statementRemarks : correctionRemarks(row),
  }
}
