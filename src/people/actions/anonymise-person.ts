import { action, refuse } from '../../platform/action.ts'
import { eraseParty } from '../../platform/erasing/erase-party.ts'
import { eraseDuePapers, papersKept } from '../../platform/erasing/papers.ts'
import { forgetNewsOf } from '../../platform/notifications/notifications.ts'
import { endScope } from '../../programme/actions/end-scope.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { keptUntil, namesOf, workerLabel } from '../rules/leaving.ts'
import { isAnonymous, recordAnonymisation } from '../store/leaving.ts'
import { lockWorker } from '../store/workers.ts'

/**
 * Takes the name off a person who left, once no law keeps it: papers whose day has passed lose their content, the record becomes a number,
 * texts by and about the person go, and so does the account when it serves nothing else (個人情報保護法22条).
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
    if (await isAnonymous(db, workerId)) return refuse('anonymised-already')
    await recordAnonymisation(context, { id: workerId, leftOn }, kept)
    await forgetNewsOf(db, worker.userId, [worker.name, worker.displayName])
    const userIds = await endScope(context, workerId)
    const party = {
      kind: 'worker',
      id: workerId,
      userIds,
      label: workerLabel(worker.number),
      names: namesOf(worker),
      keptUntil: kept,
    } as const
    await eraseParty(context, party)
    return { until: kept }
  },
})
