import { action, refuse } from '../../platform/action.ts'
import { notify } from '../../platform/notifications/notifications.ts'
import { addDays } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { notices } from '../rules/notices.ts'
import { restOf } from '../store/approvers.ts'
import { holdersOf, memberIds } from '../store/notices.ts'
import { daysOfReopening, insertReopeningApproval, lockReopening } from '../store/period-locks.ts'

/** The second of two persons opens a locked period for a few days; the municipalities hear of it at once, with the reason. */
export const approveReopening = action(contract['approve-reopening'], {
  load: async ({ db }, { reopeningId }) => {
    const reopening = await lockReopening(db, reopeningId)
    return reopening && { reopening, also: { state: 'approved' }, subject: reopeningId }
  },
  run: async (context, { reopeningId }, { reopening }) => {
    const { db, programmeId, actor, now, today } = context
    const person = actor.userId ?? ''
    if (reopening.isApproved) return refuse('already-approved')
    if (reopening.askedBy === person) return refuse('second-person-needed')
    const until = await restOf(db, person, now)
    if (until !== null) return refuse('account-just-changed', { until: until.toISOString() })
    const openUntil = addDays(today, await daysOfReopening(db))
    await insertReopeningApproval(db, { programmeId, reopeningId, approvedBy: person, approvedAt: now.toISOString(), openUntil })
    const { firstOn, lastOn, reason } = reopening
    const officers = await holdersOf(db, ['officer', 'committee'], { municipality: await memberIds(db) })
    await notify(context, notices['books-reopened'], officers, { link: '/', facts: { firstOn, lastOn, openUntil, reason } })
    return { openUntil }
  },
})
