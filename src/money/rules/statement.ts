import { type IssuerKind, checkInvoiceNumber } from '../../people/rules/invoice-number.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { type Yen, addYen, subtractYen, sumYen, zeroYen } from '../../units/yen.ts'
import { type TaxByRate, type TaxRounding, taxByRate, taxRatesOn } from '../../orders/rules/consumption-tax.ts'
import { type Credit, creditOf, creditPercentOn } from './transitional-credit.ts'
import { type PaidTogether, type WithholdingClass, isWithholdingKnownOn, paidAlone, withholdingOfPart } from './withholding.ts'

/** A registration as an issuer of qualified invoices; both days belong to it, `to: null` is open. */
export type InvoiceRegistration = { readonly number: string; readonly from: CalendarDate; readonly to: CalendarDate | null }

type StatementWorker = { readonly kind: IssuerKind; readonly invoiceRegistration: InvoiceRegistration | null }

/** `amountYen` is without consumption tax. */
export type StatementLine = {
  readonly description: string
  readonly suppliedOn: CalendarDate
  readonly amountYen: Yen
  readonly taxRatePercent: number
  readonly withholding: WithholdingClass
}

export type StatementInput = {
  readonly paidOn: CalendarDate
  readonly taxRounding: TaxRounding
  readonly worker: StatementWorker
  readonly lines: readonly StatementLine[]
}

/** 仕入明細書 for registered workers (消費税法30条9項3号), 支払通知書 for the others, which must not look like a qualified invoice. */
type StatementKind = 'purchase-statement' | 'payment-notice'

export type Statement = {
  readonly kind: StatementKind
  readonly subtotalYen: Yen
  readonly tax: readonly TaxByRate[]
  readonly totalYen: Yen
  readonly withholdingBaseYen: Yen
  readonly withholdingYen: Yen
  readonly netYen: Yen
  readonly credit: Credit
}

/** Why a statement cannot be made; `path` leads to the place in the input. */
export type StatementFault = { readonly path: readonly (string | number)[] } & (
  | { readonly code: 'no-lines' | 'withholding-undecided' | 'registration-reversed' | 'invoice-number-format' | 'invoice-number-digit' }
  | { readonly code: 'no-withholding-rate' | 'amount-negative' | 'total-too-large' }
  | {
      readonly code: 'no-such-tax-rate'
      readonly ratePercent: number
      readonly suppliedOn: CalendarDate
      readonly rates: readonly number[]
    }
  | { readonly code: 'registration-changes' | 'credit-changes'; readonly suppliedOn: CalendarDate; readonly firstSuppliedOn: CalendarDate }
)

/** An input of which some parts could not be read; what is there is still checked, so that nobody corrects a file twice. */
type StatementDraft = {
  readonly paidOn: CalendarDate | undefined
  readonly worker:
    | { readonly kind: IssuerKind | undefined; readonly invoiceRegistration: InvoiceRegistration | null | undefined }
    | undefined
  readonly lines: readonly { readonly [Key in keyof StatementLine]: StatementLine[Key] | undefined }[] | undefined
}

export function isRegisteredOn(registration: InvoiceRegistration | null, date: CalendarDate): boolean {
  return registration !== null && registration.from <= date && (registration.to === null || date <= registration.to)
}

/** Everything that stands against the statement, in the order of the input. */
export function statementFaults(draft: StatementDraft): readonly StatementFault[] {
  const faults: StatementFault[] = []
  if (draft.paidOn !== undefined && !isWithholdingKnownOn(draft.paidOn)) faults.push({ path: ['paidOn'], code: 'no-withholding-rate' })
  if (draft.worker) faults.push(...registrationFaults(draft.worker))
  if (draft.lines?.length === 0) faults.push({ path: ['lines'], code: 'no-lines' })
  for (const [index, line] of (draft.lines ?? []).entries()) faults.push(...lineFaults(line, index))
  if (draft.worker?.invoiceRegistration !== undefined) faults.push(...splitFaults(draft.lines ?? [], draft.worker.invoiceRegistration))
  if (isTooLarge(draft.lines ?? [])) faults.push({ path: ['lines'], code: 'total-too-large' })
  return faults
}

function registrationFaults(worker: NonNullable<StatementDraft['worker']>): readonly StatementFault[] {
  const registration = worker.invoiceRegistration
  if (!registration) return []
  const path = ['worker', 'invoiceRegistration']
  const faults: StatementFault[] = []
  const verdict = checkInvoiceNumber(registration.number, worker.kind ?? 'individual')
  if (verdict === 'format') faults.push({ path: [...path, 'number'], code: 'invoice-number-format' })
  if (verdict === 'error') faults.push({ path: [...path, 'number'], code: 'invoice-number-digit' })
  if (registration.to !== null && registration.to < registration.from) faults.push({ path: [...path, 'to'], code: 'registration-reversed' })
  return faults
}

type LineDraft = NonNullable<StatementDraft['lines']>[number]

