import { createHash } from 'node:crypto'
import type { Action } from '../platform/action.ts'
import { registerFileReader } from '../platform/files.ts'
import { answer, type Read } from '../platform/read.ts'
import { findAll } from '../platform/search.ts'
import { setComingPay } from '../delivery/store/coming-pay.ts'
import { setOperatorCheck } from '../programme/store/operator-check.ts'
import { calendarDate } from '../units/calendar-date.ts'
import { fiscalYear as asFiscalYear, fiscalYearOf } from '../units/fiscal-year.ts'
import { acceptOverdue } from './actions/accept-overdue.ts'
import { answerObjection } from './actions/answer-objection.ts'
import { approveBatch } from './actions/approve-batch.ts'
import { closeMonth } from './actions/close-month.ts'
import { confirmStatement } from './actions/confirm-statement.ts'
import { correctStatement } from './actions/correct-statement.ts'
import { decideWithholding } from './actions/decide-withholding.ts'
import { approveReopening } from './actions/approve-reopening.ts'
import { askReopening } from './actions/ask-reopening.ts'
import { daysOfReopening, listReopenings, readLock } from './store/period-locks.ts'
import { downloadBatchFile } from './actions/download-batch-file.ts'
import { exportBatch } from './actions/export-batch.ts'
import { issueInvoice } from './actions/issue-invoice.ts'
import { issuePaymentRecords } from './actions/issue-payment-records.ts'
import { issueStatements } from './actions/issue-statements.ts'
import { makeBatch } from './actions/make-batch.ts'
import { objectToStatement } from './actions/object-to-statement.ts'
import { recordCost } from './actions/record-cost.ts'
import { recordReceipt } from './actions/record-receipt.ts'
import { recordResults } from './actions/record-results.ts'
import { recordReturn } from './actions/record-return.ts'
import { recordWithholdingPayment } from './actions/record-withholding-payment.ts'
import { rejectBatch } from './actions/reject-batch.ts'
import { reverseEntry } from './actions/reverse-entry.ts'
import { contract } from './contract/index.ts'
import { journalCsv } from './rules/journal-csv.ts'
import { readBatch } from './store/batch-reads.ts'
import { listDocuments, listJournal, listPostings, readTrialBalance } from './store/books.ts'
import { readComingPay } from './store/coming-pay.ts'
import { listCosts, mayReadReceipt } from './store/costs.ts'
import { findImbalances } from './store/journal.ts'
import { listInvoices, listOwnInvoices, readInvoice } from './store/client-reads.ts'
import { listCloses, listStatements, readClose } from './store/close-reads.ts'
import { readOfficeHome } from './store/office-home.ts'
import { ownRecords } from './store/payment-records.ts'
import { faultsOfOperator } from './store/operator-account.ts'
import { readProfit } from './store/profit.ts'
import { findDocuments, findInvoices, findOwnInvoices } from './store/search.ts'
import { paymentRecordsFile, readPaymentRecords, readWithheldMonths } from './store/taxes.ts'
import { readMyMoney, readStatement } from './store/worker-reads.ts'
import './store/personal-columns.ts'

setOperatorCheck(faultsOfOperator)
setComingPay(readComingPay)

export { names } from './store/names.ts'
export { ownData } from './store/own-data.ts'

export const actions: Action[] = [
  decideWithholding,
  acceptOverdue,
  closeMonth,
  issueStatements,
  makeBatch,
  approveBatch,
  rejectBatch,
  exportBatch,
  downloadBatchFile,
  askReopening,
  approveReopening,
  recordResults,
  recordReturn,
  confirmStatement,
  objectToStatement,
  correctStatement,
  answerObjection,
  issueInvoice,
  recordReceipt,
  recordCost,
  recordWithholdingPayment,
  issuePaymentRecords,
  reverseEntry,
]

registerFileReader(mayReadReceipt)

export const reads: Read[] = [
  answer(contract.search, (context, { text }) =>
    findAll(context, [
      { kind: 'invoice', like: contract.invoices, find: () => findInvoices(context.db, text) },
      { kind: 'own-invoice', like: contract['my-invoices'], find: (reach) => findOwnInvoices(context.db, reach, text) },
      { kind: 'document', like: contract.documents, find: () => findDocuments(context.db, text) },
    ]),
  ),
  answer(contract['office-home'], ({ db, actor, today }) => readOfficeHome(db, actor.userId, today)),
  answer(contract.closes, ({ db, today }) => listCloses(db, today)),
  answer(contract.close, ({ db, today }, { month }) => readClose(db, calendarDate(month), today)),
  answer(contract.statements, ({ db }, input) => listStatements(db, input)),
  answer(contract.statement, ({ db }, { statementId }) => readStatement(db, null, statementId)),
  answer(contract.batch, ({ db, actor, now }, input) => readBatch(db, actor.userId, input, now)),
  answer(contract.invoices, ({ db, today }, input) => listInvoices(db, today, input)),
  answer(contract.invoice, ({ db, today }, { invoiceId }) => readInvoice(db, today, invoiceId)),
  answer(contract['my-invoices'], ({ db, reach, today }, input) => listOwnInvoices(db, reach, today, input)),
  answer(contract.reopenings, async ({ db, actor, today }) => ({
    lockedOn: (await readLock(db, today)).lockedOn,
    days: await daysOfReopening(db),
    rows: await listReopenings(db, actor.userId),
  })),
  answer(contract.costs, ({ db }, input) => listCosts(db, input)),
  answer(contract['withheld-months'], async ({ db, today }) => ({ rows: await readWithheldMonths(db, today) })),
  answer(contract['payment-records'], ({ db, today }, input) => readPaymentRecords(db, today, input)),
  answer(contract['payment-records-csv'], ({ db }, { year }) => paymentRecordsFile(db, year)),
  answer(contract['my-payment-records'], async ({ db, reach }) => ({ rows: await ownRecords(db, reach.ids('self')) })),
  answer(contract['my-money'], ({ db, reach, today }, input) => readMyMoney(db, reach.ids('self'), today, input)),
  answer(contract['my-statement'], ({ db, reach }, { statementId }) => readStatement(db, reach.ids('self'), statementId)),
  answer(contract.journal, ({ db }, input) => listJournal(db, input)),
  answer(contract['journal-csv'], async ({ db }, { from, to }) => {
    const bytes = Buffer.from(journalCsv(await listPostings(db, from, to)), 'utf8')
    return {
      name: `journal-${from}-${to}.csv`,
      mediaType: 'text/csv',
      base64: bytes.toString('base64'),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
  }),
  answer(contract['books-proof'], async ({ db }) => ({ imbalanceCount: (await findImbalances(db)).length })),
  answer(contract['trial-balance'], ({ db }, { from, to }) => readTrialBalance(db, from, to)),
  answer(contract.profit, ({ db, today }, { fiscalYear }) =>
    readProfit(db, fiscalYear === null ? fiscalYearOf(today) : asFiscalYear(fiscalYear)),
  ),
  answer(contract.documents, ({ db }, input) => listDocuments(db, input)),
]
