import { action, newId } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { insertQuestion, workerOf, worksOn } from '../store/index.ts'

/** A worker asks about a step of the manual, or about the package as a whole. */
export const askQuestion = action(contract['ask-question'], {
  load: async ({ db, actor, today }, { packageId }) => {
    const worker = await workerOf(db, actor)
    if (!worker || !(await worksOn(db, packageId, worker.id, today))) return null
    const questionId = newId()
    return { workerId: worker.id, questionId, scope: { self: [worker.id] }, subject: questionId }
  },
  run: async ({ db, programmeId, now, publish }, { packageId, step, text }, { workerId, questionId }) => {
    await insertQuestion(db, { programmeId, id: questionId, packageId, workerId, step, text, now })
    await publish(events['question.asked'], { questionId })
    return { questionId }
  },
})
