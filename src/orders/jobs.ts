import type { ActionContext } from '../platform/action.ts'
import { timer } from '../platform/jobs.ts'
import { notify } from '../platform/notifications/notifications.ts'
import { reaction } from '../platform/reactions.ts'
import { events } from './rules/events.ts'
import { notices } from './rules/notices.ts'
import { offerStateOn } from './rules/offer-state.ts'
import { expireOffers, peopleAtWork } from './store/index.ts'
import { holdersOf, materialNews, offerNews, packageNews, questionNews, termsNews } from './store/notices.ts'

const scopeOf = (work: { orderId: string; onSiteId: string | null }) => ({ order: [work.orderId], site: [work.onSiteId] })

/**
 * The worker who asked for the work knows of the offer: it came at once. A reaction may run late; an offer that is
 * decided and a question that is answered are no news any more.
 */
async function tellOfOffer(context: ActionContext, { offerId }: { offerId: string }): Promise<void> {
  const offer = await offerNews(context.db, offerId)
  if (!offer || offerStateOn(offer, context.today) !== 'open' || offer.offeredBy === offer.userId) return
  const facts = { title: offer.title, units: offer.units, unitName: offer.unitName, dueOn: offer.dueOn, answerBy: offer.answerBy }
  await notify(context, notices['offer-made'], [offer.userId], { link: `/offers/${offerId}`, facts })
}

async function tellOfQuestion(context: ActionContext, { questionId }: { questionId: string }): Promise<void> {
  const question = await questionNews(context.db, questionId)
  if (!question || question.answeredAt !== null) return
  const people = await holdersOf(context.db, ['director', 'leader'], scopeOf(question))
  await notify(
    context,
    notices['question-asked'],
    people.filter((userId) => userId !== question.userId),
    { link: '/questions', facts: { title: question.title } },
  )
}

async function tellOfAnswer(context: ActionContext, { questionId }: { questionId: string }): Promise<void> {
  const question = await questionNews(context.db, questionId)
  if (question)
    await notify(context, notices['question-answered'], [question.userId], {
      link: `/manuals/${question.packageId}`,
      facts: { title: question.title },
    })
}

async function tellOfMaterial(context: ActionContext, { materialId, version }: { materialId: string; version: number }): Promise<void> {
  const material = await materialNews(context.db, materialId)
  // A later version has news of its own.
  if (!material || material.fileId === null || material.version !== version) return
  const facts = { title: material.title, material: material.material, version }
  await notify(context, notices['material-added'], await peopleAtWork(context.db, material.packageId), {
    link: `/manuals/${material.packageId}`,
    facts,
  })
}

async function tellOfTerms(context: ActionContext, { changeId }: { changeId: string }): Promise<void> {
  const change = await termsNews(context.db, changeId)
  if (change?.state === 'open')
    await notify(context, notices['terms-proposed'], [change.userId], {
      link: `/work/${change.assignmentId}`,
      facts: { title: change.title },
    })
}

async function tellOfRelease(context: ActionContext, { packageId, units }: { packageId: string; units: number }): Promise<void> {
  const work = await packageNews(context.db, packageId)
  if (!work) return
  const facts = { title: work.title, units, unitName: work.unitName }
  await notify(context, notices['units-released'], await holdersOf(context.db, ['director'], scopeOf(work)), {
    link: `/packages/${packageId}`,
    facts,
  })
}

export const reactions = [
  reaction(events['offer.made'], 'orders.tell-of-offer', tellOfOffer),
  reaction(events['question.asked'], 'orders.tell-of-question', tellOfQuestion),
  reaction(events['question.answered'], 'orders.tell-of-answer', tellOfAnswer),
  reaction(events['material.added'], 'orders.tell-of-material', tellOfMaterial),
  reaction(events['terms.proposed'], 'orders.tell-of-terms', tellOfTerms),
  reaction(events['assignment.released'], 'orders.tell-of-release', tellOfRelease),
]

export const timers = [
  // Five past midnight in Japan. Offers hold no units from midnight on, whether or not this has run.
  timer('orders.expire-offers', '5 15 * * *', ({ db, today, now }) => expireOffers(db, today, now)),
]
