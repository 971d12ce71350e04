import { contextOf, newId } from '../../platform/action.ts'
import { systemActor } from '../../platform/access.ts'
import { insertMany } from '../../platform/db/bulk.ts'
import type { Db } from '../../platform/db/db.ts'
import { storeDocuments } from '../../platform/documents.ts'
import { termsOfOrder } from '../../orders/documents/terms-of-order.ts'
import { packageTexts } from '../../orders/documents/standard-terms.ts'
import { retainUntil } from '../../orders/rules/retention.ts'
import { addDays, calendarDate, type CalendarDate } from '../../units/calendar-date.ts'
import { endOfFiscalYear, fiscalYearOf } from '../../units/fiscal-year.ts'
import type { DeliverableFact, OrderFact, YearFacts } from './facts.ts'
import { nameOf } from './accounts.ts'
import { words } from './messages.ja.ts'
import type { DemoWorker } from './people.ts'
import type { Frame } from './programme.ts'
import { noonOf } from './scene.ts'

/** One order of the past with the package it was cut into and its units, all of them done. */
export interface PastOrder {
  id: string
  packageId: string
  fact: OrderFact
  units: number
}

/**
 * Enters one year of finished work in sets: ordered, offered, agreed with its notice of terms, handed in, inspected. The rows are those
 * that the actions write, under the same checks and row-level security; the notices of terms come from the same composer and are chained
 * like all documents.
 */
export async function insertYear(db: Db, frame: Frame, workers: readonly DemoWorker[], facts: YearFacts): Promise<PastOrder[]> {
  const tenant = { programmeId: frame.programmeId }
  const byOrder = Map.groupBy(facts.deliverables, (deliverable) => deliverable.order)
  const orders = facts.orders.map((fact) => ({
    id: newId(),
    packageId: newId(),
    fact,
    units: (byOrder.get(fact.index) ?? []).reduce((sum, deliverable) => sum + deliverable.units, 0),
  }))
  await insertOrders(db, frame, facts.fiscalYear, orders)
  await insertMany(
    db,
    'orders.package',
    orders.filter((order) => order.units > 0).map((order) => packageRow(frame, facts.fiscalYear, order)),
  )

  const agreed = facts.deliverables.map((fact) => ({
    fact,
    worker: workerOf(workers, fact.worker),
    order: orderOf(orders, fact.order),
    offerId: newId(),
    assignmentId: newId(),
    submissionId: newId(),
    terms: termsOfOrder(agreedFacts(frame, fact, workerOf(workers, fact.worker), orderOf(orders, fact.order))),
  }))
  await insertMany(
    db,
    'orders.offer',
    agreed.map(({ fact, worker, order, offerId }) => ({
      ...tenant,
      id: offerId,
      packageId: order.packageId,
      workerId: worker.id,
      units: fact.units,
      minutes: fact.units * unitMinutes,
      unitPriceYen: fact.unitPriceYen,
      dueOn: fact.receivedOn,
      state: 'accepted',
      offeredBy: 'system',
      offeredAt: noonOf(orderedOn(fact)).toISOString(),
      decidedAt: noonOf(orderedOn(fact)).toISOString(),
    })),
  )
  const context = contextOf(
    db,
    frame.programmeId,
    systemActor,
    noonOf(endOfFiscalYear(fiscalYearOf(calendarDate(`${facts.fiscalYear}-04-01`)))),
  )
  const notices = await storeDocuments(
    context,
    agreed.map(({ fact, worker, terms }) => ({
      kind: 'notice-of-terms',
      prefix: `T${facts.fiscalYear}-`,
      template: 'notice-of-terms/v1',
      transactionOn: orderedOn(fact),
      amountYen: terms.feeYen + terms.taxYen,
      counterpartyId: worker.id,
      counterpartyName: words.worker(worker.number).name,
      ownerUserId: null,
      data: terms.notice,
      retainUntil: retainUntil(fact.receivedOn),
    })),
  )
  await insertMany(
    db,
    'orders.assignment',
    agreed.map(({ fact, worker, order, offerId, assignmentId, terms }, index) => ({
      ...tenant,
      id: assignmentId,
      offerId,
      packageId: order.packageId,
      workerId: worker.id,
      units: fact.units,
      unitPriceYen: fact.unitPriceYen,
      feeYen: terms.feeYen,
      taxYen: terms.taxYen,
      orderedOn: orderedOn(fact),
      dueOn: fact.receivedOn,
      inspectionCompleteOn: terms.inspectionCompleteOn,
      payOn: terms.payOn,
      noticeDocumentId: notices[index]?.id,
      isDemo: true,
      acceptedAt: noonOf(orderedOn(fact)).toISOString(),
    })),
  )
  await insertMany(
    db,
    'delivery.submission',
    agreed.map(({ fact, worker, order, assignmentId, submissionId }) => ({
      ...tenant,
      id: submissionId,
      assignmentId,
      workerId: worker.id,
      packageId: order.packageId,
      units: fact.units,
      note: '',
      receivedAt: noonOf(fact.receivedOn).toISOString(),
      receivedOn: fact.receivedOn,
    })),
  )
  await insertMany(
    db,
    'delivery.acceptance',
    agreed.map(({ fact, submissionId }) => ({
      ...tenant,
      submissionId,
      acceptedOn: addDays(fact.receivedOn, 2),
      acceptedBy: 'system',
      note: '',
      firstPass: fact.units % 9 !== 0,
    })),
  )
  return orders
}

