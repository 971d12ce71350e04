import { describe, expect, test } from 'vitest'
import { kado, line, printed, refusedAt, statement } from '../../../test/support/kado.ts'

describe('kado statement', () => {
  test('見本の出力', async () => {
    expect(printed(await kado(['statement'], statement))).toEqual({
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

  test('読めない行があっても、ほかの行の中身まで調べる', async () => {
    const lines = [
      { ...line, amountYen: '30000', withholding: 'undecided' },
      { ...line, amountYen: -1 },
      { ...line, amountYen: 0.5 },
      { ...line, amountYen: 2 ** 53 },
      { ...line, suppliedOn: '2026-02-30', taxRatePercent: 11 },
      { ...line, taxRatePercent: 11 },
      null,
    ]
    const run = await kado(['statement'], { ...statement, lines })
    expect(refusedAt(run)).toEqual([
      '$.lines[0].amountYen',
      '$.lines[2].amountYen',
      '$.lines[3].amountYen',
      '$.lines[4].suppliedOn',
      '$.lines[6]',
      '$.lines[0].withholding',
      '$.lines[1].amountYen',
      '$.lines[5].taxRatePercent',
    ])
  })

  test('登録と経過措置の変わり目', async () => {
    const across = [
      { ...line, suppliedOn: '2026-09-30' },
      { ...line, suppliedOn: '2026-10-01' },
    ]
    const unregistered = { kind: 'individual', invoiceRegistration: null }
    expect(refusedAt(await kado(['statement'], { ...statement, worker: unregistered, lines: across }))).toEqual(['$.lines[1].suppliedOn'])
    const { code } = await kado(['statement'], { ...statement, lines: across })
    expect(code).toBe(0)
    expect(printed(await kado(['statement'], { ...statement, worker: unregistered }))).toMatchObject({
      kind: 'payment-notice',
      netYen: 51942,
      credit: { ratePercent: 70, creditableYen: 3500, notCreditableYen: 1500 },
    })
  })
})
