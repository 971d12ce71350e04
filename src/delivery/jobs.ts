import { systemActor } from '../platform/access.ts'
import { type ActionContext, contextOf } from '../platform/action.ts'
import type { Job, Timer } from '../platform/jobs.ts'
import { isNews, notify } from '../platform/notifications/notifications.ts'
import { type Event, type Reaction, textIn } from '../platform/outbox.ts'
import { listTenants } from '../platform/tenants.ts'
import { notices } from './rules/notices.ts'
import { payOnFor } from './rules/receipt.ts'
import { readRisks } from './store/director-home.ts'
import { payDayOf } from './store/hand-ins.ts'
import { deliveryNews, handInNews, holdersOf } from './store/notices.ts'

// A reaction may run late; what somebody has done meanwhile is no news any more.
async function tellInspectors(context: ActionContext, event: Event): Promise<void> {
  const handIn = await handInNews(context.db, textIn(event, 'submissionId'))
  if (handIn?.state !== 'waiting') return
  const people = await holdersOf(context.db, ['director', 'leader'], { order: [handIn.orderId], site: [handIn.onSiteId] })
  const facts = { title: handIn.title, units: handIn.units, unitName: handIn.unitName, inspectBy: handIn.inspectBy }
  await notify(
    context,
    notices['hand-in-received'],
    people.filter((userId) => userId !== handIn.userId),
    { link: `/inspections/${textIn(event, 'submissionId')}`, facts },
  )
}

async function tellWorkerOfAcceptance(context: ActionContext, event: Event): Promise<void> {
  const handIn = await handInNews(context.db, textIn(event, 'submissionId'))
  if (!handIn || !isNews(handIn.acceptedOn ?? context.today, context.today)) return
  const payOn = payOnFor(handIn.receivedOn, await payDayOf(context.db))
  const facts = { title: handIn.title, units: handIn.units, unitName: handIn.unitName, payOn }
  await notify(context, notices['hand-in-accepted'], [handIn.userId], { link: `/work/${handIn.assignmentId}`, facts })
}

async function tellWorkerOfReturn(context: ActionContext, event: Event): Promise<void> {
  const handIn = await handInNews(context.db, textIn(event, 'submissionId'))
  if (!handIn || handIn.correctBy === null) return
  const facts = { title: handIn.title, units: handIn.units, unitName: handIn.unitName, correctBy: handIn.correctBy }
  await notify(context, notices['hand-in-returned'], [handIn.userId], { link: `/work/${handIn.assignmentId}`, facts })
}

async function tellClient(context: ActionContext, event: Event): Promise<void> {
  const delivery = await deliveryNews(context.db, textIn(event, 'deliveryId'))
  if (!delivery?.isWaiting) return
  const people = await holdersOf(context.db, ['client'], { client: [delivery.clientId] })
  await notify(context, notices.delivered, people, {
    link: `/deliveries/${textIn(event, 'deliveryId')}`,
    facts: { number: delivery.number, title: delivery.title },
  })
}

/** Those who answer to the client hear what the client said. */
const tellOfAnswer =
  (kind: 'accepted-by-client' | 'returned-by-client') =>
  async (context: ActionContext, event: Event): Promise<void> => {
    const delivery = await deliveryNews(context.db, textIn(event, 'deliveryId'))
    if (!delivery || !isNews(delivery.answeredOn ?? context.today, context.today)) return
    const people = await holdersOf(context.db, ['director', 'sales'], { order: [delivery.orderId], site: delivery.siteIds })
    await notify(context, notices[kind], people, {
      link: `/orders/${delivery.orderId}`,
      facts: { number: delivery.number, title: delivery.title },
    })
  }

export const reactions: Reaction[] = [
  { event: 'deliverable.received', name: 'delivery.tell-inspectors', react: tellInspectors },
  { event: 'deliverable.accepted', name: 'delivery.tell-of-acceptance', react: tellWorkerOfAcceptance },
  { event: 'deliverable.returned', name: 'delivery.tell-of-return', react: tellWorkerOfReturn },
  { event: 'order.delivered', name: 'delivery.tell-client', react: tellClient },
  { event: 'delivery.accepted-by-client', name: 'delivery.tell-of-client-acceptance', react: tellOfAnswer('accepted-by-client') },
  { event: 'delivery.returned-by-client', name: 'delivery.tell-of-client-return', react: tellOfAnswer('returned-by-client') },
]
export const jobs: Job[] = []

const wholeProgramme = { everything: true, ids: () => [] }

/** One line a day to the directors of the programme while anything is at risk; the page says what, why and by how much. */
export async function tellOfRisks(context: ActionContext): Promise<void> {
  const risks = await readRisks(context.db, wholeProgramme, context.today)
  const [heaviest] = risks
  if (!heaviest) return
  await notify(context, notices['at-risk'], await holdersOf(context.db, ['director']), {
    link: '/',
    facts: { count: risks.length, title: heaviest.packageTitle },
  })
}

export const timers: Timer[] = [
  {
    name: 'delivery.tell-of-risks',
    // 07:30 in Japan, on working and other days alike: a package is due on any of them.
    cron: '30 22 * * *',
    run: async (database) => {
      const now = new Date()
      for (const programmeId of await listTenants(database)) {
        await database.transaction({ programmeId, userId: null }, (db) => tellOfRisks(contextOf(db, programmeId, systemActor, now)))
      }
    },
  },
]
