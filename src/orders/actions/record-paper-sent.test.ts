import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { recordPaperSent } from './record-paper-sent.ts'

const given = async (world: World, sent: { sent_on?: string; sent_by?: string } = {}, sentOn = '2026-11-20') => {
  const { workerId } = await world.worker()
  const assignmentId = await world.assignment({ worker_id: workerId })
  const { notice_document_id } = await world.inside((db) =>
    db.selectFrom('orders.assignment').select('notice_document_id').where('id', '=', assignmentId).executeTakeFirstOrThrow(),
  )
  const requestId = newId()
  await world.insert('orders.paper_request', {
    id: requestId,
    document_id: notice_document_id,
    worker_id: workerId,
    requested_on: '2026-11-18',
    send_by: '2026-11-25',
    ...sent,
  })
  return { actor: await world.person('office'), input: { requestId, sentOn } }
}

actionSuite(recordPaperSent, {
  arrange: (world) => given(world),
  check: async (world, { requestId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.paper_request').select('sent_on').where('id', '=', requestId).executeTakeFirstOrThrow(),
    )
    expect(row.sent_on).toBe('2026-11-20')
  },
  refusals: {
    'paper-sent': (world) => given(world, { sent_on: '2026-11-19', sent_by: 'x' }),
    'sent-before-requested': (world) => given(world, {}, '2026-11-17'),
  },
})
