import { action, newId, refuse } from '../../platform/action.ts'
import { faultPoint } from '../../platform/fault-point.ts'
import { enqueue } from '../../platform/outbox.ts'
import { type CalendarDate, calendarDate, endOfMonth } from '../../units/calendar-date.ts'
import { zeroYen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { bookWords } from '../rules/book-words.ts'
import { addStatements, noTotals } from '../rules/close.ts'
import { type BookPlace, placeOfConsequence } from '../rules/period-lock.ts'
import { payableEntry } from '../rules/posting.ts'
import { tasks } from '../rules/tasks.ts'
import {
  earliestLimit,
  insertClose,
  insertStatements,
  isDurable,
  lockClosing,
  type NewClose,
  type NewStatement,
  nextRun,
  payOnOfClose,
  statementsToClose,
} from '../store/closing.ts'
import { type EntryToPost, post } from '../store/journal.ts'
import { openBooks } from '../store/period-locks.ts'
import { countReceipts } from '../store/receipts.ts'
import { undecidedKinds } from '../store/withholding.ts'

/**
 * Closes a month by receipt date: statements, their lines and their tax in one transaction, people in portions. What
 * arrives or is judged later is closed by a further run of the same month or with the next one.
 */
export const closeMonth = action(contract['close-month'], {
  load: async ({ db }, input) => {
    await lockClosing(db)
    return { subject: input.month }
  },
  run: async (context, input) => {
    const { db, programmeId, actor, now, today } = context
    const month = calendarDate(input.month)
    const closeOn = endOfMonth(month)
    if (today <= closeOn) return refuse('month-not-over')
    if (!(await isDurable(db))) return refuse('database-not-durable')
    const receipts = await countReceipts(db, closeOn, today)
    if (receipts.unposted > 0) return refuse('postings-under-way', { count: receipts.unposted })
    const open = receipts.waiting + receipts.overdue
    if (open > 0 && !input.leaveWaiting) return refuse('receipts-waiting', { count: open })
    const undecided = await undecidedKinds(db, closeOn)
    if (undecided.length > 0) return refuse('withholding-undecided', { count: undecided.reduce((sum, kind) => sum + kind.lineCount, 0) })

    const payOn = await payOnOfClose(db, month, today)
    const run = await nextRun(db, month)
    const close = { id: newId(now.getTime()), month, payOn, run, closedBy: actor.userId ?? '', closedAt: now, lateReason: '' }
    const place = placeOfConsequence(await openBooks(context), closeOn)
    let totals = noTotals
    let limitOn: CalendarDate | null = null
    for await (const { statements: made, workerCount } of statementsToClose(db, closeOn, payOn)) {
      const statements = made.map((statement) => ({ ...statement, id: newId(now.getTime()) }))
      await insertStatements(db, programmeId, close, statements)
      faultPoint('money.close.stated')
      await post(
        db,
        statements.flatMap((statement) => taxEntry(close, place, statement)),
      )
      faultPoint('money.close.posted')
      totals = addStatements(totals, workerCount, statements)
      limitOn = earliestLimit(statements, limitOn)
    }
    if (totals.lineCount === 0) return refuse('nothing-to-close')
    if (totals.lineCount !== input.expectedLineCount || totals.netYen !== input.expectedNetYen)
      return refuse('totals-changed', { lineCount: totals.lineCount, netYen: totals.netYen })
    const isLate = limitOn !== null && payOn > limitOn
    if (isLate && input.lateReason === '') return refuse('beyond-day-60', { limitOn: limitOn ?? '', payOn })
    await insertClose(db, programmeId, { ...close, lateReason: isLate ? input.lateReason : '' }, totals)
    faultPoint('money.close.recorded')
    await enqueue(db, tasks['money.issue-statements'], { programmeId, closeId: close.id })
    return { closeId: close.id, run: close.run, payOn, statementCount: totals.statementCount, netYen: totals.netYen }
  },
})

/** The claim for consumption tax, which is known only when a statement rounds it; the fees were posted when they were accepted. */
function taxEntry({ month, run }: NewClose, place: BookPlace, { id, sums, worker }: NewStatement): EntryToPost[] {
  const { creditableYen, notCreditableYen } = sums.credit
  if (creditableYen + notCreditableYen === 0) return []
  const { municipalityId, workerId } = worker
  const entry = payableEntry({ subtotalYen: zeroYen, creditableTaxYen: creditableYen, notCreditableTaxYen: notCreditableYen })
  const description = place.named(bookWords.statementTax(month, run))
  return [{ entry, entryOn: place.entryOn, sourceId: id, description, parties: { workerId, municipalityId } }]
}
