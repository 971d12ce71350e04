import { action, newId } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { insertMessage, threadOf } from '../store/index.ts'

/** Writes to the other side of a thread about a package: the worker, or those who lead it. */
export const sendMessage = action(contract['send-message'], {
  load: async (context, input) => {
    const thread = await threadOf(context, input)
    return thread && { thread, scope: thread.scope, subject: input.packageId, also: { workerId: thread.workerId } }
  },
  run: async ({ db, programmeId, actor, now, publish }, { packageId, text }, { thread: { workerId, byWorker } }) => {
    const messageId = newId(now.getTime())
    const sent = { sentBy: actor.userId ?? '', sentAt: now.toISOString() }
    await insertMessage(db, { programmeId, id: messageId, packageId, workerId, fromWorker: byWorker, text, ...sent })
    await publish(events['message.sent'], { messageId })
    return { messageId }
  },
})
