import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { judgeAcceptance, whyNotInspected } from '../rules/acceptance.ts'
import { events } from '../rules/events.ts'
import { payOnFor } from '../rules/receipt.ts'
import { insertAcceptance, lockHandIn, payDayOf } from '../store/hand-ins.ts'

/** Accepts a hand-in (検収). The day of receipt goes on deciding when it is paid. */
export const acceptDeliverable = action(contract['accept-deliverable'], {
  load: async ({ db }, { submissionId }) => {
    const handIn = await lockHandIn(db, submissionId)
    return handIn && { handIn, scope: { order: [handIn.orderId], site: [handIn.onSiteId] }, subject: submissionId }
  },
  run: async (context, { submissionId, note }, { handIn }) => {
    const { db, programmeId, actor, today } = context
    const why = whyNotInspected(handIn, actor.userId)
    if (why !== null) return refuse(why)
    const { late, firstPass } = judgeAcceptance(handIn, today)
    await insertAcceptance(db, { programmeId, submissionId, acceptedOn: today, acceptedBy: actor.userId ?? '', note, firstPass })
    await context.publish(events['deliverable.accepted'], { submissionId })
    return { submissionId, acceptedOn: today, payOn: payOnFor(handIn.receivedOn, await payDayOf(db)), late }
  },
})
