import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { readThread, threadOf } from '../store/index.ts'

export const markMessagesRead = action(contract['mark-messages-read'], {
  load: async (context, input) => {
    const thread = await threadOf(context, input)
    return thread && { thread, scope: thread.scope, subject: input.packageId }
  },
  run: async (context, { packageId }, { thread }) => ({ readCount: await readThread(context, packageId, thread) }),
})
