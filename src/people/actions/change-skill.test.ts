import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { findSkill } from '../store/skills.ts'
import { changeSkill } from './change-skill.ts'

let counter = 0
const names = { nameJa: '表の作成', nameEn: 'Spreadsheets' }

actionSuite(changeSkill, {
  arrange: async (world) => ({
    actor: await world.person('coordinator'),
    input: { skillId: await world.skill({ key: `sheets-${++counter}` }), ...names, highestLevel: 5 },
  }),
  check: async (world, _, { skillId }) => {
    expect(await world.inside((db) => findSkill(db, skillId))).toMatchObject({
      nameJa: '表の作成',
      nameEn: 'Spreadsheets',
      highestLevel: 5,
    })
  },
  refusals: {
    'level-held': async (world) => {
      const skillId = await world.skill({ key: 'held' })
      const { workerId } = await world.worker()
      await world.insert('people.worker_skill', {
        workerId,
        skillId,
        level: 3,
        evidence: 'tested',
        evidencedOn: '2026-11-01',
      })
      return { actor: await world.person('coordinator'), input: { skillId, ...names, highestLevel: 2 } }
    },
  },
})
