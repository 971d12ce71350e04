import type { ActionContext } from '../platform/action.ts'
import { timer } from '../platform/jobs.ts'
import { notify } from '../platform/notifications/notifications.ts'
import { reaction } from '../platform/reactions.ts'
import { events } from './rules/events.ts'
import { notices } from './rules/notices.ts'
import { offerStateOn } from './rules/offer-state.ts'
import { expireOffers, peopleAtWork } from './store/index.ts'
import {
  handBackNews,
  holdersOf,
  latestAssignment,
  materialNews,
  messageNews,
  offerNews,
  packageNews,
  questionNews,
  termsNews,
} from './store/notices.ts'

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

/** The other side is told: the worker, or those who lead the work. What was read meanwhile is no news. */
async function tellOfMessage(context: ActionContext, { messageId }: { messageId: string }): Promise<void> {
  const sent = await messageNews(context.db, messageId)
  if (!sent || sent.readAt !== null) return
  if (sent.fromWorker) {
    const people = await holdersOf(context.db, ['director', 'leader'], scopeOf(sent))
    const link = `/packages/${sent.packageId}?tab=people`
    const others = people.filter((userId) => userId !== sent.userId)
    return notify(context, notices['message-received'], others, { link, facts: { title: sent.title, from: sent.displayName } })
  }
  const work = await latestAssignment(context.db, sent.packageId, sent.workerId)
  const link = work ? `/work/${work.id}` : `/manuals/${sent.packageId}`
  await notify(context, notices['message-received'], [sent.userId], { link, facts: { title: sent.title, from: sent.senderName ?? '' } })
}

async function tellOfHandBack(context: ActionContext, { handBackId }: { handBackId: string }): Promise<void> {
  const asked = await handBackNews(context.db, handBackId)
  if (asked?.state !== 'open') return
  const facts = { title: asked.title, units: asked.units, unitName: asked.unitName }
  await notify(context, notices['hand-back-asked'], [asked.userId], { link: `/work/${asked.assignmentId}`, facts })
}

async function tellOfHandBackAnswer(context: ActionContext, { handBackId }: { handBackId: string }): Promise<void> {
  const asked = await handBackNews(context.db, handBackId)
  if (!asked || asked.state === 'open') return
  const facts = { title: asked.title, name: asked.displayName, agreed: asked.state === 'agreed' }
  await notify(context, notices['hand-back-answered'], [asked.askedBy], { link: `/packages/${asked.packageId}?tab=people`, facts })
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
  reaction(events['message.sent'], 'orders.tell-of-message', tellOfMessage),
  reaction(events['hand-back.asked'], 'orders.tell-of-hand-back', tellOfHandBack),
  reaction(events['hand-back.answered'], 'orders.tell-of-hand-back-answer', tellOfHandBackAnswer),
  reaction(events['terms.proposed'], 'orders.tell-of-terms', tellOfTerms),
  reaction(events['assignment.released'], 'orders.tell-of-release', tellOfRelease),
]

export const timers = [
  // Five past midnight in Japan. Offers hold no units from midnight on, whether or not this has run.
  timer('orders.expire-offers', '5 15 * * *', ({ db, today, now }) => expireOffers(db, today, now)),
]
