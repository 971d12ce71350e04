import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { returnDeliverable } from './return-deliverable.ts'

const words = {
  item: '5件目の金額',
  reason: '桁が違います',
  evidence: '仕様書2章',
  cause: 'worker-fault',
  correctBy: '2026-11-27',
} as const
const waiting = async (world: World) => ({ actor: await world.person('director'), submissionId: await world.submission() })

actionSuite(returnDeliverable, {
  arrange: async (world) => {
    const { actor, submissionId } = await waiting(world)
    return { actor, input: { submissionId, ...words } }
  },
  check: async (world, output) => {
    const row = await world.inside((db) =>
      db.selectFrom('delivery.rework').selectAll().where('submissionId', '=', output.submissionId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({
      item: words.item,
      reason: words.reason,
      evidence: words.evidence,
      cause: 'worker-fault',
      correctBy: '2026-11-27',
      returnedOn: '2026-11-20',
    })
  },
  refusals: {
    'already-decided': async (world) => {
      const { actor, submissionId } = await waiting(world)
      await world.acceptance(submissionId)
      return { actor, input: { submissionId, ...words } }
    },
    'own-work': async (world) => {
      const { workerId, actor } = await world.worker()
      const submissionId = await world.submission({ assignmentId: await world.assignment({ workerId }) })
      return {
        actor: { ...actor, grants: [{ role: 'director', scopeKind: 'programme', scopeId: world.programmeId }] },
        input: { submissionId, ...words },
      }
    },
    'correct-by-past': async (world) => {
      const { actor, submissionId } = await waiting(world)
      return { actor, input: { submissionId, ...words, correctBy: '2026-11-19' } }
    },
    'files-missing': async (world) => {
      const { actor, submissionId } = await waiting(world)
      return { actor, input: { submissionId, ...words, evidenceFileId: newId() } }
    },
  },
  invalid: [
    { input: { submissionId: newId(), ...words, reason: ' ' }, path: 'reason' },
    { input: { submissionId: newId(), ...words, correctBy: '2026-02-30' }, path: 'correctBy' },
  ],
})
