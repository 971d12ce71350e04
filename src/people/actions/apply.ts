import { action, newId, refuse, type ActionContext } from '../../platform/action.ts'
import { giveRole } from '../../programme/actions/grant-role.ts'
import { contract } from '../contract/index.ts'
import { consentTextVersion } from '../rules/consents.ts'
import { events } from '../rules/events.ts'
import { toKatakana } from '../rules/kana.ts'
import { findSkill, setWorkerSkill } from '../store/skills.ts'
import { declareEmployees, emailOf, findTakingPart, insertConsents, insertWorker, replaceWeek, takeNumber } from '../store/workers.ts'

/** Whether one of the levels lies above what the skill has, or the skill is not of this programme. */
async function isTooHigh({ db }: ActionContext, skills: readonly { skillId: string; level: number }[]): Promise<boolean> {
  for (const { skillId, level } of skills) {
    const skill = await findSkill(db, skillId)
    if (!skill || level > skill.highestLevel) return true
  }
  return false
}

/** A signed-in person asks to be registered as a worker. They can see and correct their record from now on. */
export const apply = action(contract.apply, {
  load: async ({ db, today, now }, { municipalityId }) => {
    const municipality = await findTakingPart(db, municipalityId, today)
    return municipality ? { municipality, subject: newId(now.getTime()) } : null
  },
  run: async (context, input, { municipality, subject: id }) => {
    const { db, actor, today } = context
    const { skills, week, consents, usesEmployees, ...person } = input
    if (!municipality.takesPart) return refuse('municipality-takes-no-part')
    if (await isTooHigh(context, skills)) return refuse('level-too-high')
    const userId = actor.userId ?? ''
    const number = await takeNumber(context)
    const inserted = await insertWorker(context, {
      ...person,
      id,
      number,
      userId,
      state: 'applicant',
      kana: toKatakana(input.kana),
      email: await emailOf(db, userId),
      appliedOn: today,
    })
    if (!inserted) return refuse('already-applied')
    await replaceWeek(context, id, week)
    for (const skill of skills) await setWorkerSkill(context, { workerId: id, ...skill, evidence: 'declared' })
    await insertConsents(context, id, consents, consentTextVersion)
    await declareEmployees(context, id, usesEmployees)
    await giveRole(context, { userId, role: 'worker', scopeKind: 'self', scopeId: id })
    await context.publish(events['person.applied'], { workerId: id })
    return { workerId: id, number }
  },
})
