import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankDirectory } from '../../people/rules/bank-directory.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { type ZenginFile, type ZenginPayment, writeZengin } from './zengin.ts'

const payment: ZenginPayment = {
  bank: { code: '0143', name: 'ハチジュウニナガノ' },
  branch: { code: '483', name: 'ホタカ' },
  accountType: 'ordinary',
  accountNumber: '1234567',
  holder: 'ヤマダ　ハナコ',
  amountYen: yen(49895),
  newCode: '0',
  customerCode1: '10001',
  customerCode2: '202611',
  edi: null,
}

const sample: ZenginFile = {
  valueOn: calendarDate('2026-12-25'),
  separator: 'crlf',
  requester: {
    code: '1234567890',
    name: 'ザイ）サンプルシンコウコウシャ',
    bank: { code: '0143', name: 'ハチジュウニナガノ' },
    branch: { code: '433', name: 'シオジリ' },
    accountType: 'ordinary',
    accountNumber: '7654321',
  },
  payments: [
    payment,
    {
      ...payment,
      bank: { code: '9900', name: 'ユウチョ' },
      branch: { code: '118', name: 'イチイチハチ' },
      accountNumber: '7654321',
      holder: 'サトウ　キョウコ',
      amountYen: yen(11000),
      customerCode1: '10002',
    },
    {
      ...payment,
      bank: { code: '0001', name: 'ミズホ' },
      branch: { code: '001', name: 'トウキョウ' },
      accountNumber: '0000123',
      holder: 'ヨーコ・スミス',
      amountYen: yen(7340),
      edi: 'KADO202611-10003',
    },
  ],
}

function bytesOf(file: ZenginFile): Uint8Array {
  const result = writeZengin(file, bankDirectory)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.bytes
}

function faultsOf(file: ZenginFile) {
  const result = writeZengin(file, bankDirectory)
  return result.ok ? [] : result.faults.map((fault) => [fault.path.join('.'), fault.code === 'kana' ? fault.fault.code : fault.code])
}

describe('見本の3件は1バイトも違わない', () => {
  test.each([
    ['crlf', 'zengin-sougou-crlf.dat', 'e28126476ce859abc1c178eb0e109f9ff8288162e4181753534f30576cd8a4d3', 732],
    ['none', 'zengin-sougou-nosep.dat', '6758b33a3021288ceaf4f74c6565b8342cad6f1fc1879d7ff9d7b0a000ff7422', 720],
  ] as const)('区切り %s', (separator, fixture, sha256, length) => {
    const bytes = bytesOf({ ...sample, separator })
    expect(Buffer.compare(bytes, readFileSync(new URL(`fixtures/${fixture}`, import.meta.url)))).toBe(0)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    expect(bytes.length).toBe(length)
  })
})

test('銀行名と支店名は空でもよく、口座番号は左に0を詰める', () => {
  const short = { ...payment, bank: { code: '0143', name: '' }, branch: { code: '483', name: '' }, accountNumber: '12' }
  const record = Buffer.from(bytesOf({ ...sample, payments: [short], separator: 'none' }))
    .toString('latin1')
    .slice(120, 240)
  expect(record.slice(5, 20)).toBe(' '.repeat(15))
  expect(record.slice(43, 50)).toBe('0000012')
})

test('銀行ごとの設定', () => {
  const result = writeZengin(sample, bankDirectory, { clearingHouse: '    ', transferDesignation: ' ' })
  const record = result.ok ? Buffer.from(result.bytes).toString('latin1').slice(122, 242) : ''
  expect([record.slice(38, 42), record.slice(111, 112)]).toEqual(['    ', ' '])
})

