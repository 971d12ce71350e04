import { action, newId, refuse } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { bookWords } from '../rules/book-words.ts'
import { clientReceiptEntry } from '../rules/posting.ts'
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
    const { invoiceId, receivedOn, amountYen, deductedFeeYen } = input
    const openYen = invoice.open_yen - amountYen - deductedFeeYen
    if (openYen < 0) return refuse('more-than-open', { openYen: invoice.open_yen })
    if (receivedOn > today) return refuse('date-ahead')
    if (receivedOn < invoice.issued_on) return refuse('before-invoice')
    const id = newId(now.getTime())
    await insertReceipt(db, {
      programme_id: programmeId,
      id,
      invoice_id: invoiceId,
      received_on: receivedOn,
      amount_yen: amountYen,
      deducted_fee_yen: deductedFeeYen,
      recorded_by: actor.userId ?? '',
    })
    await post(db, [
      {
        entry: clientReceiptEntry({ receivedYen: yen(amountYen), deductedFeeYen: yen(deductedFeeYen) }),
        entryOn: calendarDate(receivedOn),
        sourceId: id,
        description: bookWords.receipt(invoice.number),
        parties: { clientId: invoice.client_id, orderId: invoice.order_id, municipalityId: invoice.municipality_id },
      },
    ])
    return { receiptId: id, openYen }
  },
})