const unitMinutes = 5
/** Demo work is agreed a week before it is received. */
const orderedOn = (fact: DeliverableFact): CalendarDate => addDays(fact.receivedOn, -7)

const orderOf = (orders: readonly PastOrder[], index: number): PastOrder => found(orders.find((order) => order.fact.index === index))
const workerOf = (workers: readonly DemoWorker[], number: number): DemoWorker => found(workers[number - 1])
function found<T>(item: T | undefined): T {
  if (item === undefined) throw new Error('the demo facts name something that is not there')
  return item
}

const titleOf = (fiscalYear: number, fact: OrderFact): string =>
  words.order(found(words.kinds[fact.kind]).ja, `${fiscalYear}`, fact.index + 1)

async function insertOrders(db: Db, frame: Frame, fiscalYear: number, orders: readonly PastOrder[]): Promise<void> {
  await insertMany(
    db,
    'orders.client_order',
    orders.map(({ id, fact }) => ({
      programmeId: frame.programmeId,
      id,
      number: `H${fiscalYear}-${String(fact.index + 1).padStart(4, '0')}`,
      clientId: found(frame.clients[fact.client]),
      title: titleOf(fiscalYear, fact),
      description: '',
      orderedOn: fact.orderedOn,
      dueOn: fact.acceptedOn,
      amountYen: fact.amountYen,
      municipalityId: frame.city[fact.city],
      state: 'running',
      createdAt: noonOf(fact.orderedOn).toISOString(),
    })),
  )
}

function packageRow(frame: Frame, fiscalYear: number, { id, packageId, fact, units }: PastOrder) {
  const kind = found(frame.kinds[fact.kind])
  return {
    programmeId: frame.programmeId,
    id: packageId,
    orderId: id,
    title: titleOf(fiscalYear, fact),
    summary: '',
    specification: words.specification,
    workKindId: kind.id,
    units,
    unitName: kind.unit,
    unitMinutes,
    unitPriceYen: 150,
    releaseOn: fact.orderedOn,
    dueOn: fact.acceptedOn,
    state: 'ready',
    createdAt: noonOf(fact.orderedOn).toISOString(),
  }
}

function agreedFacts(frame: Frame, fact: DeliverableFact, worker: DemoWorker, order: PastOrder) {
  const { programme } = words
  const name = words.worker(worker.number)
  return {
    operator: {
      name: programme.operatorName,
      address: programme.operatorAddress,
      contact: programme.operatorContact,
      representative: programme.operatorRepresentative,
      payDay: 25,
    },
    worker: {
      number: worker.number,
      name: name.name,
      kind: 'individual',
      address: words.postal(words.cities[worker.city].name),
      email: `worker-${worker.number}@demo.example`,
      phone: '',
    },
    work: {
      title: titleOf(fiscalYearOf(fact.receivedOn), order.fact),
      summary: '',
      specification: words.specification,
      unitName: found(frame.kinds[order.fact.kind]).unit,
      inspectionDays: 7,
      expenses: packageTexts.expenses,
      intellectualProperty: packageTexts.intellectualProperty,
      personalData: packageTexts.personalData,
      contact: nameOf('director'),
      manualVersion: null,
    },
    units: fact.units,
    unitPriceYen: fact.unitPriceYen,
    taxRatePercent: 10,
    orderedOn: orderedOn(fact),
    dueOn: fact.receivedOn,
    amends: null,
  }
}
