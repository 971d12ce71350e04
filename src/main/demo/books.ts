import type { Actor } from '../../platform/access.ts'
import { systemActor } from '../../platform/access.ts'
import { contextOf } from '../../platform/action.ts'
import { refreshStatistics } from '../../platform/db/bulk.ts'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import { acceptDelivery } from '../../delivery/actions/accept-delivery.ts'
import { deliverOrder } from '../../delivery/actions/deliver-order.ts'
import { approveBatch } from '../../money/actions/approve-batch.ts'
import { closeMonth } from '../../money/actions/close-month.ts'
import { confirmStatement } from '../../money/actions/confirm-statement.ts'
import { exportBatch } from '../../money/actions/export-batch.ts'
import { issuePaymentRecords } from '../../money/actions/issue-payment-records.ts'
import { makeBatch } from '../../money/actions/make-batch.ts'
import { objectToStatement } from '../../money/actions/object-to-statement.ts'
import { recordCost } from '../../money/actions/record-cost.ts'
import { recordReceipt } from '../../money/actions/record-receipt.ts'
import { recordResults } from '../../money/actions/record-results.ts'
import { recordReturn } from '../../money/actions/record-return.ts'
import { recordWithholdingPayment } from '../../money/actions/record-withholding-payment.ts'
import { recordPayables, recordSale } from '../../money/jobs.ts'
import { confirmSilent } from '../../money/store/answers.ts'
import { payOnOfClose, previewClose } from '../../money/store/closing.ts'
import { unposted } from '../../money/store/payables.ts'
import { readWithheldMonths } from '../../money/store/taxes.ts'
import {
  addDays,
  addMonths,
  calendarDate,
  calendarDateOf,
  endOfMonth,
  startOfMonth,
  yearOf,
  type CalendarDate,
} from '../../units/calendar-date.ts'
import type { YearFacts } from './facts.ts'
import type { PastOrder } from './history.ts'
import { words } from './messages.ja.ts'
import type { Frame } from './programme.ts'
import { noonOf, personOf, type Scene } from './scene.ts'

interface Keepers {
  director: Actor
  office: Actor
  approver: Actor
}

/** Posts what is owed for every accepted hand-in that is not posted yet. */
export async function postPayables(db: Db, programmeId: string, on: CalendarDate): Promise<void> {
  for (;;) {
    const work = await unposted(db, null, 1_000)
    if (work.length === 0) return
    await recordPayables(contextOf(db, programmeId, systemActor, noonOf(on)), work)
  }
}

/** The books of a year through the real actions: deliveries and sales, costs, and every month closed, approved by two and paid. */
export async function keepYear(
  db: Db,
  frame: Frame,
  scene: Scene,
  keepers: Keepers,
  facts: YearFacts,
  orders: readonly PastOrder[],
): Promise<void> {
  const { programmeId } = frame
  // The planner learns from the first two years what the tables look like; later years look the same.
  const learn = async () => (facts.fiscalYear <= 2021 ? refreshStatistics(db) : undefined)
  await learn()
  for (const { id, packageId, units, fact } of orders) {
    const { deliveryId } = await scene.act(keepers.director, addDays(fact.acceptedOn, -2), deliverOrder, {
      orderId: id,
      message: '',
      lines: [{ packageId, units }],
      fileIds: [],
    })
    const clientId = frame.clients[fact.client] ?? ''
    await scene.act(personOf('demo-client', 'client', 'client', clientId), fact.acceptedOn, acceptDelivery, { deliveryId, comment: '' })
    await recordSale(contextOf(db, programmeId, systemActor, noonOf(fact.acceptedOn)), deliveryId)
  }
  await settleInvoices(db, scene, keepers)
  await postPayables(db, programmeId, earlier(calendarDateOf(facts.fiscalYear + 1, 3, 31), scene.today))
  await learn()
  for (const [index, amountYen] of facts.monthlyCostsYen.entries()) {
    const paidOn = endOfMonth(addMonths(calendarDateOf(facts.fiscalYear, 4, 1), index))
    await scene.act(keepers.office, paidOn, recordCost, { paidOn, amountYen, taxYen: 0, description: words.cost, municipalityId: null })
  }
  // Of a finished year the work of March is none; of the current one the months are those with a cost.
  const months = Math.min(facts.monthlyCostsYen.length, 11)
  for (let month = calendarDateOf(facts.fiscalYear, 4, 1), at = 0; at < months; month = addMonths(month, 1), at += 1) {
    await payTax(db, scene, keepers, endOfMonth(month))
    const closed = await closeOf(db, scene, keepers, month)
    if (closed) await pay(scene, keepers, closed)
    if (month.endsWith('-04-01')) await learn()
  }
  await payTax(db, scene, keepers, scene.today)
}

const earlier = (left: CalendarDate, right: CalendarDate): CalendarDate => (left < right ? left : right)

