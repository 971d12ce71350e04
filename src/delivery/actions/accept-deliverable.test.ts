import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { acceptDeliverable } from './accept-deliverable.ts'

actionSuite(acceptDeliverable, {
  arrange: async (world) => ({
    actor: await world.person('director'),
    input: { submissionId: await world.submission({ receivedAt: '2026-11-12T03:00:00Z', receivedOn: '2026-11-12' }), note: '' },
  }),
  check: async (world, output) => {
    expect(output).toMatchObject({ acceptedOn: '2026-11-20', payOn: '2026-12-25', late: true })
    const row = await world.inside((db) =>
      db.selectFrom('delivery.acceptance').selectAll().where('submissionId', '=', output.submissionId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ acceptedOn: '2026-11-20', firstPass: true })
    const events = await world.inside((db) =>
      db.selectFrom('platform.outbox').select('payload').where('event', '=', 'deliverable.accepted').execute(),
    )
    expect(events.map((event) => event.payload)).toContainEqual({ submissionId: output.submissionId })
  },
  refusals: {
    'already-decided': async (world) => {
      const submissionId = await world.submission()
      await world.acceptance(submissionId)
      return { actor: await world.person('director'), input: { submissionId } }
    },
    'own-work': async (world) => {
      const { workerId, actor } = await world.worker()
      const orderId = await world.order()
      const packageId = await world.package({ orderId })
      const submissionId = await world.submission({ assignmentId: await world.assignment({ workerId, packageId }) })
      await world.insert('programme.membership', {
        id: submissionId,
        userId: actor.userId,
        role: 'leader',
        scopeKind: 'order',
        scopeId: orderId,
      })
      return {
        actor: { ...actor, grants: [...actor.grants, { role: 'leader', scopeKind: 'order', scopeId: orderId }] },
        input: { submissionId },
      }
    },
  },
})
