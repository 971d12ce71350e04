import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { listHandBacks } from '../store/index.ts'
import { askHandBack } from './ask-hand-back.ts'

const reason = '別の仕事の納期が早まったため'

async function arranged(world: World, given: object = {}) {
  const { workerId, actor } = await world.worker()
  const assignmentId = await world.assignment({ workerId, units: 10 })
  return { worker: actor, actor: await world.person('director'), input: { assignmentId, units: 4, reason, ...given } }
}

async function asked(world: World, given: object = {}) {
  const { worker, actor, input } = await arranged(world)
  const id = newId()
  await world.insert('orders.hand_back', { id, ...input, askedBy: actor.userId, askedAt: world.now.toISOString(), ...given })
  return { worker, actor, input, id }
}

actionSuite(askHandBack, {
  arrange: (world) => arranged(world),
  check: async (world, { handBackId }, { assignmentId }) => {
    const rows = await world.inside((db) => listHandBacks(db, assignmentId))
    expect(rows).toMatchObject([{ id: handBackId, units: 4, reason, state: 'open' }])
  },
  refusals: {
    'more-than-left': (world) => arranged(world, { units: 11 }),
    'hand-back-asked': (world) => asked(world),
  },
})
