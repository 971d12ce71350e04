import type { ActionContext } from '../platform/action.ts'
import { timer } from '../platform/jobs.ts'
import { isNews, notify } from '../platform/notifications/notifications.ts'
import { reaction } from '../platform/reactions.ts'
import { events } from './rules/events.ts'
import { notices } from './rules/notices.ts'
import { payOnFor } from './rules/receipt.ts'
import { readRisks } from './store/director-home.ts'
import { payDayOf } from './store/hand-ins.ts'
import { deliveryNews, handInNews, holdersOf } from './store/notices.ts'

interface HandIn {
  submissionId: string
}
interface Delivery {
  deliveryId: string
}

// A reaction may run late; what somebody has done meanwhile is no news any more.
async function tellInspectors(context: ActionContext, { submissionId }: HandIn): Promise<void> {
  const handIn = await handInNews(context.db, submissionId)
  if (handIn?.state !== 'waiting') return
  const people = await holdersOf(context.db, ['director', 'leader'], { order: [handIn.orderId], site: [handIn.onSiteId] })
  const facts = { title: handIn.title, units: handIn.units, unitName: handIn.unitName, inspectBy: handIn.inspectBy }
  await notify(
    context,
    notices['hand-in-received'],
    people.filter((userId) => userId !== handIn.userId),
    { link: `/inspections/${submissionId}`, facts },
  )
}

async function tellWorkerOfAcceptance(context: ActionContext, { submissionId }: HandIn): Promise<void> {
  const handIn = await handInNews(context.db, submissionId)
  if (!handIn || !isNews(handIn.acceptedOn ?? context.today, context.today)) return
  const payOn = payOnFor(handIn.receivedOn, await payDayOf(context.db))
  const facts = { title: handIn.title, units: handIn.units, unitName: handIn.unitName, payOn }
  await notify(context, notices['hand-in-accepted'], [handIn.userId], { link: `/work/${handIn.assignmentId}`, facts })
}

async function tellWorkerOfReturn(context: ActionContext, { submissionId }: HandIn): Promise<void> {
  const handIn = await handInNews(context.db, submissionId)
  if (!handIn || handIn.correctBy === null) return
  const facts = { title: handIn.title, units: handIn.units, unitName: handIn.unitName, correctBy: handIn.correctBy }
  await notify(context, notices['hand-in-returned'], [handIn.userId], { link: `/work/${handIn.assignmentId}`, facts })
}

async function tellClient(context: ActionContext, { deliveryId }: Delivery): Promise<void> {
  const delivery = await deliveryNews(context.db, deliveryId)
  if (!delivery?.isWaiting) return
  const people = await holdersOf(context.db, ['client'], { client: [delivery.clientId] })
  await notify(context, notices.delivered, people, {
    link: `/deliveries/${deliveryId}`,
    facts: { number: delivery.number, title: delivery.title },
  })
}

/** Those who answer to the client hear what the client said. */
const tellOfAnswer =
  (kind: 'accepted-by-client' | 'returned-by-client') =>
  async (context: ActionContext, { deliveryId }: Delivery): Promise<void> => {
    const delivery = await deliveryNews(context.db, deliveryId)
    if (!delivery || !isNews(delivery.answeredOn ?? context.today, context.today)) return
    const people = await holdersOf(context.db, ['director', 'sales'], { order: [delivery.orderId], site: delivery.siteIds })
    await notify(context, notices[kind], people, {
      link: `/orders/${delivery.orderId}`,
      facts: { number: delivery.number, title: delivery.title },
    })
  }

export const reactions = [
  reaction(events['deliverable.received'], 'delivery.tell-inspectors', tellInspectors),
  reaction(events['deliverable.accepted'], 'delivery.tell-of-acceptance', tellWorkerOfAcceptance),
  reaction(events['deliverable.returned'], 'delivery.tell-of-return', tellWorkerOfReturn),
  reaction(events['order.delivered'], 'delivery.tell-client', tellClient),
  reaction(events['delivery.accepted-by-client'], 'delivery.tell-of-client-acceptance', tellOfAnswer('accepted-by-client')),
  reaction(events['delivery.returned-by-client'], 'delivery.tell-of-client-return', tellOfAnswer('returned-by-client')),
]

const wholeProgramme = { everything: true, ids: () => [] }

/** One line a day to the directors of the programme while anything is at risk; the page says what, why and by how much. */
export async function tellOfRisks(context: ActionContext): Promise<void> {
  const risks = await readRisks(context.db, wholeProgramme, context.today)
  const [heaviest] = risks
  if (!heaviest) return
  await notify(context, notices['at-risk'], await holdersOf(context.db, ['director']), {
    link: '/',
    once: context.today,
    facts: { count: risks.length, title: heaviest.packageTitle },
  })
}

export const timers = [
  // 07:30 in Japan, on working and other days alike: a package is due on any of them.
  timer('delivery.tell-of-risks', '30 22 * * *', tellOfRisks),
]
