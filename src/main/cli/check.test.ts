import { describe, expect, test } from 'vitest'
import { kado, printed, refusedAt } from '../../../test/support/kado.ts'

describe('kado check', () => {
  test.each([
    [['municipality-code', '202126'], { valid: true, kind: 'municipality' }],
    [['municipality-code', '200000'], { valid: true, kind: 'prefecture', listOf: '2018-10-01' }],
    [['municipality-code', '202125'], { valid: false, expected: '202126' }],
    [['municipality-code', '2021'], { valid: false }],
    [['invoice-number', 'T7000012050002', '--kind', 'corporation'], { valid: true, checkDigit: 'ok' }],
    [['invoice-number', 'T8810000000000', '--kind=corporation'], { valid: false, checkDigit: 'error' }],
    [['invoice-number', 'T8810000000000', '--kind', 'individual'], { valid: true, checkDigit: 'warning' }],
    [['invoice-number', '7000012050002', '--kind', 'individual'], { valid: false }],
    [['kana', 'ヤマダ　ハナコ'], { valid: true, kana: 'ﾔﾏﾀﾞ ﾊﾅｺ' }],
    [['kana', '佐藤'], { valid: false, kana: null }],
    [
      ['pay-date', '--received', '2026-07-01', '--pay', '2026-08-31'],
      { valid: false, limitOn: '2026-08-29', strict: false, twoMonth: true },
    ],
    [['pay-date', '--received', '2026-07-01', '--pay', '2026-08-25'], { valid: true, limitOn: '2026-08-29', strict: true, twoMonth: true }],
    [['bank-day', '2027-01-03'], { valid: false, previous: '2026-12-30', next: '2027-01-04' }],
    [['bank-day', '2026-12-25'], { valid: true, previous: '2026-12-25', next: '2026-12-25' }],
    [['fiscal-year', '2023-03-31'], { valid: true, fiscalYear: 2022, label: '令和4年度' }],
  ])('%j', async (argv, expected) => {
    const run = await kado(['check', ...argv], '')
    expect(printed(run)).toMatchObject(expected)
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: expected.valid ? 0 : 1, stderr: '' })
  })

  test('引数の誤り', async () => {
    const refused = async (...argv: readonly string[]) => refusedAt(await kado(['check', ...argv], ''))
    expect(await refused()).toEqual(['WHAT'])
    expect(await refused('constructor')).toEqual(['constructor'])
    expect(await refused('bank-day')).toEqual(['DATE'])
    expect(await refused('bank-day', '2026-02-30')).toEqual(['DATE'])
    expect(await refused('bank-day', '2050-12-31')).toEqual(['DATE'])
    expect(await refused('fiscal-year', '1868-03-31')).toEqual(['DATE'])
    expect(await refused('pay-date', '--pay')).toEqual(['--pay', '--received'])
    expect(await refused('pay-date', '--pay', '2026-01-01', '--received=x', '--fast', 'now')).toEqual(['--fast', 'now', '--received'])
    expect(await refused('invoice-number', 'T7000012050002', '--kind', 'shop')).toEqual(['--kind'])
  })
})
