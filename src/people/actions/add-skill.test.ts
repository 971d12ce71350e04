import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { findSkill } from '../store/skills.ts'
import { addSkill } from './add-skill.ts'

let counter = 0
const input = (key = `writing-${++counter}`) => ({ key, nameJa: '文章作成', nameEn: 'Writing', highestLevel: 4 })

actionSuite(addSkill, {
  namesNoRecord: true,
  arrange: async (world) => ({ actor: await world.person('coordinator'), input: input() }),
  check: async (world, { skillId }) => {
    expect(await world.inside((db) => findSkill(db, skillId))).toMatchObject({ nameJa: '文章作成', highestLevel: 4 })
  },
  refusals: {
    'skill-known': async (world) => {
      await world.skill({ key: 'cad' })
      return { actor: await world.person('coordinator'), input: input('cad') }
    },
  },
  invalid: [{ input: input('文章'), path: 'key' }],
})
