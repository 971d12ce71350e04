import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { answerQuestion as answer, questionForUpdate, scopeOfPackage } from '../store/index.ts'

export const answerQuestion = action(contract['answer-question'], {
  load: async ({ db }, { questionId }) => {
    const question = await questionForUpdate(db, questionId)
    return question ? { question, scope: (await scopeOfPackage(db, question.packageId)) ?? {}, subject: questionId } : null
  },
  run: async ({ db, actor, now, publish }, { questionId, answer: text, share }, { question }) => {
    if (question.answeredAt !== null) return refuse('question-answered')
    await answer(db, questionId, { text, share, by: actor.userId ?? '', now })
    await publish(events['question.answered'], { questionId })
    return { questionId }
  },
})
