import type { Action } from '../platform/action.ts'
import { registerDocumentReader } from '../platform/documents.ts'
import { registerFileReader } from '../platform/files.ts'
import { answer, type Read } from '../platform/read.ts'
import { findAll } from '../platform/search.ts'
import { acceptDeliverable } from './actions/accept-deliverable.ts'
import { acceptDelivery } from './actions/accept-delivery.ts'
import { deliverOrder } from './actions/deliver-order.ts'
import { returnDeliverable } from './actions/return-deliverable.ts'
import { returnDelivery } from './actions/return-delivery.ts'
import { submitDeliverable } from './actions/submit-deliverable.ts'
import { contract } from './contract/index.ts'
import { clientStageOf } from './rules/client-stage.ts'
import { clientDeliveries, clientDelivery, clientOrders, mayReadPaper } from './store/clients.ts'
import { readDirectorHome } from './store/director-home.ts'
import { mayReadFile } from './store/hand-ins.ts'
import { listWaiting, openQuestions, readInspection } from './store/inspections.ts'
import { readOrderDelivery } from './store/order-delivery.ts'
import { findDeliveries, findWork } from './store/search.ts'
import { listWork, readAssignment, readMyHome } from './store/work.ts'
import './store/personal-columns.ts'

export { names } from './store/names.ts'
export { ownData } from './store/own-data.ts'

export const actions: Action[] = [submitDeliverable, acceptDeliverable, returnDeliverable, deliverOrder, acceptDelivery, returnDelivery]

registerFileReader(mayReadFile)
registerDocumentReader(mayReadPaper)

export const reads: Read[] = [
  answer(contract.search, (context, { text }) =>
    findAll(context, [
      { kind: 'work', like: contract['my-work'], find: (reach) => findWork(context.db, reach, text) },
      { kind: 'delivery', like: contract['client-deliveries'], find: (reach) => findDeliveries(context.db, reach, text) },
    ]),
  ),
  answer(contract['my-work'], ({ db, reach, today }, input) => listWork(db, reach.ids('self'), today, input)),
  answer(contract['my-assignment'], ({ db, reach, today }, { assignmentId }) => readAssignment(db, reach.ids('self'), today, assignmentId)),
  answer(contract['my-home'], ({ db, reach, now }) => readMyHome(db, reach.ids('self'), now)),
  answer(contract['inspection-queue'], ({ db, reach, actor, today }, input) => listWaiting(db, reach, actor, today, input)),
  answer(contract.inspection, ({ db, reach, actor, today }, { submissionId }) => readInspection(db, reach, actor, today, submissionId)),
  answer(contract['director-home'], ({ db, reach, actor, today }) => readDirectorHome(db, reach, actor, today)),
  answer(contract['leader-home'], async ({ db, reach, actor, today }) => {
    const queue = await listWaiting(db, reach, actor, today, { cursor: null, limit: 10, orderId: null, search: '' })
    return {
      waiting: queue.rows,
      waitingCount: queue.total,
      lateCount: queue.lateCount,
      questions: await openQuestions(db, reach, 20),
      acceptedCount: queue.acceptedCount,
      firstPassCount: queue.firstPassCount,
    }
  }),
  answer(contract['order-delivery'], ({ db, reach }, { orderId }) => readOrderDelivery(db, reach, orderId)),
  answer(contract['client-home'], async ({ db, reach, today }) => {
    const { rows: deliveries } = await clientDeliveries(db, reach, { cursor: null, limit: 20, state: 'waiting' })
    const orders = (await clientOrders(db, reach, today)).map((order) => ({
      id: order.id,
      number: order.number,
      title: order.title,
      dueOn: order.dueOn,
      stage: clientStageOf(order),
      doneNumerator: order.acceptedMinutes,
      doneDenominator: order.totalMinutes,
    }))
    return { deliveries, orders }
  }),
  answer(contract['client-deliveries'], ({ db, reach }, input) => clientDeliveries(db, reach, input)),
  answer(contract['client-delivery'], ({ db, reach }, { deliveryId }) => clientDelivery(db, reach, deliveryId)),
]
