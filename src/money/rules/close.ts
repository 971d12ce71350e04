import type { IssuerKind } from '../../people/rules/invoice-number.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { addYen } from '../../units/yen.ts'
import { ourTaxRounding } from '../../orders/rules/consumption-tax.ts'
import { type InvoiceRegistration, isRegisteredOn, type Statement, type StatementLine, statementOf } from './statement.ts'
import { creditPercentOn } from './transitional-credit.ts'
import { paidAlone, type PaidTogether } from './withholding.ts'

/** `suppliedOn` is the day of receipt (受領), by which a close takes its lines (フリーランス法4条1項). */
export type CloseLine = Pick<StatementLine, 'suppliedOn' | 'amountYen' | 'taxRatePercent' | 'withholding'>

export type CloseWorker<Line extends CloseLine> = {
  readonly kind: IssuerKind
  /** The one that was recorded last comes first, and counts where two cover a day. */
  readonly registrations: readonly InvoiceRegistration[]
  readonly lines: readonly Line[]
}

export type ClosedStatement<Line extends CloseLine> = {
  readonly registrationNumber: string | null
  readonly lines: readonly Line[]
  readonly sums: Statement
  /** What earlier documents, of this close or before it, state of the same payment. */
  readonly together: PaidTogether
}

/**
 * The statements of one worker for one close. Lines on both sides of a change of the registration or of the credit for
 * purchases from unregistered suppliers go to two documents, because each is of one kind (消費税法30条9項3号) and one rate.
 * They are paid together, and with what `together` says was stated before for the same day, so each withholds the tax that
 * its part adds to that of the whole payment (所得税基本通達205-1).
 */
export function closeWorker<Line extends CloseLine>(
  worker: CloseWorker<Line>,
  paidOn: CalendarDate,
  together: PaidTogether = paidAlone,
): readonly ClosedStatement<Line>[] {
  const made: ClosedStatement<Line>[] = []
  let before = together
  for (const { creditPercent, ...document } of documentsOf(worker)) {
    const sums = statementOf(document.lines, {
      paidOn,
      taxRounding: ourTaxRounding,
      workerKind: worker.kind,
      isRegistered: document.registrationNumber !== null,
      creditPercent,
      together: before,
    })
    made.push({ ...document, sums, together: before })
    before = { baseYen: addYen(before.baseYen, sums.withholdingBaseYen), withheldYen: addYen(before.withheldYen, sums.withholdingYen) }
  }
  return made
}

type Document<Line> = { readonly registrationNumber: string | null; readonly creditPercent: number; readonly lines: Line[] }

function documentsOf<Line extends CloseLine>({ lines, registrations }: CloseWorker<Line>): Iterable<Document<Line>> {
  const documents = new Map<string, Document<Line>>()
  for (const line of lines) {
    const registration = registrations.find((each) => isRegisteredOn(each, line.suppliedOn)) ?? null
    const registrationNumber = registration?.number ?? null
    const creditPercent = creditPercentOn(line.suppliedOn, registration !== null)
    const key = `${registrationNumber} ${creditPercent}`
    const document = documents.get(key) ?? { registrationNumber, creditPercent, lines: [] }
    document.lines.push(line)
    documents.set(key, document)
  }
  return documents.values()
}

export type CloseTotals = {
  readonly workerCount: number
  readonly statementCount: number
  readonly lineCount: number
  readonly subtotalYen: number
  readonly taxYen: number
  readonly totalYen: number
  readonly withholdingYen: number
  readonly netYen: number
}

export const noTotals: CloseTotals = {
  workerCount: 0,
  statementCount: 0,
  lineCount: 0,
  subtotalYen: 0,
  taxYen: 0,
  totalYen: 0,
  withholdingYen: 0,
  netYen: 0,
}

/** Totals with the statements of so many more people. */
export function addStatements(
  totals: CloseTotals,
  workerCount: number,
  statements: readonly Pick<ClosedStatement<CloseLine>, 'lines' | 'sums'>[],
): CloseTotals {
  const add = (total: number, of: (sums: Statement) => number): number => statements.reduce((sum, each) => sum + of(each.sums), total)
  return {
    workerCount: totals.workerCount + workerCount,
    statementCount: totals.statementCount + statements.length,
    lineCount: statements.reduce((count, { lines }) => count + lines.length, totals.lineCount),
    subtotalYen: add(totals.subtotalYen, (sums) => sums.subtotalYen),
    taxYen: add(totals.taxYen, (sums) => sums.totalYen - sums.subtotalYen),
    totalYen: add(totals.totalYen, (sums) => sums.totalYen),
    withholdingYen: add(totals.withholdingYen, (sums) => sums.withholdingYen),
    netYen: add(totals.netYen, (sums) => sums.netYen),
  }
}
