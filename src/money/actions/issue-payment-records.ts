import { action, refuse } from '../../platform/action.ts'
import { storeDocuments } from '../../platform/documents.ts'
import type { PaperParty } from '../../platform/pdf/paper.ts'
import { retainUntil } from '../../orders/rules/retention.ts'
import { calendarDateOf, yearOf } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { workerLabel } from '../../people/rules/leaving.ts'
import { contract } from '../contract/index.ts'
import type { PaymentRecord } from '../documents/payment-record.ts'
import { paperWords } from '../rules/book-words.ts'
import { lockClosing } from '../store/closing.ts'
import { operatorParty } from '../store/parties.ts'
import {
  insertRecords,
  lastRecords,
  type PaymentOfYear,
  paymentsOfYear,
  withoutRecord,
  type YearOfWorker,
} from '../store/payment-records.ts'

/** Issues what each worker was paid in a calendar year (支払実績明細); payments that changed since make a new version. */
export const issuePaymentRecords = action(contract['issue-payment-records'], {
  load: async ({ db }, { year }) => {
    await lockClosing(db)
    return { subject: String(year) }
  },
  run: async (context, { year, limit }) => {
    const { db, programmeId, today } = context
    if (yearOf(today) <= year) return refuse('year-not-over')
    const people = await withoutRecord(db, year, limit)
    if (people.length === 0) return refuse('nothing-to-issue')
    const ids = people.map((worker) => worker.id)
    const payments = Map.groupBy(await paymentsOfYear(db, year, ids), (payment) => payment.workerId)
    const earlier = new Map((await lastRecords(db, year, ids)).map((record) => [record.workerId, record]))
    const issuer = { ...(await operatorParty(db)), honorific: null }
    const lastDay = calendarDateOf(year, 12, 31)
    const stored = await storeDocuments(
      context,
      people.map((worker) => {
        const before = earlier.get(worker.id)
        return {
          kind: 'payment-record',
          prefix: `Y-${year}-`,
          template: 'payment-record/v2',
          transactionOn: lastDay,
          amountYen: worker.feeYen + worker.taxYen,
          counterpartyId: worker.id,
          counterpartyName: worker.workerName,
          ownerUserId: worker.userId,
          data: {
            ...recordOf(worker, issuer, year, payments.get(worker.id) ?? []),
            // What it is found by beside the fees with tax.
            netYen: worker.netYen,
            edition: before ? { version: before.documentVersion + 1, reason: paperWords.recordEdition } : null,
          },
          ...(before ? { supersedes: { id: before.documentId, number: before.number, version: before.documentVersion } } : {}),
          retainUntil: retainUntil(lastDay),
        }
      }),
    )
    await insertRecords(
      db,
      people.flatMap((worker, at) => {
        const document = stored[at]
        if (!document) return []
        const { id, netYen, paymentCount, withholdingYen } = worker
        return [
          {
            programmeId,
            year,
            workerId: id,
            version: (earlier.get(id)?.version ?? 0) + 1,
            paymentCount,
            withholdingYen,
            netYen,
            documentId: document.id,
          },
        ]
      }),
    )
    return { year, issuedCount: stored.length }
  },
})

function recordOf(
  worker: YearOfWorker,
  issuer: PaperParty,
  year: number,
  payments: readonly PaymentOfYear[],
): Omit<PaymentRecord, 'edition'> {
  return {
    issuer,
    worker: {
      name: worker.workerName,
      honorific: worker.workerKind === 'corporation' ? '御中' : '様',
      postalCode: null,
      address: worker.address || null,
      phone: null,
      email: null,
      attention: workerLabel(worker.workerNumber),
    },
    year,
    payments: payments.map((payment) => ({
      paidOn: payment.paidOn,
      statementNumber: payment.number,
      description: paperWords.closeOf(payment.month),
      feeYen: yen(payment.feeYen),
      taxYen: yen(payment.taxYen),
      withholdingBaseYen: yen(payment.withholdingBaseYen),
      withholdingYen: yen(payment.withholdingYen),
      netYen: yen(payment.netYen),
    })),
  }
}
