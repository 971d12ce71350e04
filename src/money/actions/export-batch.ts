import { createHash } from 'node:crypto'
import { action, refuse } from '../../platform/action.ts'
import { faultPoint } from '../../platform/fault-point.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { isApproved } from '../rules/batch.ts'
import { bankFileOf, operatorAccount } from '../store/operator-account.ts'
import { insertExport, lockBatch, transfersOf } from '../store/transfers.ts'
import { faultDetails } from './make-batch.ts'

/** Writes the bank file, once, and keeps its bytes: what is downloaded later is the same file. */
export const exportBatch = action(contract['export-batch'], {
  load: async ({ db }, { batchId }) => {
    const batch = await lockBatch(db, batchId)
    return batch && { batch, also: { state: 'exported' }, subject: batchId }
  },
  run: async ({ db, programmeId, actor, now }, { batchId }, { batch }) => {
    if (batch.facts.rejected) return refuse('batch-refused')
    if (batch.facts.exported) return refuse('already-exported')
    if (!isApproved(batch.facts)) return refuse('not-approved')
    const { account } = await operatorAccount(db)
    if (account === null) return refuse('bank-file-fault', { fault: 'no-operator-account' })
    const payments = await transfersOf(db, batchId)
    const total = payments.reduce((sum, payment) => sum + payment.netYen, 0)
    if (payments.length !== batch.transferCount || total !== batch.totalYen)
      throw new Error('the transfers are not those that were approved')
    const file = bankFileOf(account, calendarDate(batch.valueOn), payments, true)
    if (!file.ok) return refuse('bank-file-fault', faultDetails(file.faults[0], payments))
    const sha256 = createHash('sha256').update(file.bytes).digest()
    await insertExport(db, {
      programmeId,
      batchId,
      bytes: Buffer.from(file.bytes),
      sha256,
      exportedBy: actor.userId ?? '',
      exportedAt: now.toISOString(),
    })
    faultPoint('money.export.written')
    return { batchId, sha256: sha256.toString('hex') }
  },
})
