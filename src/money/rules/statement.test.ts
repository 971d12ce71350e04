import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { type StatementInput, type StatementLine, makeStatement } from './statement.ts'

const line = (amountYen: number, change: Partial<StatementLine> = {}): StatementLine => ({
  description: '原稿',
  suppliedOn: calendarDate('2026-11-10'),
  amountYen: yen(amountYen),
  taxRatePercent: 10,
  withholding: 'not-subject',
  ...change,
})

const registered = { number: 'T8810000000000', from: calendarDate('2023-10-01'), to: null }

const sample: StatementInput = {
  paidOn: calendarDate('2026-12-25'),
  taxRounding: 'floor',
  worker: { kind: 'individual', invoiceRegistration: registered },
  lines: [line(30000, { withholding: 'subject' }), line(20005, { description: 'データ入力', suppliedOn: calendarDate('2026-11-12') })],
}

const unregistered: StatementInput = { ...sample, worker: { kind: 'individual', invoiceRegistration: null } }

function statementOf(input: StatementInput) {
  const result = makeStatement(input)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.statement
}

function faultsOf(input: StatementInput) {
  const result = makeStatement(input)
  return result.ok ? [] : result.faults.map((fault) => [fault.path.join('.'), fault.code])
}

test('登録した個人への仕入明細書（通しの例）', () => {
  expect(statementOf(sample)).toEqual({
    kind: 'purchase-statement',
    subtotalYen: 50005,
    tax: [{ ratePercent: 10, baseYen: 50005, taxYen: 5000 }],
    totalYen: 55005,
    withholdingBaseYen: 30000,
    withholdingYen: 3063,
    netYen: 51942,
    credit: { ratePercent: 100, creditableYen: 5000, notCreditableYen: 0 },
  })
})

test('登録のない個人には同じ額の支払通知書で、控除だけが変わる', () => {
  expect(statementOf(unregistered)).toEqual({
    ...statementOf(sample),
    kind: 'payment-notice',
    credit: { ratePercent: 70, creditableYen: 3500, notCreditableYen: 1500 },
  })
})

test('法人には源泉徴収がない', () => {
  const corporation = { kind: 'corporation', invoiceRegistration: { ...registered, number: 'T7000012050002' } } as const
  expect(statementOf({ ...sample, worker: corporation })).toMatchObject({ withholdingBaseYen: 0, withholdingYen: 0, netYen: 55005 })
})

test('204条の明細は合計してから一度だけ計算する', () => {
  const lines = [line(600_000, { withholding: 'subject' }), line(900_000, { withholding: 'subject' })]
  expect(statementOf({ ...sample, lines })).toMatchObject({ withholdingBaseYen: 1_500_000, withholdingYen: 204_200 })
})

describe('断る入力', () => {
  test('未判定の源泉区分、ない税率、マイナスの額を、それぞれの場所で言う', () => {
    const lines = [line(100, { withholding: 'undecided' }), line(100, { taxRatePercent: 12 }), line(-1)]
    expect(faultsOf({ ...sample, lines })).toEqual([
      ['lines.0.withholding', 'withholding-undecided'],
      ['lines.1.taxRatePercent', 'no-such-tax-rate'],
      ['lines.2.amountYen', 'amount-negative'],
    ])
  })

  test('登録の変わり目をまたぐ明細は2通に分ける', () => {
    const worker = { kind: 'individual', invoiceRegistration: { ...registered, from: calendarDate('2026-11-11') } } as const
    expect(faultsOf({ ...sample, worker })).toEqual([['lines.1.suppliedOn', 'registration-changes']])
    const ended = { kind: 'individual', invoiceRegistration: { ...registered, to: calendarDate('2026-11-11') } } as const
    expect(faultsOf({ ...sample, worker: ended })).toEqual([['lines.1.suppliedOn', 'registration-changes']])
  })

  test('経過措置の変わり目をまたぐ明細は2通に分ける。登録者には関係がない', () => {
    const lines = [line(100, { suppliedOn: calendarDate('2026-09-30') }), line(100, { suppliedOn: calendarDate('2026-10-01') })]
    expect(faultsOf({ ...unregistered, lines })).toEqual([['lines.1.suppliedOn', 'credit-changes']])
    expect(faultsOf({ ...sample, lines })).toEqual([])
  })

  test('登録番号', () => {
    const worker = (kind: 'individual' | 'corporation', number: string) => ({ kind, invoiceRegistration: { ...registered, number } })
    expect(faultsOf({ ...sample, worker: worker('individual', 'T123') })).toEqual([
      ['worker.invoiceRegistration.number', 'invoice-number-format'],
    ])
    expect(faultsOf({ ...sample, worker: worker('corporation', 'T8810000000000') })).toEqual([
      ['worker.invoiceRegistration.number', 'invoice-number-digit'],
    ])
    const reversed = { kind: 'individual', invoiceRegistration: { ...registered, to: calendarDate('2023-09-30') } } as const
    expect(faultsOf({ ...sample, worker: reversed })).toContainEqual(['worker.invoiceRegistration.to', 'registration-reversed'])
  })

  test('明細がない、額が大きすぎる、率のない支払日', () => {
    expect(faultsOf({ ...sample, lines: [] })).toEqual([['lines', 'no-lines']])
    expect(faultsOf({ ...sample, lines: [line(2 ** 52), line(2 ** 52)] })).toEqual([['lines', 'total-too-large']])
    expect(faultsOf({ ...sample, paidOn: calendarDate('2012-12-31') })).toEqual([['paidOn', 'no-withholding-rate']])
  })
})

test('性質: 差引額は合計から源泉を引いた額で、控除の内訳は税の合計に等しく、登録の有無は支払額を変えない', () => {
  const lines = fc.array(
    fc.record({
      amount: fc.integer({ min: 0, max: 5_000_000 }),
      rate: fc.constantFrom(10, 8, 0),
      withholding: fc.constantFrom('subject' as const, 'not-subject' as const),
    }),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(lines, fc.constantFrom('floor', 'round', 'ceil'), (drawn, taxRounding) => {
      const made = drawn.map(({ amount, rate, withholding }) => line(amount, { taxRatePercent: rate, withholding }))
      const own = statementOf({ ...sample, taxRounding, lines: made })
      const other = statementOf({ ...unregistered, taxRounding, lines: made })
      const tax = own.tax.reduce((sum, rate) => sum + rate.taxYen, 0)
      expect(own.netYen).toBe(own.totalYen - own.withholdingYen)
      expect(own.totalYen).toBe(own.subtotalYen + tax)
      expect(other.credit.creditableYen + other.credit.notCreditableYen).toBe(tax)
      expect({ ...other, kind: own.kind, credit: own.credit }).toEqual(own)
    }),
  )
})
