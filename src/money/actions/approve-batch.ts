import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { whyNotApproved } from '../rules/batch.ts'
import { accountsRecordedBy, restOf } from '../store/approvers.ts'
import { insertApproval, lockBatch } from '../store/transfers.ts'

/**
 * The second of two persons says yes to a bank transfer. Two persons are two people: not an account that somebody else may
 * have taken over lately, and nobody who said where the money goes.
 */
export const approveBatch = action(contract['approve-batch'], {
  load: async ({ db }, { batchId }) => {
    const batch = await lockBatch(db, batchId)
    return batch && { batch, also: { state: 'approved' }, subject: batchId }
  },
  run: async ({ db, programmeId, actor, now }, { batchId }, { batch }) => {
    const person = actor.userId ?? ''
    const until = await restOf(db, person, now)
    const recordedAccounts = await accountsRecordedBy(db, batchId, person)
    const why = whyNotApproved(batch.facts, person, { isResting: until !== null, recordedAccounts })
    if (why !== null) return refuse(why, { until: until?.toISOString() ?? '', count: recordedAccounts })
    await insertApproval(db, { programmeId, batchId, approvedBy: person, approvedAt: now.toISOString() })
    return { batchId }
  },
})
