import { removeAccount } from '../../platform/auth/remove-account.ts'
import { action, refuse } from '../../platform/action.ts'
import { forgetNewsOf } from '../../platform/notifications/notifications.ts'
import { endRole } from '../../programme/actions/end-role.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { keptUntil } from '../rules/leaving.ts'
import { anonymiseWorker, eraseDuePapers, holdsRolesElsewhere, papersKept, rolesOf } from '../store/leaving.ts'
import { lockWorker } from '../store/workers.ts'

/**
 * Takes the name off a person who left, once no law keeps it: papers whose day has passed lose their content, the record becomes a number,
 * and the account goes when it serves nothing else (個人情報保護法22条).
 */
export const anonymisePerson = action(contract['anonymise-person'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async (context, { workerId }, { worker }) => {
    const { db, today } = context
    if (worker.leftOn === null || (worker.state !== 'left' && worker.state !== 'graduated')) return refuse('still-takes-part')
    await eraseDuePapers(db, workerId, today)
    const { until } = await papersKept(db, workerId)
    const leftOn = calendarDate(worker.leftOn)
    const papersUntil = until === null ? null : calendarDate(until)
    const kept = keptUntil({ leftOn, wasRegistered: worker.registeredOn !== null, papersUntil })
    if (kept === null || kept >= today) return refuse('kept-by-law', { until: kept ?? '' })
    if (worker.email === '' && worker.userId === null) return refuse('anonymised-already')
    await anonymiseWorker(context, { id: workerId, number: worker.number, leftOn }, kept)
    await forgetNewsOf(db, worker.userId, [worker.name, worker.displayName])
    if (worker.userId !== null) {
      const roles = await rolesOf(db, context.programmeId, worker.userId)
      for (const { id, scopeId } of roles) if (scopeId === workerId) await endRole.perform(context, { membershipId: id })
      const servesElse = roles.some(({ scopeId }) => scopeId !== workerId) || (await holdsRolesElsewhere(context, worker.userId))
      if (!servesElse) await removeAccount(db, worker.userId)
    }
    await context.publish(events['person.anonymised'], { workerId })
    return { until: kept }
  },
})
