import fc from 'fast-check'
import { expect, test } from 'vitest'
import { yen } from '../../units/yen.ts'
import { type AccountCode, accountName, accounts, growsByDebit, isAccountCode } from './accounts.ts'
import {
  type JournalEntry,
  type JournalLine,
  balanced,
  clientInvoiceEntry,
  clientReceiptEntry,
  journalEntry,
  operatingCostEntry,
  payableCorrectionEntry,
  payableEntry,
  returnedTransferEntry,
  reversalEntry,
  transferEntry,
} from './posting.ts'

/** Balance of an account over lines, positive on the side on which the account grows. */
const balanceOf = (account: AccountCode, lines: readonly JournalLine[]): number =>
  lines
    .filter((line) => line.account === account)
    .reduce((sum, line) => sum + ((line.side === 'debit') === growsByDebit(account) ? line.amountYen : -line.amountYen), 0)
const linesOf = (entry: JournalEntry) => entry.lines.map((line) => [line.side, line.account, line.amountYen])

test('通しの例: 外注費 50,005 / 仮払消費税 5,000 ‖ 預り金 3,063 / 普通預金 51,942', () => {
  const payable = payableEntry({ subtotalYen: yen(50005), creditableTaxYen: yen(5000), notCreditableTaxYen: yen(0) })
  const transfer = transferEntry({ netYen: yen(51942), withholdingYen: yen(3063), withheldYen: yen(0) })
  expect(linesOf(payable)).toEqual([
    ['debit', 'outsourcing', 50005],
    ['debit', 'input-tax', 5000],
    ['credit', 'accounts-payable', 55005],
  ])
  const lines = [...payable.lines, ...transfer.lines]
  const balances = (['outsourcing', 'input-tax', 'accounts-payable', 'withholding-payable', 'bank'] as const).map((account) =>
    balanceOf(account, lines),
  )
  expect(balances).toEqual([50005, 5000, 0, 3063, -51942])
})

test('振込手数料は運営者の費用で、ワーカーの額は減らない', () => {
  expect(linesOf(transferEntry({ netYen: yen(11000), withholdingYen: yen(0), withheldYen: yen(0) }))).toEqual([
    ['debit', 'accounts-payable', 11000],
    ['credit', 'bank', 11000],
  ])
  expect(linesOf(returnedTransferEntry({ netYen: yen(11000), returnFeeYen: yen(660) }))).toEqual([
    ['debit', 'bank', 11000],
    ['debit', 'bank-fee', 660],
    ['credit', 'accounts-payable', 11000],
    ['credit', 'bank', 660],
  ])
})

test('訂正した明細の振込は、まだ徴収していない税だけを預かり、徴収しすぎた税は返す', () => {
  expect(linesOf(transferEntry({ netYen: yen(19_958), withholdingYen: yen(5105), withheldYen: yen(3063) }))).toEqual([
    ['debit', 'accounts-payable', 22_000],
    ['credit', 'withholding-payable', 2042],
    ['credit', 'bank', 19_958],
  ])
  expect(linesOf(transferEntry({ netYen: yen(3063), withholdingYen: yen(0), withheldYen: yen(3063) }))).toEqual([
    ['debit', 'withholding-payable', 3063],
    ['credit', 'bank', 3063],
  ])
})

test('組戻しのあと払い直せば、未払金は残らず源泉は一度だけ', () => {
  const lines = [
    ...payableEntry({ subtotalYen: yen(30000), creditableTaxYen: yen(2100), notCreditableTaxYen: yen(900) }).lines,
    ...transferEntry({ netYen: yen(29937), withholdingYen: yen(3063), withheldYen: yen(0) }).lines,
    ...returnedTransferEntry({ netYen: yen(29937), returnFeeYen: yen(660) }).lines,
    ...transferEntry({ netYen: yen(29937), withholdingYen: yen(3063), withheldYen: yen(3063) }).lines,
  ]
  expect(balanceOf('accounts-payable', lines)).toBe(0)
  expect(balanceOf('withholding-payable', lines)).toBe(3063)
  expect(balanceOf('bank', lines)).toBe(-29937 - 660)
  expect(balanceOf('non-creditable-tax', lines)).toBe(900)
})

test('訂正は差額だけを動かし、減る税は反対の側に立つ', () => {
  const change = payableCorrectionEntry({ subtotalYen: yen(1200), creditableTaxYen: yen(-70), notCreditableTaxYen: yen(190) })
  expect(linesOf(change)).toEqual([
    ['debit', 'outsourcing', 1200],
    ['credit', 'input-tax', 70],
    ['debit', 'non-creditable-tax', 190],
    ['credit', 'accounts-payable', 1320],
  ])
})

test('釣り合わない仕訳、0円以下の行、行のない仕訳は作れない', () => {
  expect(() => journalEntry('transfer', [{ account: 'bank', side: 'debit', amountYen: yen(1) }])).toThrow(RangeError)
  expect(() => clientReceiptEntry({ receivedYen: yen(-100), deductedFeeYen: yen(0) })).toThrow(RangeError)
  expect(() => clientReceiptEntry({ receivedYen: yen(0), deductedFeeYen: yen(0) })).toThrow(RangeError)
  expect(() => transferEntry({ netYen: yen(-100), withholdingYen: yen(200), withheldYen: yen(0) })).toThrow(RangeError)
})

test('科目には二つの言語の名がある', () => {
  expect(accountName('outsourcing', 'ja')).toBe('外注費')
  expect(accountName('outsourcing', 'en')).toBe('Outsourcing to workers')
  expect([isAccountCode('bank'), isAccountCode('constructor'), isAccountCode(null)]).toEqual([true, false, false])
})

test('性質: どの仕訳も釣り合い、取り消せばすべての残高が0に戻る', () => {
  const amount = fc.integer({ min: 1, max: 1_000_000_000 }).map(yen)
  const entries = fc.oneof(
    fc
      .tuple(amount, amount, amount)
      .map(([subtotalYen, creditableTaxYen, notCreditableTaxYen]) => payableEntry({ subtotalYen, creditableTaxYen, notCreditableTaxYen })),
    fc.tuple(amount, amount, amount).map(([netYen, withholdingYen, withheldYen]) => transferEntry({ netYen, withholdingYen, withheldYen })),
    fc.tuple(amount, amount).map(([netYen, returnFeeYen]) => returnedTransferEntry({ netYen, returnFeeYen })),
    fc.tuple(amount, amount).map(([subtotalYen, taxYen]) => clientInvoiceEntry({ subtotalYen, taxYen })),
    fc.tuple(amount, amount).map(([receivedYen, deductedFeeYen]) => clientReceiptEntry({ receivedYen, deductedFeeYen })),
    fc.tuple(amount, amount).map(([costYen, taxYen]) => operatingCostEntry({ costYen, taxYen })),
  )
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 30 }), (made) => {
      expect(made.every(balanced)).toBe(true)
      const lines = [...made, ...made.map(reversalEntry)].flatMap((entry) => entry.lines)
      for (const account of Object.keys(accounts).filter(isAccountCode)) expect(balanceOf(account, lines)).toBe(0)
    }),
  )
})
