import { action, newId, refuse } from '../../platform/action.ts'
import { calendarDate, endOfMonth } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { bookWords } from '../rules/book-words.ts'
import { placeOf } from '../rules/period-lock.ts'
import { withholdingPaymentEntry } from '../rules/posting.ts'
import { lockClosing } from '../store/closing.ts'
import { post } from '../store/journal.ts'
import { openBooks } from '../store/period-locks.ts'
import { insertWithholdingPayment, withheldOfMonth } from '../store/withholding.ts'

/** Records that the tax withheld from a month's payments went to the tax office, due by the 10th of the next month. */
export const recordWithholdingPayment = action(contract['record-withholding-payment'], {
  load: async ({ db }) => {
    await lockClosing(db)
    return {}
  },
  run: async (context, input) => {
    const { db, programmeId, actor, now, today } = context
    const month = calendarDate(input.month)
    if (today <= endOfMonth(month)) return refuse('month-not-over')
    if (input.paidOn > today) return refuse('date-ahead')
    const books = await openBooks(context)
    const place = placeOf(books, calendarDate(input.paidOn), input.lateReason)
    if (place === null) return refuse('period-closed', { lockedOn: books.lockedOn ?? '' })
    const amountYen = await withheldOfMonth(db, month)
    if (amountYen <= 0) return refuse('nothing-withheld')
    const id = newId(now.getTime())
    await insertWithholdingPayment(db, {
      programmeId,
      id,
      month,
      amountYen,
      paidOn: input.paidOn,
      recordedBy: actor.userId ?? '',
    })
    await post(db, [
      {
        entry: withholdingPaymentEntry({ amountYen: yen(amountYen) }),
        entryOn: place.entryOn,
        sourceId: id,
        description: place.named(bookWords.withholdingPayment(month)),
        parties: {},
      },
    ])
    return { paymentId: id, amountYen }
  },
})
