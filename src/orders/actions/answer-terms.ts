import { action, newId, Refused, refuse } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import {
  assignmentForUpdate,
  changeForUpdate,
  decideChange,
  insertAgreedOffer,
  insertRelease,
  noticeOfAssignment,
  packageForUpdate,
} from '../store/index.ts'
import { agreeOnTerms } from './accept-offer.ts'

/**
 * Agreed, what is left moves from the old contract into one of its own with its own notice of terms, which names the earlier
 * one (フリーランス法3条1項). What was handed in stays under the terms it was made for.
 */
export const answerTerms = action(contract['answer-terms'], {
  load: async ({ db }, { changeId }) => {
    const change = await changeForUpdate(db, changeId)
    const assignment = change && (await assignmentForUpdate(db, change.assignmentId))
    return assignment ? { change, assignment, scope: { self: [assignment.workerId] }, subject: changeId } : null
  },
  run: async (context, { changeId, agree }, { change, assignment }) => {
    const { db, programmeId, now } = context
    if (change.state !== 'open') return refuse('change-decided')
    if (!agree) {
      await decideChange(db, changeId, 'declined', now)
      return { assignmentId: assignment.id, noticeDocumentId: null }
    }
    if (change.units !== assignment.leftUnits) return refuse('change-outdated', { left: assignment.leftUnits, units: change.units })
    const work = await packageForUpdate(db, assignment.packageId)
    const agreed = {
      offerId: newId(),
      packageId: assignment.packageId,
      workerId: assignment.workerId,
      units: change.units,
      unitPriceYen: change.unitPriceYen,
      dueOn: change.dueOn,
    }
    const { offerId: id, ...terms } = agreed
    await insertAgreedOffer(db, {
      programmeId,
      id,
      ...terms,
      minutes: change.units * (work?.unitMinutes ?? 0),
      offeredBy: change.proposedBy,
      offeredAt: change.proposedAt,
      decidedAt: now.toISOString(),
    })
    await insertRelease(db, { programmeId, id: newId(), assignmentId: assignment.id, units: change.units, now })
    const earlier = await noticeOfAssignment(db, assignment.id)
    const written = await agreeOnTerms(context, agreed, {
      number: earlier.number,
      issuedOn: calendarDate(earlier.orderedOn),
      reason: change.reason,
    })
    if (written instanceof Refused) return written
    await decideChange(db, changeId, 'agreed', now, written.assignmentId)
    return { assignmentId: written.assignmentId, noticeDocumentId: written.noticeDocumentId }
  },
})
