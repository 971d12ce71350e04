import { action, Refused, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { assignmentForUpdate, decideHandBack, handBackForUpdate } from '../store/index.ts'
import { releaseUnits } from './release-units.ts'

/** The worker hands back what was asked for, or goes on with it. */
export const answerHandBack = action(contract['answer-hand-back'], {
  load: async ({ db }, { handBackId }) => {
    const asked = await handBackForUpdate(db, handBackId)
    const assignment = asked && (await assignmentForUpdate(db, asked.assignmentId))
    return assignment ? { asked, scope: { self: [assignment.workerId] }, subject: assignment.id } : null
  },
  run: async (context, { handBackId, agree, answer }, { asked }) => {
    const { assignmentId, units } = asked
    if (asked.state !== 'open') return refuse('hand-back-answered')
    if (agree) {
      const released = await releaseUnits.perform(context, { assignmentId, units })
      if (released instanceof Refused) return released
    }
    await decideHandBack(context.db, handBackId, { state: agree ? 'agreed' : 'declined', answer, decidedAt: context.now.toISOString() })
    await context.publish(events['hand-back.answered'], { handBackId })
    return { assignmentId }
  },
})