/** Tax withheld in months that are over goes to the tax office on its day, before the books of that day close. */
async function payTax(db: Db, scene: Scene, { office }: Keepers, until: CalendarDate): Promise<void> {
  const last = earlier(until, scene.today)
  for (const { month, dueOn, openYen } of await readWithheldMonths(db, last)) {
    if (openYen > 0 && dueOn <= last) await scene.act(office, dueOn, recordWithholdingPayment, { month, paidOn: dueOn })
  }
}

/** The yearly statements of the last years that are over, issued in the middle of January. */
export async function issueRecords(scene: Scene, { office }: Keepers, yearCount: number): Promise<void> {
  const last = yearOf(scene.today) - 1
  for (let year = last - yearCount + 1; year <= last; year += 1) {
    await scene.act(office, earlier(calendarDateOf(year + 1, 1, 15), scene.today), issuePaymentRecords, { year })
  }
}

/** What a real office has on its table: one payment came back, one worker says that something is wrong, others have confirmed. */
export async function leaveQuestions(db: Db, programmeId: string, scene: Scene, { office }: Keepers): Promise<void> {
  const latest = await db
    .selectFrom('money.transfer_result as result')
    .innerJoin('money.transfer as transfer', (join) => sameTenant(join, 'transfer.id', 'result.transferId'))
    .innerJoin('people.worker as worker', (join) => sameTenant(join, 'worker.id', 'transfer.workerId'))
    .select(['transfer.id', 'transfer.statementId', 'transfer.workerId', 'result.resultOn'])
    .where('worker.userId', 'is', null)
    .orderBy('result.resultOn', 'desc')
    .orderBy('worker.number')
    .limit(4)
    .execute()
  const [returned, objecting, ...confirming] = latest
  if (!returned || !objecting || addDays(calendarDate(returned.resultOn), 2) > scene.today) return
  const own = (workerId: string) => personOf('demo-worker', 'worker', 'self', workerId)
  await scene.act(office, addDays(calendarDate(returned.resultOn), 2), recordReturn, {
    transferId: returned.id,
    returnedOn: addDays(calendarDate(returned.resultOn), 2),
    note: words.returnedNote,
    feeYen: 880,
  })
  for (const each of confirming)
    await scene.act(own(each.workerId), addDays(calendarDate(each.resultOn), -20), confirmStatement, { statementId: each.statementId })
  await scene.act(own(objecting.workerId), -1, objectToStatement, { statementId: objecting.statementId, note: words.objection })
  await confirmSilent(contextOf(db, programmeId, systemActor, noonOf(scene.today)))
}

/** The clients paid every invoice on its day. */
async function settleInvoices(db: Db, scene: Scene, { office }: Keepers): Promise<void> {
  for (const { id, totalYen, dueOn } of (await openInvoices(db)).filter((invoice) => invoice.dueOn <= scene.today)) {
    await scene.act(office, calendarDate(dueOn), recordReceipt, { invoiceId: id, receivedOn: dueOn, amountYen: totalYen })
  }
}

const openInvoices = (db: Db) =>
  db
    .selectFrom('money.client_invoice as invoice')
    .select(['invoice.id', 'invoice.totalYen', 'invoice.dueOn'])
    .where((e) => e.not(e.exists(e.selectFrom('money.client_receipt as receipt').whereRef('receipt.invoiceId', '=', 'invoice.id'))))
    .orderBy('invoice.number')
    .execute()

interface Closed {
  closeId: string
  payOn: CalendarDate
}

/** Closes a month on the first day of the next; null when nothing was received in it. */
async function closeOf(db: Db, scene: Scene, { office }: Keepers, month: CalendarDate): Promise<Closed | null> {
  const on = addMonths(startOfMonth(month), 1)
  const payOn = await payOnOfClose(db, month, on)
  const totals = await previewClose(db, month, payOn)
  if (totals.lineCount === 0) return null
  const { closeId } = await scene.act(office, on, closeMonth, {
    month,
    expectedLineCount: totals.lineCount,
    expectedNetYen: totals.netYen,
    leaveWaiting: true,
  })
  return { closeId, payOn }
}

async function pay(scene: Scene, { office, approver }: Keepers, { closeId, payOn }: Closed): Promise<void> {
  const before = addDays(payOn, -10)
  const { batchId } = await scene.act(office, before, makeBatch, { closeId, valueOn: payOn })
  await scene.act(approver, addDays(before, 1), approveBatch, { batchId })
  await scene.act(office, addDays(before, 2), exportBatch, { batchId })
  await scene.act(office, payOn, recordResults, { batchId, paidOn: payOn, returned: [] })
}

/** Last month is closed and its bank transfer waits for the second person. */
export async function leaveBatchWaiting(db: Db, scene: Scene, keepers: Keepers): Promise<void> {
  const month = addMonths(startOfMonth(scene.today), -1)
  const closed = await closeOf(db, scene, keepers, month)
  if (closed && closed.payOn > scene.today)
    await scene.act(keepers.office, 0, makeBatch, { closeId: closed.closeId, valueOn: closed.payOn })
  else if (closed) await pay(scene, keepers, closed)
}
