import { type Yen, addYen, negateYen, subtractYen, sumYen } from '../../units/yen.ts'
import type { AccountCode } from './accounts.ts'

type Side = 'debit' | 'credit'

/** One posting of an entry. Amounts are above zero; the side says the direction. */
export type JournalLine = { readonly account: AccountCode; readonly side: Side; readonly amountYen: Yen }

type EntryKind =
  | 'payable'
  | 'payable-correction'
  | 'transfer'
  | 'returned-transfer'
  | 'client-invoice'
  | 'client-receipt'
  | 'operating-cost'
  | 'transfer-fee'
  | 'withholding-payment'
  | 'reversal'

declare const balancedBrand: unique symbol

/** A journal entry whose debits equal its credits; only `journalEntry` makes one. */
export type JournalEntry = { readonly kind: EntryKind; readonly lines: readonly JournalLine[] } & { readonly [balancedBrand]: true }

export function balanced(entry: { readonly lines: readonly JournalLine[] }): boolean {
  const { debitYen, creditYen } = turnover(entry.lines)
  return entry.lines.length > 0 && entry.lines.every((line) => line.amountYen > 0) && debitYen === creditYen
}

function turnover(lines: readonly JournalLine[]): { readonly debitYen: Yen; readonly creditYen: Yen } {
  const onSide = (side: Side) => sumYen(lines.filter((line) => line.side === side).map((line) => line.amountYen))
  return { debitYen: onSide('debit'), creditYen: onSide('credit') }
}

function isBalanced(entry: { readonly kind: EntryKind; readonly lines: readonly JournalLine[] }): entry is JournalEntry {
  return balanced(entry)
}

/** Makes an entry; lines of zero yen fall away. Throws when it does not balance, which is a broken invariant and no refusal. */
export function journalEntry(kind: EntryKind, lines: readonly JournalLine[]): JournalEntry {
  const entry = { kind, lines: lines.filter((line) => line.amountYen !== 0) }
  if (!isBalanced(entry)) throw new RangeError(`entry out of balance: ${kind} ${JSON.stringify(entry.lines)}`)
  return entry
}

function debit(account: AccountCode, amountYen: Yen): JournalLine {
  return { account, side: 'debit', amountYen }
}

function credit(account: AccountCode, amountYen: Yen): JournalLine {
  return { account, side: 'credit', amountYen }
}

/** An amount that may fall below zero stands on the other side then. */
function signedDebit(account: AccountCode, amountYen: Yen): JournalLine {
  return amountYen < 0 ? credit(account, negateYen(amountYen)) : debit(account, amountYen)
}

/**
 * The worker's claim at the close: 外注費 and 仮払消費税 against 未払金. Tax without credit is a cost of its own, so that outsourcing shows
 * what the work itself cost whether or not the worker is registered.
 */
export function payableEntry(payable: {
  readonly subtotalYen: Yen
  readonly creditableTaxYen: Yen
  readonly notCreditableTaxYen: Yen
}): JournalEntry {
  const { creditableTaxYen, notCreditableTaxYen, subtotalYen } = payable
  return journalEntry('payable', [
    debit('outsourcing', subtotalYen),
    debit('input-tax', creditableTaxYen),
    debit('non-creditable-tax', notCreditableTaxYen),
    credit('accounts-payable', sumYen([subtotalYen, creditableTaxYen, notCreditableTaxYen])),
  ])
}

/** What a corrected statement changes in the worker's claim; parts may fall, their lines then stand on the other side. */
export function payableCorrectionEntry(change: {
  readonly subtotalYen: Yen
  readonly creditableTaxYen: Yen
  readonly notCreditableTaxYen: Yen
}): JournalEntry {
  const { creditableTaxYen, notCreditableTaxYen, subtotalYen } = change
  return journalEntry('payable-correction', [
    signedDebit('outsourcing', subtotalYen),
    signedDebit('input-tax', creditableTaxYen),
    signedDebit('non-creditable-tax', notCreditableTaxYen),
    signedDebit('accounts-payable', negateYen(sumYen([subtotalYen, creditableTaxYen, notCreditableTaxYen]))),
  ])
}

