import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { whyNotApproved } from '../rules/batch.ts'
import { insertApproval, lockBatch } from '../store/transfers.ts'

/** The second of two persons says yes to a bank transfer. */
export const approveBatch = action(contract['approve-batch'], {
  load: async ({ db }, { batchId }) => {
    const batch = await lockBatch(db, batchId)
    return batch && { batch, subject: batchId }
  },
  run: async ({ db, programmeId, actor, now }, { batchId }, { batch }) => {
    const person = actor.userId ?? ''
    const why = whyNotApproved(batch.facts, person)
    if (why !== null) return refuse(why)
    await insertApproval(db, { programmeId, batchId, approvedBy: person, approvedAt: now.toISOString() })
    return { batchId }
  },
})
