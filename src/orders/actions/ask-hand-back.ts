import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { assignmentForUpdate, insertHandBack, listHandBacks } from '../store/index.ts'

/** Asks a worker to hand back what is not handed in yet, with the reason. It is a question: the worker decides. */
export const askHandBack = action(contract['ask-hand-back'], {
  load: async ({ db }, { assignmentId }) => {
    const assignment = await assignmentForUpdate(db, assignmentId)
    return assignment ? { assignment, scope: { order: [assignment.orderId], site: [assignment.onSiteId] }, subject: assignmentId } : null
  },
  run: async ({ db, programmeId, actor, now, publish }, { assignmentId, units, reason }, { assignment }) => {
    if (units > assignment.leftUnits) return refuse('more-than-left', { left: assignment.leftUnits })
    if ((await listHandBacks(db, assignmentId)).some(({ state }) => state === 'open')) return refuse('hand-back-asked')
    const handBackId = newId(now.getTime())
    const asked = { askedBy: actor.userId ?? '', askedAt: now.toISOString() }
    await insertHandBack(db, { programmeId, id: handBackId, assignmentId, units, reason, ...asked })
    await publish(events['hand-back.asked'], { handBackId })
    return { handBackId }
  },
})
