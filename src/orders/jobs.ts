import type { ActionContext } from '../platform/action.ts'
import type { Job, Timer } from '../platform/jobs.ts'
import { notify } from '../platform/notifications/notifications.ts'
import { type Event, type Reaction, textIn } from '../platform/outbox.ts'
import { listTenants } from '../platform/tenants.ts'
import { jstDateOf } from '../units/calendar-date.ts'
import { notices } from './rules/notices.ts'
import { expireOffers } from './store/index.ts'
import { holdersOf, offerNews, packageNews, questionNews, termsNews } from './store/notices.ts'

const scopeOf = (work: { orderId: string; onSiteId: string | null }) => ({ order: [work.orderId], site: [work.onSiteId] })

/**
 * The worker who asked for the work knows of the offer: it came at once. A reaction may run late; an offer that is
 * decided and a question that is answered are no news any more.
 */
async function tellOfOffer(context: ActionContext, event: Event): Promise<void> {
  const offer = await offerNews(context.db, textIn(event, 'offerId'))
  if (offer?.state !== 'open' || offer.offeredBy === offer.userId) return
  const facts = { title: offer.title, units: offer.units, unitName: offer.unitName, dueOn: offer.dueOn, answerBy: offer.answerBy }
  await notify(context, notices['offer-made'], [offer.userId], { link: `/offers/${textIn(event, 'offerId')}`, facts })
}

async function tellOfQuestion(context: ActionContext, event: Event): Promise<void> {
  const question = await questionNews(context.db, textIn(event, 'questionId'))
  if (!question || question.answeredAt !== null) return
  const people = await holdersOf(context.db, ['director', 'leader'], scopeOf(question))
  await notify(
    context,
    notices['question-asked'],
    people.filter((userId) => userId !== question.userId),
    { link: '/questions', facts: { title: question.title } },
  )
}

async function tellOfAnswer(context: ActionContext, event: Event): Promise<void> {
  const question = await questionNews(context.db, textIn(event, 'questionId'))
  if (question)
    await notify(context, notices['question-answered'], [question.userId], {
      link: `/manuals/${question.packageId}`,
      facts: { title: question.title },
    })
}

async function tellOfTerms(context: ActionContext, event: Event): Promise<void> {
  const change = await termsNews(context.db, textIn(event, 'changeId'))
  if (change?.state === 'open')
    await notify(context, notices['terms-proposed'], [change.userId], {
      link: `/work/${change.assignmentId}`,
      facts: { title: change.title },
    })
}

async function tellOfRelease(context: ActionContext, event: Event): Promise<void> {
  const packageId = textIn(event, 'packageId')
  const work = await packageNews(context.db, packageId)
  if (!work) return
  const facts = { title: work.title, units: Number(event.payload['units']), unitName: work.unitName }
  await notify(context, notices['units-released'], await holdersOf(context.db, ['director'], scopeOf(work)), {
    link: `/packages/${packageId}`,
    facts,
  })
}

export const reactions: Reaction[] = [
  { event: 'offer.made', name: 'orders.tell-of-offer', react: tellOfOffer },
  { event: 'question.asked', name: 'orders.tell-of-question', react: tellOfQuestion },
  { event: 'question.answered', name: 'orders.tell-of-answer', react: tellOfAnswer },
  { event: 'terms.proposed', name: 'orders.tell-of-terms', react: tellOfTerms },
  { event: 'assignment.released', name: 'orders.tell-of-release', react: tellOfRelease },
]
export const jobs: Job[] = []

export const timers: Timer[] = [
  {
    name: 'orders.expire-offers',
    // Five past midnight in Japan. Offers hold no units from midnight on, whether or not this has run.
    cron: '5 15 * * *',
    run: async (database) => {
      const now = new Date()
      for (const programmeId of await listTenants(database)) {
        await database.transaction({ programmeId, userId: null }, (db) => expireOffers(db, jstDateOf(now), now))
      }
    },
  },
]
