import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { newId } from '../../platform/action.ts'
import { markMessagesRead } from './mark-messages-read.ts'

actionSuite(markMessagesRead, {
  arrange: async (world) => {
    const packageId = await world.package()
    const { workerId, actor } = await world.worker()
    await world.offer({ packageId, workerId, state: 'accepted' })
    const sent = { packageId, workerId, text: 'x', sentBy: 'somebody', sentAt: world.now.toISOString() }
    await world.insert('orders.message', { ...sent, id: newId(), fromWorker: false })
    await world.insert('orders.message', { ...sent, id: newId(), fromWorker: true })
    return { actor, input: { packageId } }
  },
  check: async (_, { readCount }) => expect(readCount).toBe(1),
  refusals: {},
})