/**
 * A transfer that reached the worker: 未払金 against 預り金 and 普通預金. What leaves the bank is what the worker is owed and no
 * fee of the bank, which is the operator's (フリーランス法5条1項2号). A statement's tax is withheld once: `withheldYen` is what
 * earlier transfers of the same statement, or of those that it corrects, have withheld; too much of it is given back.
 */
export function transferEntry(transfer: { readonly netYen: Yen; readonly withholdingYen: Yen; readonly withheldYen: Yen }): JournalEntry {
  const withholdingYen = subtractYen(transfer.withholdingYen, transfer.withheldYen)
  return journalEntry('transfer', [
    signedDebit('accounts-payable', addYen(transfer.netYen, withholdingYen)),
    signedDebit('withholding-payable', negateYen(withholdingYen)),
    credit('bank', transfer.netYen),
  ])
}

/** The bank sent the money back (組戻し): the net amount is owed again, its fee is the operator's. The tax stays withheld. */
export function returnedTransferEntry(returned: { readonly netYen: Yen; readonly returnFeeYen: Yen }): JournalEntry {
  const { netYen, returnFeeYen } = returned
  return journalEntry('returned-transfer', [
    debit('bank', netYen),
    debit('bank-fee', returnFeeYen),
    credit('accounts-payable', netYen),
    credit('bank', returnFeeYen),
  ])
}

/** An invoice to a client: 売掛金 against 受託収入 and 仮受消費税. */
export function clientInvoiceEntry(invoice: { readonly subtotalYen: Yen; readonly taxYen: Yen }): JournalEntry {
  return journalEntry('client-invoice', [
    debit('accounts-receivable', addYen(invoice.subtotalYen, invoice.taxYen)),
    credit('client-sales', invoice.subtotalYen),
    credit('output-tax', invoice.taxYen),
  ])
}

/** Money from a client. `deductedFeeYen` is a transfer fee that the client kept back and the operator accepts. */
export function clientReceiptEntry(receipt: { readonly receivedYen: Yen; readonly deductedFeeYen: Yen }): JournalEntry {
  return journalEntry('client-receipt', [
    debit('bank', receipt.receivedYen),
    debit('bank-fee', receipt.deductedFeeYen),
    credit('accounts-receivable', addYen(receipt.receivedYen, receipt.deductedFeeYen)),
  ])
}

/** A cost of running the programme, paid from the bank. */
export function operatingCostEntry(cost: { readonly costYen: Yen; readonly taxYen: Yen }): JournalEntry {
  return journalEntry('operating-cost', [
    debit('operating-cost', cost.costYen),
    debit('input-tax', cost.taxYen),
    credit('bank', addYen(cost.costYen, cost.taxYen)),
  ])
}

/** What the bank took for the transfers of a batch: the operator's, never the worker's (フリーランス法5条1項2号). */
export function transferFeeEntry(fee: { readonly feeYen: Yen }): JournalEntry {
  return journalEntry('transfer-fee', [debit('bank-fee', fee.feeYen), credit('bank', fee.feeYen)])
}

/** Withheld tax on its way to the tax office. */
export function withholdingPaymentEntry(payment: { readonly amountYen: Yen }): JournalEntry {
  return journalEntry('withholding-payment', [debit('withholding-payable', payment.amountYen), credit('bank', payment.amountYen)])
}

/** Takes an entry back by a new one with the sides exchanged; the ledger itself is never changed. */
export function reversalEntry(entry: JournalEntry): JournalEntry {
  const lines = entry.lines.map((line): JournalLine => ({ ...line, side: line.side === 'debit' ? 'credit' : 'debit' }))
  return journalEntry('reversal', lines)
}
