import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { paperForUpdate, recordPaperSent as record } from '../store/index.ts'

export const recordPaperSent = action(contract['record-paper-sent'], {
  load: async ({ db }, { requestId }) => {
    const request = await paperForUpdate(db, requestId)
    return request ? { request, subject: requestId } : null
  },
  run: async ({ db, actor }, { requestId, sentOn }, { request }) => {
    if (request.sentOn !== null) return refuse('paper-sent')
    if (sentOn < request.requestedOn) return refuse('sent-before-requested')
    await record(db, requestId, { on: sentOn, by: actor.userId ?? '' })
    return { requestId }
  },
})
