import { action, Refused, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { answerPriceRequest as answer, assignmentForUpdate, priceRequestForUpdate } from '../store/index.ts'
import { proposeTerms } from './propose-terms.ts'

/** Answers a worker's request for another price with an explanation, and with a proposal where the price is raised. */
export const answerPriceRequest = action(contract['answer-price-request'], {
  load: async ({ db }, { requestId }) => {
    const request = await priceRequestForUpdate(db, requestId)
    const assignment = request && (await assignmentForUpdate(db, request.assignmentId))
    return assignment
      ? { request, assignment, scope: { order: [assignment.orderId], site: [assignment.onSiteId] }, subject: requestId }
      : null
  },
  run: async (context, { requestId, explanation, unitPriceYen }, { request, assignment }) => {
    if (request.answeredOn !== null) return refuse('price-request-answered')
    const proposed =
      unitPriceYen === null
        ? null
        : await proposeTerms.perform(context, { assignmentId: assignment.id, unitPriceYen, dueOn: assignment.dueOn, reason: explanation })
    if (proposed instanceof Refused) return proposed
    await answer(context.db, requestId, {
      explanation,
      answeredOn: context.today,
      answeredBy: context.actor.userId ?? '',
      termsChangeId: proposed?.changeId ?? null,
    })
    return { requestId }
  },
})
