import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { insertInterview } from '../store/interviews.ts'
import { lockWorker } from '../store/workers.ts'

export const recordInterview = action(contract['record-interview'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async (context, input) => {
    if (input.heldOn > context.today) return refuse('interview-in-the-future')
    return { interviewId: await insertInterview(context, input) }
  },
})