function lineFaults(line: LineDraft, index: number): readonly StatementFault[] {
  const faults: StatementFault[] = []
  const { suppliedOn, taxRatePercent } = line
  if (line.amountYen !== undefined && line.amountYen < 0) faults.push({ path: ['lines', index, 'amountYen'], code: 'amount-negative' })
  if (suppliedOn !== undefined && taxRatePercent !== undefined && !taxRatesOn(suppliedOn).includes(taxRatePercent)) {
    const path = ['lines', index, 'taxRatePercent']
    faults.push({ path, code: 'no-such-tax-rate', ratePercent: taxRatePercent, suppliedOn, rates: taxRatesOn(suppliedOn) })
  }
  if (line.withholding === 'undecided') faults.push({ path: ['lines', index, 'withholding'], code: 'withholding-undecided' })
  return faults
}

/** A document is of one kind and carries one credit rate, so lines on both sides of a change need two documents. */
function splitFaults(lines: readonly LineDraft[], registration: InvoiceRegistration | null): readonly StatementFault[] {
  const faults: StatementFault[] = []
  const firstSuppliedOn = lines.find((line) => line.suppliedOn !== undefined)?.suppliedOn
  if (firstSuppliedOn === undefined) return faults
  for (const [index, { suppliedOn }] of lines.entries()) {
    if (suppliedOn === undefined) continue
    const path = ['lines', index, 'suppliedOn']
    if (isRegisteredOn(registration, suppliedOn) !== isRegisteredOn(registration, firstSuppliedOn)) {
      faults.push({ path, code: 'registration-changes', suppliedOn, firstSuppliedOn })
    } else if (creditPercentOf(registration, suppliedOn) !== creditPercentOf(registration, firstSuppliedOn)) {
      faults.push({ path, code: 'credit-changes', suppliedOn, firstSuppliedOn })
    }
  }
  return faults
}

function creditPercentOf(registration: InvoiceRegistration | null, suppliedOn: CalendarDate): number {
  return creditPercentOn(suppliedOn, isRegisteredOn(registration, suppliedOn))
}

/** Twice the sum covers every tax and every total that is made of it. */
function isTooLarge(lines: readonly LineDraft[]): boolean {
  const sum = lines.reduce((total, line) => total + BigInt(Math.abs(line.amountYen ?? 0)), 0n)
  return sum * 2n > BigInt(Number.MAX_SAFE_INTEGER)
}

type StatementResult =
  | { readonly ok: true; readonly statement: Statement }
  | { readonly ok: false; readonly faults: readonly StatementFault[] }

/** One worker's statement for one close, from an input that nobody has checked. */
export function makeStatement(input: StatementInput): StatementResult {
  const faults = statementFaults(input)
  const [first] = input.lines
  if (faults.length > 0 || !first) return { ok: false, faults }
  const { lines, paidOn, taxRounding, worker } = input
  const isRegistered = isRegisteredOn(worker.invoiceRegistration, first.suppliedOn)
  const creditPercent = creditPercentOn(first.suppliedOn, isRegistered)
  const terms = { paidOn, taxRounding, workerKind: worker.kind, isRegistered, creditPercent, together: paidAlone }
  return { ok: true, statement: statementOf(lines, terms) }
}

/** What the lines of one document have in common. */
type StatementTerms = {
  readonly paidOn: CalendarDate
  readonly taxRounding: TaxRounding
  readonly workerKind: IssuerKind
  readonly isRegistered: boolean
  /** Share of the tax that the operator may credit. */
  readonly creditPercent: number
  /** What other documents state of the payment on that day to this person. */
  readonly together: PaidTogether
}

/**
 * The sums of a document: tax once for each rate, tax withheld once for the payment to the person, of which this is a part
 * (所得税基本通達204-2・205-1), and the credit that the operator has for the tax it pays. The price never depends on the registration.
 */
export function statementOf(
  lines: readonly Pick<StatementLine, 'amountYen' | 'taxRatePercent' | 'withholding'>[],
  { creditPercent, isRegistered, paidOn, taxRounding, together, workerKind }: StatementTerms,
): Statement {
  const tax = taxByRate(lines, taxRounding)
  const subtotalYen = sumYen(lines.map((line) => line.amountYen))
  const taxYen = sumYen(tax.map((rate) => rate.taxYen))
  const totalYen = addYen(subtotalYen, taxYen)
  const subject = lines.filter((line) => line.withholding === 'subject').map((line) => line.amountYen)
  const withholdingBaseYen = workerKind === 'individual' ? sumYen(subject) : zeroYen
  const withheldYen = workerKind === 'individual' ? withholdingOfPart(withholdingBaseYen, together, paidOn) : zeroYen
  return {
    kind: isRegistered ? 'purchase-statement' : 'payment-notice',
    subtotalYen,
    tax,
    totalYen,
    withholdingBaseYen,
    withholdingYen: withheldYen,
    netYen: subtractYen(totalYen, withheldYen),
    credit: creditOf(taxYen, creditPercent),
  }
}
