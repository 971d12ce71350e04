import { action } from '../../platform/action.ts'
import { storeDocuments } from '../../platform/documents.ts'
import { isNews, notifyEach } from '../../platform/notifications/notifications.ts'
import type { PaperParty } from '../../platform/pdf/paper.ts'
import { retainUntil } from '../../orders/rules/retention.ts'
import { jstDateOf, yearOf } from '../../units/calendar-date.ts'
import { yen, zeroYen } from '../../units/yen.ts'
import { workerLabel } from '../../people/rules/leaving.ts'
import { contract } from '../contract/index.ts'
import { maskAccount } from '../documents/billing.ts'
import { refuseWrongStatement, type Statement } from '../documents/statement.ts'
import { paperWords } from '../rules/book-words.ts'
import { confirmationDays, confirmBy } from '../rules/confirmation.ts'
import { isReducedRateOn, ourTaxRounding, taxByRate } from '../../orders/rules/consumption-tax.ts'
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
        prefix: `S-${yearOf(row.payOn)}-`,
        template: 'statement/v2',
        transactionOn: data.period.to,
        amountYen: row.totalYen,
        counterpartyId: row.workerId,
        counterpartyName: row.workerName,
        ownerUserId: row.userId,
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
      .filter((row) => isNews(row.payOn, context.today))
      // What will be paid on the day: the difference when an earlier version was paid.
      .map((row) => ({ userId: row.userId, link: `/my-money/${row.id}`, facts: { payOn: row.payOn, netYen: row.dueYen } }))
    await notifyEach(context, notices['statement-issued'], news)
    return { closeId, issuedCount: stored.length }
  },
})

function editionOf({ corrected, correctionReason, dueYen, netYen }: StatementRow): Statement['edition'] {
  if (corrected === null) return null
  return { version: corrected.version + 1, reason: correctionReason, paidYen: yen(netYen - dueYen), dueYen: yen(dueYen) }
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
    reducedRate: isReducedRateOn(line.taxRatePercent, line.receivedOn),
    // A corporation's fees are never subject, whatever the kind of work.
    withholding: row.workerKind === 'corporation' ? ('not-subject' as const) : line.withholding,
  }))
  const days = lines.map((line) => line.suppliedOn).sort()
  const from = days[0] ?? row.payOn
  return {
    registration:
      row.registrationNumber === null
        ? { kind: 'payment-notice' }
        : { kind: 'purchase-statement', registrationNumber: row.registrationNumber },
    issuer,
    worker: {
      name: row.workerName,
      honorific: row.workerKind === 'corporation' ? '御中' : '様',
      postalCode: null,
      address: row.postalAddress || null,
      phone: null,
      email: null,
      attention: workerLabel(row.workerNumber),
    },
    period: { from, to: days.at(-1) ?? from },
    lines,
    sums: { subtotalYen: yen(row.subtotalYen), taxes: [...taxByRate(lines, ourTaxRounding)], totalYen: yen(row.totalYen) },
    withholding: row.withholdingYen === 0 ? null : { baseYen: yen(row.withholdingBaseYen), taxYen: yen(row.withholdingYen) },
    netYen: yen(row.netYen),
    payOn: row.payOn,
    account: maskAccount(row.account ?? noAccount),
    confirmation: { days: confirmationDays, until: confirmBy(jstDateOf(new Date(row.issuedAt))) },
    corrects: row.corrected === null ? null : { number: row.corrected.number, issuedOn: jstDateOf(new Date(row.corrected.issuedAt)) },
    edition: editionOf(row),
    togetherBaseYen: row.withholdingYen === 0 ? zeroYen : yen(row.togetherBaseYen),
    remarks: paperWords.statementRemarks,
  }
}
