import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { requestPaper } from './request-paper.ts'

const given = async (world: World, worker: Parameters<World['worker']>[0] = { postalAddress: '見本市1番地' }) => {
  const { workerId, actor } = await world.worker(worker)
  const assignmentId = await world.assignment({ workerId })
  const { noticeDocumentId: documentId } = await world.inside((db) =>
    db.selectFrom('orders.assignment').select('noticeDocumentId').where('id', '=', assignmentId).executeTakeFirstOrThrow(),
  )
  return { actor, workerId, input: { documentId } }
}

actionSuite(requestPaper, {
  arrange: (world) => given(world),
  check: async (world, { requestId, sendBy }) => {
    expect(sendBy).toBe('2026-11-27')
    const row = await world.inside((db) =>
      db.selectFrom('orders.paper_request').selectAll().where('id', '=', requestId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ requestedOn: '2026-11-20', sendBy: '2026-11-27', sentOn: null })
  },
  refusals: {
    'paper-requested': async (world) => {
      const { actor, workerId, input } = await given(world)
      await world.insert('orders.paper_request', {
        id: workerId,
        documentId: input.documentId,
        workerId,
        requestedOn: world.today,
        sendBy: world.today,
      })
      return { actor, input }
    },
    'address-missing': (world) => given(world, { postalAddress: '' }),
  },
})
