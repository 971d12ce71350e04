import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { findWorkerSkill } from '../store/skills.ts'
import { assessSkill } from './assess-skill.ts'

async function arranged(world: World, level = 3) {
  const { workerId } = await world.worker()
  return { actor: await world.person('coordinator'), input: { workerId, skillId: await world.skill(), level, evidence: 'tested' as const } }
}

actionSuite(assessSkill, {
  arrange: (world) => arranged(world),
  check: async (world, _, { workerId, skillId }) => {
    expect(await world.inside((db) => findWorkerSkill(db, workerId, skillId))).toMatchObject({ level: 3, evidence: 'tested' })
  },
  refusals: { 'level-too-high': (world) => arranged(world, 4) },
})
