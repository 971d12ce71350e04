import { action, Refused, refuse } from '../../platform/action.ts'
import { acceptDeliverable } from '../../delivery/actions/accept-deliverable.ts'
import { calendarDate, endOfMonth } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { paperWords } from '../rules/book-words.ts'
import { listReceipts } from '../store/receipts.ts'

const mostAtOnce = 500

/**
 * Accepts the receipts of a month whose noticed day of inspection has passed without an answer. The worker is not made to
 * wait for an inspection that the operator has missed.
 */
export const acceptOverdue = action(contract['accept-overdue'], {
  load: async (_, { month }) => ({ subject: month }),
  run: async (context, { month }) => {
    const closeOn = endOfMonth(calendarDate(month))
    const rows = await listReceipts(context.db, closeOn, context.today, mostAtOnce)
    let acceptedCount = 0
    for (const row of rows.filter((each) => each.state === 'overdue')) {
      const accepted = await acceptDeliverable.perform(context, { submissionId: row.submissionId, note: paperWords.silentNote })
      if (!(accepted instanceof Refused)) acceptedCount += 1
    }
    return acceptedCount === 0 ? refuse('nothing-overdue') : { month, acceptedCount }
  },
})
