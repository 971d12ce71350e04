import { action, refuse } from '../../platform/action.ts'
import { faultPoint } from '../../platform/fault-point.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { bookWords } from '../rules/book-words.ts'
import { events } from '../rules/events.ts'
import { placeOfConsequence } from '../rules/period-lock.ts'
import { transferEntry, transferFeeEntry } from '../rules/posting.ts'
import { inSets } from '../store/in-sets.ts'
import { post } from '../store/journal.ts'
import { openBooks } from '../store/period-locks.ts'
import { countOwn, insertPaid, insertReturns, lockBatch, paidTransfers } from '../store/transfers.ts'

/** Records what the bank did with a transfer: paid all but those that it sent back at once, which never left the account. */
export const recordResults = action(contract['record-results'], {
  load: async (context, { batchId }) => {
    const books = await openBooks(context)
    const batch = await lockBatch(context.db, batchId)
    return batch && { batch, books, subject: batchId }
  },
  run: async (context, input, { batch, books }) => {
    const { db, programmeId, actor, now, today } = context
    const { batchId, returned, feeYen } = input
    const paidOn = calendarDate(input.paidOn)
    if (!batch.facts.exported) return refuse('not-exported')
    if (batch.facts.recorded) return refuse('already-recorded')
    if (paidOn < batch.valueOn) return refuse('before-value-date')
    if (paidOn > today) return refuse('date-ahead')
    const place = placeOfConsequence(books, paidOn)
    const ids = returned.map((each) => each.transferId)
    if (new Set(ids).size !== ids.length || (await countOwn(db, batchId, ids)) !== ids.length) return refuse('unknown-transfer')

    const person = actor.userId ?? ''
    await insertReturns(db, programmeId, person, now, paidOn, returned)
    const paidCount = await inSets(db, () => insertPaid(db, batchId, person, now, paidOn))
    faultPoint('money.results.recorded')
    let posted = 0
    for await (const transfers of paidTransfers(db, batchId)) {
      posted += await post(
        db,
        transfers.map(({ id, workerId, municipalityId, ...sums }) => ({
          entry: transferEntry(sums),
          entryOn: place.entryOn,
          paidOn,
          sourceId: id,
          description: place.named(bookWords.transfer),
          parties: { workerId, municipalityId },
        })),
      )
    }
    if (posted !== paidCount) throw new Error('a paid transfer was posted before')
    if (feeYen > 0) {
      const description = place.named(bookWords.transferFee(calendarDate(batch.valueOn)))
      const entry = transferFeeEntry({ feeYen: yen(feeYen) })
      await post(db, [{ entry, entryOn: place.entryOn, sourceId: batchId, description, parties: {} }])
    }
    faultPoint('money.results.posted')
    await context.publish(events['batch.paid'], { batchId })
    for (const transferId of ids) await context.publish(events['transfer.returned'], { transferId })
    return { batchId, paidCount, returnedCount: returned.length, entryOn: place.entryOn }
  },
})
