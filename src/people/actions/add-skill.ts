import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { insertSkill } from '../store/skills.ts'

export const addSkill = action(contract['add-skill'], {
  load: async () => ({}),
  run: async (context, input) => {
    const skillId = await insertSkill(context, input)
    return skillId === null ? refuse('skill-known') : { skillId }
  },
})
