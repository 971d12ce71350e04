import type { Actor } from '../../platform/access.ts'
import { systemActor } from '../../platform/access.ts'
import { contextOf } from '../../platform/action.ts'
import { refreshStatistics } from '../../platform/db/bulk.ts'
import type { Db } from '../../platform/db/db.ts'
import { acceptDelivery } from '../../delivery/actions/accept-delivery.ts'
import { deliverOrder } from '../../delivery/actions/deliver-order.ts'
import { approveBatch } from '../../money/actions/approve-batch.ts'
import { closeMonth } from '../../money/actions/close-month.ts'
import { exportBatch } from '../../money/actions/export-batch.ts'
import { makeBatch } from '../../money/actions/make-batch.ts'
import { recordCost } from '../../money/actions/record-cost.ts'
import { recordReceipt } from '../../money/actions/record-receipt.ts'
import { recordResults } from '../../money/actions/record-results.ts'
import { recordPayables, recordSale } from '../../money/jobs.ts'
import { payOnOfClose, previewClose } from '../../money/store/closing.ts'
import { unposted } from '../../money/store/payables.ts'
import { addDays, addMonths, calendarDate, calendarDateOf, endOfMonth, startOfMonth, type CalendarDate } from '../../units/calendar-date.ts'
import type { YearFacts } from './facts.ts'
import type { PastOrder } from './history.ts'
import { words } from './messages.ja.ts'
import type { Frame } from './programme.ts'
import { noonOf, personOf, type Scene } from './scene.ts'

export interface Keepers {
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

/** A finished year's books through the real actions: deliveries and sales, costs, and every month closed, approved by two and paid. */
export async function keepYear(db: Db, frame: Frame, scene: Scene, keepers: Keepers, facts: YearFacts, orders: readonly PastOrder[]): Promise<void> {
  const { programmeId } = frame
  // The planner learns from the first two years what the tables look like; later years look the same.
  const learn = async () => (facts.fiscalYear <= 2021 ? refreshStatistics(db) : undefined)
  await learn()
  for (const { id, packageId, units, fact } of orders) {
    const { deliveryId } = await scene.act(keepers.director, addDays(fact.acceptedOn, -2), deliverOrder, { orderId: id, message: '', lines: [{ packageId, units }], fileIds: [] })
    const clientId = frame.clients[fact.client] ?? ''
    await scene.act(personOf('demo-client', 'client', 'client', clientId), fact.acceptedOn, acceptDelivery, { deliveryId, comment: '' })
    await recordSale(contextOf(db, programmeId, systemActor, noonOf(fact.acceptedOn)), deliveryId)
  }
  await settleInvoices(db, scene, keepers)
  await postPayables(db, programmeId, calendarDateOf(facts.fiscalYear + 1, 3, 31))
  await learn()
  for (const [index, amountYen] of facts.monthlyCostsYen.entries()) {
    const paidOn = endOfMonth(addMonths(calendarDateOf(facts.fiscalYear, 4, 1), index))
    await scene.act(keepers.office, paidOn, recordCost, { paidOn, amountYen, taxYen: 0, description: words.cost, municipalityId: null })
  }
  for (let month = calendarDateOf(facts.fiscalYear, 4, 1); month < `${facts.fiscalYear + 1}-03-01`; month = addMonths(month, 1)) {
    const closed = await closeOf(db, scene, keepers, month)
    if (closed) await pay(scene, keepers, closed)
    if (month.endsWith('-04-01')) await learn()
  }
}

/** The clients of the past paid every invoice on its day. */
async function settleInvoices(db: Db, scene: Scene, { office }: Keepers): Promise<void> {
  for (const { id, totalYen, dueOn } of await openInvoices(db)) {
    await scene.act(office, calendarDate(dueOn), recordReceipt, { invoiceId: id, receivedOn: dueOn, amountYen: totalYen })
  }
}

const openInvoices = (db: Db) =>
  db
    .selectFrom('money.client_invoice as invoice')
    .select(['invoice.id', 'invoice.total_yen as totalYen', 'invoice.due_on as dueOn'])
    .where((e) => e.not(e.exists(e.selectFrom('money.client_receipt as receipt').whereRef('receipt.invoice_id', '=', 'invoice.id'))))
    .orderBy('invoice.number')
    .execute()

interface Closed {
  closeId: string
  payOn: CalendarDate
}

/** Closes a month on the first day of the next; null when nothing was received in it. */
export async function closeOf(db: Db, scene: Scene, { office }: Keepers, month: CalendarDate): Promise<Closed | null> {
  const on = addMonths(startOfMonth(month), 1)
  const payOn = await payOnOfClose(db, month, on)
  const totals = await previewClose(db, month, payOn)
  if (totals.lineCount === 0) return null
  const { closeId } = await scene.act(office, on, closeMonth, { month, expectedLineCount: totals.lineCount, expectedNetYen: totals.netYen, leaveWaiting: true })
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
  if (closed && closed.payOn > scene.today) await scene.act(keepers.office, 0, makeBatch, { closeId: closed.closeId, valueOn: closed.payOn })
  else if (closed) await pay(scene, keepers, closed)
}
