import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { highestLevelHeld, skillForUpdate, updateSkill } from '../store/skills.ts'

export const changeSkill = action(contract['change-skill'], {
  load: async ({ db }, { skillId }) => {
    const before = await skillForUpdate(db, skillId)
    return before ? { before, subject: skillId } : null
  },
  run: async ({ db }, input) => {
    const held = await highestLevelHeld(db, input.skillId)
    if (input.highestLevel < held) return refuse('level-held', { level: held })
    await updateSkill(db, input)
    return {}
  },
})
