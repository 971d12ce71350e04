import { action, newId, refuse } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { bookWords } from '../rules/book-words.ts'
import { placeOf } from '../rules/period-lock.ts'
import { clientReceiptEntry } from '../rules/posting.ts'
import { openBooks } from '../store/period-locks.ts'
import { post } from '../store/journal.ts'
import { insertReceipt, lockInvoice } from '../store/sales.ts'

/** Records money from a client against one invoice. */
export const recordReceipt = action(contract['record-receipt'], {
  load: async (context, { invoiceId }) => {
    const books = await openBooks(context)
    const invoice = await lockInvoice(context.db, invoiceId)
    return invoice && { invoice, books, subject: invoiceId }
  },
  run: async (context, input, { invoice, books }) => {
    const { db, programmeId, actor, now, today } = context
    const { invoiceId, receivedOn, amountYen, deductedFeeYen, lateReason } = input
    const openYen = invoice.openYen - amountYen - deductedFeeYen
    if (openYen < 0) return refuse('more-than-open', { openYen: invoice.openYen })
    if (receivedOn > today) return refuse('date-ahead')
    if (receivedOn < invoice.issuedOn) return refuse('before-invoice')
    const place = placeOf(books, calendarDate(receivedOn), lateReason)
    if (place === null) return refuse('period-closed', { lockedOn: books.lockedOn ?? '' })
    const id = newId(now.getTime())
    await insertReceipt(db, {
      programmeId,
      id,
      invoiceId,
      receivedOn,
      amountYen,
      deductedFeeYen,
      recordedBy: actor.userId ?? '',
    })
    await post(db, [
      {
        entry: clientReceiptEntry({ receivedYen: yen(amountYen), deductedFeeYen: yen(deductedFeeYen) }),
        entryOn: place.entryOn,
        sourceId: id,
        description: place.named(bookWords.receipt(invoice.number)),
        parties: { clientId: invoice.clientId, orderId: invoice.orderId, municipalityId: invoice.municipalityId },
      },
    ])
    return { receiptId: id, openYen }
  },
})
