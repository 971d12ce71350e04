import { action, newId, refuse } from '../../platform/action.ts'
import { faultPoint } from '../../platform/fault-point.ts'
import { enqueue } from '../../platform/outbox.ts'
import { calendarDate, endOfMonth } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { bookWords } from '../rules/book-words.ts'
import {
  insertClose,
  insertStatements,
  isDurable,
  lockClosing,
  nextRun,
  payOnOfClose,
  postStatementTax,
  previewClose,
} from '../store/closing.ts'
import { inSets } from '../store/in-sets.ts'
import { countReceipts } from '../store/receipts.ts'
import { issueStatementsJob } from '../store/statement-documents.ts'

/**
 * Closes a month by receipt date: statements, their lines and their tax in one transaction, in sets. What arrives or is
 * judged later is closed by a further run of the same month or with the next one.
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
    const payOn = await payOnOfClose(db, month, today)
    const totals = await previewClose(db, month, payOn)
    if (totals.lineCount === 0) return refuse('nothing-to-close')
    if (totals.undecidedCount > 0) return refuse('withholding-undecided', { count: totals.undecidedCount })
    if (totals.lineCount !== input.expectedLineCount || totals.netYen !== input.expectedNetYen)
      return refuse('totals-changed', { lineCount: totals.lineCount, netYen: totals.netYen })

    const id = newId(now.getTime())
    const run = await nextRun(db, month)
    await insertClose(db, programmeId, { id, month, payOn, run, closedBy: actor.userId ?? '', closedAt: now, totals })
    faultPoint('money.close.begun')
    const made = await inSets(db, () => insertStatements(db, id, month, payOn, now))
    if (made.netYen !== totals.netYen || made.lineCount !== totals.lineCount) throw new Error('the statements do not add up to the totals')
    faultPoint('money.close.stated')
    await inSets(db, () => postStatementTax(db, id, closeOn, bookWords.statementTax(month, run)))
    faultPoint('money.close.posted')
    await enqueue(db, issueStatementsJob, { programmeId, closeId: id })
    await context.publish('month.closed', { closeId: id })
    return { closeId: id, run, payOn, statementCount: made.statementCount, netYen: made.netYen }
  },
})
