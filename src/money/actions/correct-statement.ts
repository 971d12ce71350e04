import { action, type ActionContext, newId, Refused, refuse } from '../../platform/action.ts'
import { type CalendarDate, calendarDate, laterDate } from '../../units/calendar-date.ts'
import { subtractYen, yen, zeroYen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { bookWords } from '../rules/book-words.ts'
import { ourTaxRounding } from '../../orders/rules/consumption-tax.ts'
import { placeOfCorrection } from '../rules/period-lock.ts'
import { type JournalEntry, payableCorrectionEntry } from '../rules/posting.ts'
import { type Statement, statementOf } from '../rules/statement.ts'
import { paidAlone, type PaidTogether } from '../rules/withholding.ts'
import { insertCorrection, type LineToCorrect, linesToCorrect, lockForCorrection } from '../store/corrections.ts'
import { type EntryToPost, type Parties, post } from '../store/journal.ts'
import { firstValueDay } from '../store/value-date.ts'
import { statedTogether } from '../store/withholding.ts'
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
    if (statement.isReplaced) return refuse('already-corrected')
    if (statement.state === 'waiting') return refuse('transfer-under-way')
    if (!statement.hasDocument) return refuse('paper-missing')
    const right = new Map(input.lines.map((line) => [line.submissionId, line]))
    if (right.size !== lines.length || input.lines.length !== lines.length || lines.some((line) => !right.has(line.submissionId)))
      return refuse('lines-differ')
    const changed = lines.map((line) => ({ ...line, ...rightOf(right.get(line.submissionId), line) }))
    if (changed.every((line, at) => line.amountYen === lines[at]?.amountYen && line.withholding === lines[at]?.withholding))
      return refuse('nothing-changed')

    // What was paid in time keeps its day; what is still to be paid is paid as soon as the bank can.
    const payOn = laterDate(calendarDate(statement.payOn), await firstValueDay(db, today))
    const { workerId, rootId, firstPayOn } = statement
    const together = (await statedTogether(db, firstPayOn, { workerId, withoutRoot: rootId })).get(workerId) ?? paidAlone
    const made = correctedStatement(statement, changed, payOn, together)
    if (made.subtotalYen < statement.subtotalYen) return refuse('would-reduce')
    if (made.netYen < statement.paidYen) return refuse('would-take-back', { paidYen: statement.paidYen })
    const id = newId(now.getTime())
    const { closeId, kind, creditPercent, registrationNumber } = statement
    await insertCorrection(
      db,
      {
        programmeId,
        id,
        closeId,
        workerId,
        rootId,
        kind,
        creditPercent,
        registrationNumber,
        payOn,
        issuedAt: now.toISOString(),
        corrects: statement.id,
        correctionReason: input.reason,
        subtotalYen: made.subtotalYen,
        taxYen: made.totalYen - made.subtotalYen,
        totalYen: made.totalYen,
        withholdingBaseYen: made.withholdingBaseYen,
        withholdingYen: made.withholdingYen,
        netYen: made.netYen,
        creditableYen: made.credit.creditableYen,
        togetherBaseYen: together.baseYen,
        togetherWithheldYen: together.withheldYen,
      },
      changed.map(({ submissionId, amountYen, withholding }) => ({
        programmeId,
        statementId: id,
        submissionId,
        amountYen,
        withholding,
      })),
    )
    await post(db, correctionEntries(context, { statement, lines, changed, made, id, reason: input.reason }))
    const papers = await issueStatements.perform(context, { closeId: closeId, limit: 1_000 })
    if (papers instanceof Refused) throw new Error('the paper was refused')
    return { statementId: id, netYen: made.netYen, dueYen: made.netYen - statement.paidYen }
  },
})

const rightOf = (right: { amountYen: number; withholding: 'subject' | 'not-subject' } | undefined, line: LineToCorrect) => ({
  amountYen: right?.amountYen ?? line.amountYen,
  withholding: right?.withholding ?? line.withholding,
})

/** Registration and credit stay those of the days of supply. */
const correctedStatement = (statement: Loaded, lines: readonly LineToCorrect[], paidOn: CalendarDate, together: PaidTogether): Statement =>
  statementOf(
    lines.map((line) => ({ amountYen: yen(line.amountYen), taxRatePercent: line.taxRatePercent, withholding: line.withholding })),
    {
      paidOn,
      taxRounding: ourTaxRounding,
      workerKind: statement.workerKind,
      isRegistered: statement.registrationNumber !== null,
      creditPercent: statement.creditPercent,
      together,
    },
  )

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
  const entry = (sourceId: string, of: JournalEntry, day: CalendarDate, what: string, parties: Parties): EntryToPost => {
    const place = placeOfCorrection(today, day)
    return { entry: of, entryOn: place.entryOn, sourceId, description: bookWords.correction(place.named(what), reason), parties }
  }
  const fees = changed.flatMap((line, at) => {
    const difference = line.amountYen - (lines[at]?.amountYen ?? 0)
    if (difference === 0) return []
    const parties = { workerId: statement.workerId, orderId: line.orderId, municipalityId: line.municipalityId }
    return [
      entry(
        newId(now.getTime()),
        payableCorrectionEntry({ subtotalYen: yen(difference), creditableTaxYen: zeroYen, notCreditableTaxYen: zeroYen }),
        line.receivedOn,
        line.description,
        parties,
      ),
    ]
  })
  const creditableTaxYen = subtractYen(made.credit.creditableYen, yen(statement.creditableYen))
  const notCreditableTaxYen = subtractYen(made.credit.notCreditableYen, yen(statement.taxYen - statement.creditableYen))
  if (creditableTaxYen === 0 && notCreditableTaxYen === 0) return fees
  const tax = payableCorrectionEntry({ subtotalYen: zeroYen, creditableTaxYen, notCreditableTaxYen })
  return [
    ...fees,
    entry(id, tax, calendarDate(statement.firstPayOn), bookWords.statedTax, {
      workerId: statement.workerId,
      municipalityId: statement.municipalityId,
    }),
  ]
}
