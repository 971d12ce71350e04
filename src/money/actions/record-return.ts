import { action, refuse } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { bookWords } from '../rules/book-words.ts'
import { placeOf } from '../rules/period-lock.ts'
import { events } from '../rules/events.ts'
import { returnedTransferEntry } from '../rules/posting.ts'
import { openBooks } from '../store/period-locks.ts'
import { post } from '../store/journal.ts'
import { insertReturns, lockTransfer } from '../store/transfers.ts'

/** Records that paid money came back (組戻し). The worker's claim stands again; the fee is the operator's. */
export const recordReturn = action(contract['record-return'], {
  load: async (context, { transferId }) => {
    const books = await openBooks(context)
    const transfer = await lockTransfer(context.db, transferId)
    return transfer && { transfer, books, subject: transferId }
  },
  run: async (context, { transferId, returnedOn, note, feeYen, lateReason }, { transfer, books }) => {
    const { db, programmeId, actor, now, today } = context
    if (transfer.state === 'returned') return refuse('already-returned')
    if (transfer.state !== 'paid' || transfer.paidOn === null) return refuse('not-paid')
    if (returnedOn < transfer.paidOn) return refuse('before-payment')
    if (returnedOn > today) return refuse('date-ahead')
    const place = placeOf(books, calendarDate(returnedOn), lateReason)
    if (place === null) return refuse('period-closed', { lockedOn: books.lockedOn ?? '' })
    await insertReturns(db, programmeId, actor.userId ?? '', now, returnedOn, [{ transferId, note }])
    await post(db, [
      {
        entry: returnedTransferEntry({ netYen: yen(transfer.amountYen), returnFeeYen: yen(feeYen) }),
        entryOn: place.entryOn,
        paidOn: calendarDate(returnedOn),
        sourceId: transferId,
        description: place.named(bookWords.returned(note)),
        parties: { workerId: transfer.workerId, municipalityId: transfer.municipalityId },
      },
    ])
    await context.publish(events['transfer.returned'], { transferId })
    return { transferId }
  },
})