describe('出力の前に断る', () => {
  const withPayment = (change: Partial<ZenginPayment>) => faultsOf({ ...sample, payments: [{ ...payment, ...change }] })

  test('振込指定日は銀行営業日', () => {
    expect(faultsOf({ ...sample, valueOn: calendarDate('2026-12-31') })).toEqual([['valueOn', 'not-a-bank-day']])
    expect(faultsOf({ ...sample, valueOn: calendarDate('2051-01-05') })).toEqual([['valueOn', 'outside-holiday-table']])
  })

  test('漢字、ヲ、長すぎる名', () => {
    expect(withPayment({ holder: '佐藤' })).toEqual([
      ['payments.0.holder', 'kanji'],
      ['payments.0.holder', 'kanji'],
    ])
    expect(withPayment({ holder: 'ヲガワ' })).toEqual([['payments.0.holder', 'wo']])
    expect(withPayment({ holder: 'ア'.repeat(31) })).toEqual([['payments.0.holder', 'too-long']])
    expect(withPayment({ edi: 'A,B' })).toEqual([['payments.0.edi', 'symbol']])
    expect(withPayment({ branch: { code: '483', name: 'ホタカ;' } })).toEqual([['payments.0.branch.name', 'symbol']])
  })

  test('番号の桁と、ない銀行・支店', () => {
    expect(withPayment({ bank: { code: '143', name: '' } })).toEqual([['payments.0.bank.code', 'bank-code']])
    expect(withPayment({ bank: { code: '9999', name: '' } })).toEqual([['payments.0.bank.code', 'unknown-bank']])
    expect(withPayment({ branch: { code: '999', name: '' } })).toEqual([['payments.0.branch.code', 'unknown-branch']])
    expect(withPayment({ branch: { code: '48', name: '' } })).toEqual([['payments.0.branch.code', 'branch-code']])
    expect(withPayment({ accountNumber: '12345678' })).toEqual([['payments.0.accountNumber', 'account-number']])
    expect(withPayment({ newCode: '3' })).toEqual([['payments.0.newCode', 'new-code']])
    expect(withPayment({ customerCode1: '12345678901' })).toEqual([['payments.0.customerCode1', 'customer-code']])
  })

  test('依頼人', () => {
    const requester = { ...sample.requester, code: '12345678901', name: '公社', accountType: 'savings' as const }
    expect(faultsOf({ ...sample, requester })).toEqual([
      ['requester.code', 'requester-code'],
      ['requester.name', 'kanji'],
      ['requester.name', 'kanji'],
      ['requester.accountType', 'requester-savings'],
    ])
  })

  test('金額と合計と件数', () => {
    expect(withPayment({ amountYen: yen(0) })).toEqual([['payments.0.amountYen', 'transfer-amount']])
    expect(withPayment({ amountYen: yen(10_000_000_000) })).toEqual([['payments.0.amountYen', 'transfer-amount']])
    expect(faultsOf({ ...sample, payments: [] })).toEqual([['payments', 'no-payments']])
    const many = Array.from({ length: 101 }, (_, index) => ({
      ...payment,
      accountNumber: String(index + 1),
      amountYen: yen(9_999_999_999),
    }))
    expect(faultsOf({ ...sample, payments: many })).toEqual([['payments', 'transfer-total']])
    expect(faultsOf({ ...sample, payments: many.slice(1, 101) })).toEqual([])
  })

  test('同じ口座へ同じ額を同じ日に二度は払わない', () => {
    const twice = [
      payment,
      { ...payment, accountNumber: '7' },
      { ...payment, holder: 'ヤマダ　タロウ' },
      { ...payment, accountNumber: '0000007' },
    ]
    expect(faultsOf({ ...sample, payments: twice })).toEqual([
      ['payments.2', 'duplicate-payment'],
      ['payments.3', 'duplicate-payment'],
    ])
    expect(faultsOf({ ...sample, payments: [payment, { ...payment, amountYen: yen(1) }] })).toEqual([])
  })
})

test('性質: どの記録も120バイトで、件数と合計が明細に一致し、許された文字だけが出る', () => {
  const payments = fc.uniqueArray(
    fc.record({
      accountNumber: fc.integer({ min: 1, max: 9_999_999 }).map(String),
      amount: fc.integer({ min: 1, max: 9_999_999_999 }),
      holder: fc.string({ unit: fc.constantFrom(...'アガパーっ・Ａ1 '), minLength: 1, maxLength: 15 }).filter((text) => text.trim() !== ''),
      edi: fc.option(fc.string({ unit: fc.constantFrom(...'AZ09-/ｦ'), minLength: 1, maxLength: 20 })),
    }),
    { minLength: 1, maxLength: 20, selector: (row) => row.accountNumber },
  )
  fc.assert(
    fc.property(payments, (rows) => {
      const made = rows.map(({ amount, ...row }) => ({ ...payment, ...row, amountYen: yen(amount) }))
      const bytes = Buffer.from(bytesOf({ ...sample, payments: made }))
      expect(bytes.length).toBe((rows.length + 3) * 122)
      const records = bytes.toString('latin1').split('\r\n').slice(0, -1)
      expect(records.every((record) => record.length === 120)).toBe(true)
      const trailer = records.at(-2) ?? ''
      expect(Number(trailer.slice(1, 7))).toBe(rows.length)
      expect(Number(trailer.slice(7, 19))).toBe(rows.reduce((sum, row) => sum + row.amount, 0))
      expect(records.slice(1, -2).map((record) => Number(record.slice(80, 90)))).toEqual(rows.map((row) => row.amount))
      // JIS X 0201 without control characters, lower case, small kana, the long vowel mark and the comma.
      expect(records.join('')).toMatch(/^[ -+\--Z\\¢£¦±-ßA-Z]+$/)
    }),
  )
})
