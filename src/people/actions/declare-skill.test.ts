import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { findWorkerSkill } from '../store/skills.ts'
import { declareSkill } from './declare-skill.ts'

async function arranged(world: World, level = 2) {
  const { workerId, actor } = await world.worker()
  return { actor, input: { workerId, skillId: await world.skill(), level } }
}

actionSuite(declareSkill, {
  arrange: (world) => arranged(world),
  check: async (world, _, { workerId, skillId }) => {
    expect(await world.inside((db) => findWorkerSkill(db, workerId, skillId))).toMatchObject({
      level: 2,
      evidence: 'declared',
      evidencedOn: world.today,
    })
  },
  refusals: {
    'level-too-high': (world) => arranged(world, 4),
    'skill-shown-already': async (world) => {
      const given = await arranged(world)
      await world.insert('people.worker_skill', {
        workerId: given.input.workerId,
        skillId: given.input.skillId,
        level: 3,
        evidence: 'tested',
        evidencedOn: '2026-01-01',
      })
      return given
    },
  },
})
