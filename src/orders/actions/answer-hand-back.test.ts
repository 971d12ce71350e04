import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { assignmentForUpdate, listHandBacks } from '../store/index.ts'
import { answerHandBack } from './answer-hand-back.ts'

const reason = '別の仕事の納期が早まったため'

async function arranged(world: World) {
  const { workerId, actor } = await world.worker()
  const assignmentId = await world.assignment({ workerId, units: 10 })
  return { worker: actor, actor: await world.person('director'), input: { assignmentId, units: 4, reason } }
}

async function asked(world: World, given: object = {}) {
  const { worker, actor, input } = await arranged(world)
  const id = newId()
  await world.insert('orders.hand_back', { id, ...input, askedBy: actor.userId, askedAt: world.now.toISOString(), ...given })
  return { worker, actor, input, id }
}

actionSuite(answerHandBack, {
  arrange: async (world) => {
    const { worker, id } = await asked(world)
    return { actor: worker, input: { handBackId: id, agree: true, answer: '分かりました' } }
  },
  check: async (world, { assignmentId }) => {
    expect(await world.inside((db) => listHandBacks(db, assignmentId))).toMatchObject([{ state: 'agreed', answer: '分かりました', reason }])
    expect(await world.inside((db) => assignmentForUpdate(db, assignmentId))).toMatchObject({ leftUnits: 6 })
  },
  refusals: {
    'hand-back-answered': async (world) => {
      const { worker, id } = await asked(world, { state: 'declined', decidedAt: world.now.toISOString() })
      return { actor: worker, input: { handBackId: id, agree: true } }
    },
    'more-than-left': async (world) => {
      const { worker, id, input } = await asked(world, { units: 8 })
      const release = { id: newId(), assignmentId: input.assignmentId, units: 5, releasedAt: world.now.toISOString() }
      await world.insert('orders.release', release)
      return { actor: worker, input: { handBackId: id, agree: true } }
    },
  },
})
