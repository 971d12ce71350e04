import { action, type ActionContext, newId, Refused, refuse } from '../../platform/action.ts'
import { bankDayOnOrAfter } from '../../units/business-day.ts'
import { calendarDate, laterDate } from '../../units/calendar-date.ts'
import { subtractYen, yen, zeroYen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { bookWords } from '../rules/book-words.ts'
import { type JournalEntry, payableCorrectionEntry } from '../rules/posting.ts'
import { makeStatement, type Statement, type StatementLine } from '../rules/statement.ts'
import { insertCorrection, type LineToCorrect, linesToCorrect, lockForCorrection } from '../store/corrections.ts'
import { type EntryToPost, type Parties, post } from '../store/journal.ts'
import { issueStatements } from './issue-statements.ts'

type Loaded = NonNullable<Awaited<ReturnType<typeof lockForCorrection>>>

/**
 * Corrects a statement by a new one that is chained to it; the old one stays as it was issued. The fees may not fall, because
 * lowering what was agreed is forbidden whoever is at fault in the reckoning (フリーランス法5条1項2号).
 */
export const correctStatement = action(contract['correct-statement'], {
  load: async ({ db }, { statementId }) => {
    const statement = await lockForCorrection(db, statementId)
    return statement && { statement, lines: await linesToCorrect(db, statementId), subject: statementId }
  },
  run: async (context, input, { statement, lines }) => {
    const { db, programmeId, now, today } = context
    if (statement.is_replaced) return refuse('already-corrected')
    if (statement.state === 'waiting') return refuse('transfer-under-way')
    if (!statement.has_document) return refuse('paper-missing')
    const right = new Map(input.lines.map((line) => [line.submissionId, line]))
    if (right.size !== lines.length || input.lines.length !== lines.length || lines.some((line) => !right.has(line.submission_id)))
      return refuse('lines-differ')
    const changed = lines.map((line) => ({ ...line, ...rightOf(right.get(line.submission_id), line) }))
    if (changed.every((line, at) => line.amount_yen === lines[at]?.amount_yen && line.withholding === lines[at]?.withholding))
      return refuse('nothing-changed')

    // What was paid in time keeps its day; what is still to be paid is paid as soon as banks are open.
    const payOn = laterDate(calendarDate(statement.pay_on), bankDayOnOrAfter(today))
    const made = correctedStatement(statement, changed, payOn)
    if (made.subtotalYen < statement.subtotal_yen) return refuse('would-reduce')
    if (made.netYen < statement.paid_yen) return refuse('would-take-back', { paidYen: statement.paid_yen })
    const id = newId(now.getTime())
    const { close_id, worker_id, root_id, kind, credit_percent, registration_number } = statement
    await insertCorrection(
      db,
      {
        programme_id: programmeId,
        id,
        close_id,
        worker_id,
        root_id,
        kind,
        credit_percent,
        registration_number,
        pay_on: payOn,
        issued_at: now.toISOString(),
        corrects: statement.id,
        correction_reason: input.reason,
        subtotal_yen: made.subtotalYen,
        tax_yen: made.totalYen - made.subtotalYen,
        total_yen: made.totalYen,
        withholding_base_yen: made.withholdingBaseYen,
        withholding_yen: made.withholdingYen,
        net_yen: made.netYen,
        creditable_yen: made.credit.creditableYen,
      },
      changed.map(({ submission_id, amount_yen, withholding }) => ({
        programme_id: programmeId,
        statement_id: id,
        submission_id,
        amount_yen,
        withholding,
      })),
    )
    await post(db, correctionEntries(context, { statement, lines, changed, made, id, reason: input.reason }))
    const papers = await issueStatements.perform(context, { closeId: close_id, limit: 1_000 })
    if (papers instanceof Refused) throw new Error('the paper was refused')
    await context.publish('statement.corrected', { statementId: id })
    return { statementId: id, netYen: made.netYen, dueYen: made.netYen - statement.paid_yen }
  },
})

const rightOf = (right: { amountYen: number; withholding: 'subject' | 'not-subject' } | undefined, line: LineToCorrect) => ({
  amount_yen: right?.amountYen ?? line.amount_yen,
  withholding: right?.withholding ?? line.withholding,
})

/** The sums by the rule for one worker; registration and credit stay those of the days of supply. */
function correctedStatement(statement: Loaded, lines: readonly LineToCorrect[], payOn: ReturnType<typeof calendarDate>): Statement {
  const registration =
    statement.registration_number === null ? null : { number: statement.registration_number, from: calendarDate('2000-01-01'), to: null }
  const made = makeStatement({
    paidOn: payOn,
    taxRounding: 'floor',
    worker: { kind: statement.worker_kind, invoiceRegistration: registration },
    lines: lines.map((line): StatementLine => ({
      description: line.description,
      suppliedOn: line.received_on,
      amountYen: yen(line.amount_yen),
      taxRatePercent: line.tax_rate_percent,
      withholding: line.withholding,
    })),
  })
  if (!made.ok) throw new Error(`the corrected statement cannot be made: ${made.faults[0]?.code ?? ''}`)
  return made.statement
}

interface Correction {
  statement: Loaded
  lines: readonly LineToCorrect[]
  changed: readonly LineToCorrect[]
  made: Statement
  id: string
  reason: string
}

/** The differences, dated by the day of the correction: the year in which the statement was made has been reported. */
function correctionEntries({ today, now }: ActionContext, { statement, lines, changed, made, id, reason }: Correction): EntryToPost[] {
  const entry = (sourceId: string, of: JournalEntry, description: string, parties: Parties): EntryToPost => ({
    entry: of,
    entryOn: today,
    sourceId,
    description,
    parties,
  })
  const fees = changed.flatMap((line, at) => {
    const difference = line.amount_yen - (lines[at]?.amount_yen ?? 0)
    if (difference === 0) return []
    const parties = { workerId: statement.worker_id, orderId: line.order_id, municipalityId: line.municipality_id }
    return [
      entry(
        newId(now.getTime()),
        payableCorrectionEntry({ subtotalYen: yen(difference), creditableTaxYen: zeroYen, notCreditableTaxYen: zeroYen }),
        bookWords.correction(line.description, reason),
        parties,
      ),
    ]
  })
  const creditableTaxYen = subtractYen(made.credit.creditableYen, yen(statement.creditable_yen))
  const notCreditableTaxYen = subtractYen(made.credit.notCreditableYen, yen(statement.tax_yen - statement.creditable_yen))
  if (creditableTaxYen === 0 && notCreditableTaxYen === 0) return fees
  const tax = payableCorrectionEntry({ subtotalYen: zeroYen, creditableTaxYen, notCreditableTaxYen })
  return [
    ...fees,
    entry(id, tax, bookWords.correctionTax(reason), { workerId: statement.worker_id, municipalityId: statement.municipality_id }),
  ]
}
