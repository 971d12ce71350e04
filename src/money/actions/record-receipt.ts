import { action, newId, refuse } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { bookWords } from '../rules/book-words.ts'
import { entryDay } from '../rules/period-lock.ts'
import { clientReceiptEntry } from '../rules/posting.ts'
import { readLock } from '../store/period-locks.ts'
import { post } from '../store/journal.ts'
import { insertReceipt, lockInvoice } from '../store/sales.ts'

/** Records money from a client against one invoice. */
export const recordReceipt = action(contract['record-receipt'], {
  load: async ({ db }, { invoiceId }) => {
    const invoice = await lockInvoice(db, invoiceId)
    return invoice && { invoice, subject: invoiceId }
  },
  run: async (context, input, { invoice }) => {
    const { db, programmeId, actor, now, today } = context
    const { invoiceId, receivedOn, amountYen, deductedFeeYen, lateReason } = input
    const openYen = invoice.openYen - amountYen - deductedFeeYen
    if (openYen < 0) return refuse('more-than-open', { openYen: invoice.openYen })
    if (receivedOn > today) return refuse('date-ahead')
    if (receivedOn < invoice.issuedOn) return refuse('before-invoice')
    const { lockedOn, reopened } = await readLock(db, today)
    const entryOn = entryDay(calendarDate(receivedOn), today, lockedOn, lateReason, reopened)
    if (entryOn === null) return refuse('period-closed', { lockedOn: lockedOn ?? '' })
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
        entryOn,
        sourceId: id,
        description:
          entryOn === receivedOn
            ? bookWords.receipt(invoice.number)
            : bookWords.late(bookWords.receipt(invoice.number), calendarDate(receivedOn), lateReason),
        parties: { clientId: invoice.clientId, orderId: invoice.orderId, municipalityId: invoice.municipalityId },
      },
    ])
    return { receiptId: id, openYen }
  },
})
