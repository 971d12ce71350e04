import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { batchFile } from '../store/batch-reads.ts'
import { countDownloads, insertDownload, lockBatch } from '../store/transfers.ts'

/** Hands the bank file out and notes to whom; the second time it asks why, because a file that is sent twice pays twice. */
export const downloadBatchFile = action(contract['download-batch-file'], {
  load: async ({ db }, { batchId }) => {
    const batch = await lockBatch(db, batchId)
    return batch && { batch, subject: batchId }
  },
  run: async ({ db, programmeId, actor, now }, { batchId, reason }) => {
    const file = await batchFile(db, batchId)
    if (file === null) return refuse('not-exported')
    if (reason === '' && (await countDownloads(db, batchId)) > 0) return refuse('reason-to-download')
    const row = {
      programmeId,
      id: newId(now.getTime()),
      batchId,
      reason,
      downloadedBy: actor.userId ?? '',
      downloadedAt: now.toISOString(),
    }
    await insertDownload(db, row)
    return file
  },
})
