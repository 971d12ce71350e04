import { action, newId, refuse } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { fitsStandardDays } from '../rules/pace.ts'
import { whyNotProposed } from '../rules/terms-change.ts'
import { assignmentForUpdate, insertChange, openChangeOf, packageForUpdate } from '../store/index.ts'

/** Asks a worker to agree to other terms for what is left (自営型テレワークガイドライン: 契約条件の変更は協議し、改めて明示する). */
export const proposeTerms = action(contract['propose-terms'], {
  load: async ({ db }, { assignmentId }) => {
    const assignment = await assignmentForUpdate(db, assignmentId)
    if (!assignment) return null
    const before = { unitPriceYen: assignment.unitPriceYen, dueOn: assignment.dueOn }
    return { assignment, before, scope: { order: [assignment.orderId], site: [assignment.onSiteId] }, subject: assignmentId }
  },
  run: async ({ db, programmeId, actor, now, today, publish }, { assignmentId, unitPriceYen, dueOn, reason }, { assignment }) => {
    const units = assignment.leftUnits
    if (units === 0) return refuse('nothing-left')
    const refusal = whyNotProposed({ unitPriceYen: assignment.unitPriceYen, dueOn: assignment.dueOn }, { unitPriceYen, dueOn }, today)
    if (refusal !== null) return refuse(refusal, { price: assignment.unitPriceYen, dueOn: assignment.dueOn })
    const work = await packageForUpdate(db, assignment.packageId)
    if (work && !fitsStandardDays(units * work.unitMinutes, today, calendarDate(dueOn))) return refuse('too-long-days')
    if (await openChangeOf(db, assignmentId)) return refuse('change-open')
    const changeId = newId()
    await insertChange(db, {
      programmeId,
      id: changeId,
      assignmentId,
      units,
      unitPriceYen,
      dueOn,
      reason,
      proposedBy: actor.userId ?? '',
      proposedAt: now.toISOString(),
    })
    await publish(events['terms.proposed'], { changeId })
    return { changeId }
  },
})
