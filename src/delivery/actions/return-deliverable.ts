import { action, refuse } from '../../platform/action.ts'
import { completeFiles } from '../../platform/files.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { isCorrectionDatePossible, whyNotInspected } from '../rules/acceptance.ts'
import { events } from '../rules/events.ts'
import { insertRework, lockHandIn } from '../store/hand-ins.ts'

/**
 * Returns a hand-in for correction (やり直し) with item, reason, evidence and date. Without the worker's fault it is free of
 * loss for them: the first receipt goes on counting (フリーランス法5条2項2号).
 */
export const returnDeliverable = action(contract['return-deliverable'], {
  load: async ({ db }, { submissionId }) => {
    const handIn = await lockHandIn(db, submissionId)
    return handIn && { handIn, scope: { order: [handIn.orderId], site: [handIn.onSiteId] }, subject: submissionId }
  },
  run: async (context, input, { handIn }) => {
    const { db, programmeId, actor, today } = context
    const why = whyNotInspected(handIn, actor.userId)
    if (why !== null) return refuse(why)
    if (!isCorrectionDatePossible(calendarDate(input.correctBy), today)) return refuse('correct-by-past')
    const { evidenceFileId } = input
    if (evidenceFileId !== null && !(await completeFiles(db, actor.userId, [evidenceFileId]))) return refuse('files-missing')
    await insertRework(db, { ...input, programmeId, returnedOn: today, returnedBy: actor.userId ?? '' })
    await context.publish(events['deliverable.returned'], { submissionId: input.submissionId })
    return { submissionId: input.submissionId, correctBy: input.correctBy }
  },
})
