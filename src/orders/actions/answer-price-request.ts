import { action, Refused, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { answerPriceRequest as answer, assignmentForUpdate, priceRequestForUpdate } from '../store/index.ts'
import { proposeTerms } from './propose-terms.ts'

/** Answers a worker's request for another price with an explanation, and with a proposal where the price is raised. */
export const answerPriceRequest = action(contract['answer-price-request'], {
  load: async ({ db }, { requestId }) => {
    const request = await priceRequestForUpdate(db, requestId)
    const assignment = request && (await assignmentForUpdate(db, request.assignment_id))
    return assignment
      ? { request, assignment, scope: { order: [assignment.order_id], site: [assignment.on_site_id] }, subject: requestId }
      : null
  },
  run: async (context, { requestId, explanation, unitPriceYen }, { request, assignment }) => {
    if (request.answered_on !== null) return refuse('price-request-answered')
    const proposed =
      unitPriceYen === null
        ? null
        : await proposeTerms.perform(context, { assignmentId: assignment.id, unitPriceYen, dueOn: assignment.due_on, reason: explanation })
    if (proposed instanceof Refused) return proposed
    await answer(context.db, requestId, {
      explanation,
      answered_on: context.today,
      answered_by: context.actor.userId ?? '',
      terms_change_id: proposed?.changeId ?? null,
    })
    return { requestId }
  },
})
