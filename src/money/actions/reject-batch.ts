import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { insertRejection, lockBatch } from '../store/transfers.ts'

/** Refuses a bank transfer before its file leaves the house; the statements are free for another one. */
export const rejectBatch = action(contract['reject-batch'], {
  load: async ({ db }, { batchId }) => {
    const batch = await lockBatch(db, batchId)
    return batch && { batch, also: { state: 'rejected' }, subject: batchId }
  },
  run: async ({ db, programmeId, actor, now }, { batchId, reason }, { batch }) => {
    if (batch.facts.rejected) return refuse('batch-refused')
    if (batch.facts.exported) return refuse('already-exported')
    await insertRejection(db, {
      programmeId,
      batchId,
      reason,
      rejectedBy: actor.userId ?? '',
      rejectedAt: now.toISOString(),
    })
    return { batchId }
  },
})
