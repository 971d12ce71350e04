import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { mayDeclareOver } from '../rules/skills.ts'
import { findSkill, findWorkerSkill, setWorkerSkill } from '../store/skills.ts'
import { lockWorker } from '../store/workers.ts'

/** A person says of themself what they can do. What a test or work has shown stays. */
export const declareSkill = action(contract['declare-skill'], {
  load: async ({ db }, { workerId, skillId }) => {
    const found = await lockWorker(db, workerId)
    const skill = await findSkill(db, skillId)
    const known = await findWorkerSkill(db, workerId, skillId)
    return found && skill ? { ...found, skill, known, before: { level: known?.level ?? 0 } } : null
  },
  run: async (context, input, { skill, known }) => {
    if (input.level > skill.highestLevel) return refuse('level-too-high', { highest: skill.highestLevel })
    if (known && !mayDeclareOver(known.evidence)) return refuse('skill-shown-already')
    await setWorkerSkill(context, { ...input, evidence: 'declared' })
    return {}
  },
})
