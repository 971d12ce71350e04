import { action, newId, refuse } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { fitsStandardDays } from '../rules/pace.ts'
import { whyNotProposed } from '../rules/terms-change.ts'
import { assignmentForUpdate, insertChange, openChangeOf, packageForUpdate } from '../store/index.ts'

/** Asks a worker to agree to other terms for what is left (自営型テレワークガイドライン: 契約条件の変更は協議し、改めて明示する). */
export const proposeTerms = action(contract['propose-terms'], {
  load: async ({ db }, { assignmentId }) => {
    const assignment = await assignmentForUpdate(db, assignmentId)
    return assignment ? { assignment, scope: { order: [assignment.order_id], site: [assignment.on_site_id] }, subject: assignmentId } : null
  },
  run: async ({ db, programmeId, actor, now, today, publish }, { assignmentId, unitPriceYen, dueOn, reason }, { assignment }) => {
    const units = assignment.leftUnits
    if (units === 0) return refuse('nothing-left')
    const refusal = whyNotProposed({ unitPriceYen: assignment.unit_price_yen, dueOn: assignment.due_on }, { unitPriceYen, dueOn }, today)
    if (refusal !== null) return refuse(refusal, { price: assignment.unit_price_yen, dueOn: assignment.due_on })
    const work = await packageForUpdate(db, assignment.package_id)
    if (work && !fitsStandardDays(units * work.unit_minutes, today, calendarDate(dueOn))) return refuse('too-long-days')
    if (await openChangeOf(db, assignmentId)) return refuse('change-open')
    const changeId = newId()
    await insertChange(db, {
      programme_id: programmeId,
      id: changeId,
      assignment_id: assignmentId,
      units,
      unit_price_yen: unitPriceYen,
      due_on: dueOn,
      reason,
      proposed_by: actor.userId ?? '',
      proposed_at: now.toISOString(),
    })
    await publish('terms.proposed', { changeId, assignmentId })
    return { changeId }
  },
})
