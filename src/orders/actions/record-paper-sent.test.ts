import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { recordPaperSent } from './record-paper-sent.ts'

const given = async (world: World, sent: { sentOn?: string; sentBy?: string } = {}, sentOn = '2026-11-20') => {
  const { workerId } = await world.worker()
  const assignmentId = await world.assignment({ workerId })
  const { noticeDocumentId } = await world.inside((db) =>
    db.selectFrom('orders.assignment').select('noticeDocumentId').where('id', '=', assignmentId).executeTakeFirstOrThrow(),
  )
  const requestId = newId()
  await world.insert('orders.paper_request', {
    id: requestId,
    documentId: noticeDocumentId,
    workerId,
    requestedOn: '2026-11-18',
    sendBy: '2026-11-25',
    ...sent,
  })
  return { actor: await world.person('office'), input: { requestId, sentOn } }
}

actionSuite(recordPaperSent, {
  arrange: (world) => given(world),
  check: async (world, { requestId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.paper_request').select('sentOn').where('id', '=', requestId).executeTakeFirstOrThrow(),
    )
    expect(row.sentOn).toBe('2026-11-20')
  },
  refusals: {
    'paper-sent': (world) => given(world, { sentOn: '2026-11-19', sentBy: 'x' }),
    'sent-before-requested': (world) => given(world, {}, '2026-11-17'),
  },
})
