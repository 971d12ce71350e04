import { action, newId, refuse } from '../../platform/action.ts'
import { completeFiles } from '../../platform/files.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { inspectBy, payOnFor, receiptOn } from '../rules/receipt.ts'
import { handInsOf, insertHandIn, lockAssignment, payDayOf } from '../store/hand-ins.ts'

/** Hands in units of agreed work. From this moment the operator has received them (受領). */
export const submitDeliverable = action(contract['submit-deliverable'], {
  load: async ({ db }, { assignmentId }) => {
    const assignment = await lockAssignment(db, assignmentId)
    return assignment && { assignment, scope: { self: [assignment.workerId] }, subject: assignmentId }
  },
  run: async (context, input, { assignment }) => {
    const { db, programmeId, now, today } = context
    const corrected = input.replaces === null ? null : (await handInsOf(db, assignment.id)).find((each) => each.id === input.replaces)
    if (corrected === undefined || (corrected !== null && corrected.state !== 'returned')) return refuse('nothing-to-correct')
    if (corrected !== null && input.units > corrected.units) return refuse('more-than-returned', { units: corrected.units })
    if (corrected === null && input.units > assignment.leftUnits) return refuse('more-than-left', { units: assignment.leftUnits })
    if (!(await completeFiles(db, context.actor.userId, input.fileIds))) return refuse('files-missing')

    const receivedOn = receiptOn(
      now,
      corrected === null || corrected.cause === null ? null : { receivedOn: corrected.receivedOn, cause: corrected.cause },
    )
    const id = newId(now.getTime())
    await insertHandIn(db, programmeId, {
      id,
      assignmentId: assignment.id,
      workerId: assignment.workerId,
      packageId: assignment.packageId,
      units: input.units,
      note: input.note,
      replaces: input.replaces,
      receivedAt: now,
      receivedOn,
      fileIds: input.fileIds,
    })
    await context.publish(events['deliverable.received'], { submissionId: id })
    const terms = {
      inspectionDays: assignment.inspectionDays,
      dueOn: assignment.dueOn,
      inspectionCompleteOn: assignment.inspectionCompleteOn,
    }
    return {
      submissionId: id,
      receivedAt: now.toISOString(),
      receivedOn,
      inspectBy: inspectBy(today, terms),
      payOn: payOnFor(receivedOn, await payDayOf(db)),
    }
  },
})
