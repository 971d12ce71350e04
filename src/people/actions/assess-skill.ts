import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { findSkill, findWorkerSkill, setWorkerSkill } from '../store/skills.ts'
import { lockWorker } from '../store/workers.ts'

/** Sets a person's level in a skill with its evidence; level 0 takes the skill away. */
export const assessSkill = action(contract['assess-skill'], {
  load: async ({ db }, { workerId, skillId }) => {
    const found = await lockWorker(db, workerId)
    const skill = await findSkill(db, skillId)
    const known = await findWorkerSkill(db, workerId, skillId)
    return found && skill ? { ...found, skill, before: { level: known?.level ?? 0 } } : null
  },
  run: async (context, input, { skill }) => {
    if (input.level > skill.highestLevel) return refuse('level-too-high', { highest: skill.highestLevel })
    await setWorkerSkill(context, input)
    return {}
  },
})
