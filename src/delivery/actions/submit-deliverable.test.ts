import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { submitDeliverable } from './submit-deliverable.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

async function agreed(world: World, units = 10) {
  const { workerId, actor } = await world.worker()
  const assignmentId = await world.assignment({ workerId, units })
  return { workerId, actor, assignmentId }
}

async function returned(world: World, cause: DB['delivery.rework']['cause']) {
  const { actor, assignmentId } = await agreed(world)
  const submissionId = await world.submission({
    assignmentId,
    units: 4,
    receivedOn: '2026-11-12',
    receivedAt: '2026-11-12T03:00:00Z',
  })
  await world.insert('delivery.rework', {
    submissionId,
    item: '3行目',
    reason: '桁が違う',
    evidence: '仕様2',
    cause,
    correctBy: '2026-11-25',
    returnedOn: '2026-11-13',
    returnedBy: 'system',
  })
  return { actor, assignmentId, submissionId }
}

actionSuite(submitDeliverable, {
  arrange: async (world) => {
    const { actor, assignmentId } = await agreed(world)
    const fileId = newId()
    await world.insert('platform.file', {
      id: fileId,
      name: 'a.csv',
      mediaType: 'text/csv',
      byteCount: 3,
      receivedByteCount: 3,
      uploadedBy: actor.userId,
      completedAt: world.now.toISOString(),
    })
    return { actor, input: { assignmentId, units: 10, note: '全部です', fileIds: [fileId] } }
  },
  check: async (world, output, input) => {
    expect(output).toMatchObject({ receivedOn: '2026-11-20', inspectBy: '2026-11-27', payOn: '2026-12-25' })
    const row = await world.inside((db) =>
      db.selectFrom('delivery.submission').selectAll().where('id', '=', output.submissionId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({
      assignmentId: input.assignmentId,
      units: 10,
      receivedOn: '2026-11-20',
      receivedAt: world.now.toISOString(),
    })
    const files = await world.inside((db) =>
      db.selectFrom('delivery.submission_file').selectAll().where('submissionId', '=', output.submissionId).execute(),
    )
    expect(files).toHaveLength(1)
    const events = await world.inside((db) =>
      db.selectFrom('platform.outbox').select('payload').where('event', '=', 'deliverable.received').execute(),
    )
    expect(events.map((event) => event.payload)).toContainEqual({ submissionId: output.submissionId })
  },
  refusals: {
    'more-than-left': async (world) => {
      const { actor, assignmentId } = await agreed(world)
      await world.insert('orders.release', { id: newId(), assignmentId, units: 3 })
      await world.submission({ assignmentId, units: 4 })
      return { actor, input: { assignmentId, units: 4 } }
    },
    'files-missing': async (world) => {
      const { actor, assignmentId } = await agreed(world)
      return { actor, input: { assignmentId, units: 1, fileIds: [newId()] } }
    },
    'nothing-to-correct': async (world) => {
      const { actor, assignmentId } = await agreed(world)
      const submissionId = await world.submission({ assignmentId, units: 4 })
      return { actor, input: { assignmentId, units: 4, replaces: submissionId } }
    },
    'more-than-returned': async (world) => {
      const { actor, assignmentId, submissionId } = await returned(world, 'worker-fault')
      return { actor, input: { assignmentId, units: 5, replaces: submissionId } }
    },
  },
  invalid: [
    { input: { assignmentId: newId(), units: 0 }, path: 'units' },
    { input: { assignmentId: newId(), units: 1.5 }, path: 'units' },
    { input: { assignmentId: 'x', units: 1 }, path: 'assignmentId' },
  ],
})
