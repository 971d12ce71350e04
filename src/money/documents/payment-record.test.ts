import { afterAll, describe, expect, it } from 'vitest'
import { endPdfCompiler } from '../../platform/pdf/pdf.ts'
import { isArchivePdf, readPdf, withoutSpace } from '../../../test/support/read-pdf.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { examplePaymentRecord, exampleSeal } from './example.ts'
import { type PaymentRecordLine, renderPaymentRecord, renderPaymentRecordV2 } from './payment-record.ts'

afterAll(() => endPdfCompiler())

describe('支払実績明細', () => {
  it('一年分の支払と合計が読め、支払調書ではないと書かれる', async () => {
    const reading = readPdf(await renderPaymentRecord(examplePaymentRecord, exampleSeal))
    expect(reading.pages).toHaveLength(1)
    expect(isArchivePdf(reading)).toBe(true)
    for (const item of [
      '支払実績明細',
      '令和8年（2026年）',
      '見本花子様',
      '12回',
      '600,060円',
      '60,000円',
      '360,000円',
      '36,756円',
      '623,304円',
      'R8.12.25',
      'S-2026-12-00042',
      '所得税及び復興特別所得税です',
      '支払調書ではありません',
    ])
      expect(reading.text).toContain(item)
    expect(reading.text).not.toContain('個人番号')
  })

  it('同じ内容からは同じバイト列ができる', async () => {
    const [first, again] = [
      await renderPaymentRecord(examplePaymentRecord, exampleSeal),
      await renderPaymentRecord(examplePaymentRecord, exampleSeal),
    ]
    expect(Buffer.compare(first, again)).toBe(0)
  })

  it('支払のない年は0円になり、2027年は防衛特別所得税を含む名称になる', async () => {
    const { text } = readPdf(await renderPaymentRecord({ ...examplePaymentRecord, year: 2027, payments: [] }, exampleSeal))
    expect(text).toContain('令和9年（2027年）')
    expect(text).toContain('所得税、防衛特別所得税及び復興特別所得税です')
    expect(text).toContain('0円0円0円0円0円')
  })

  it('別の年の支払と、合わない差引額は断る', () => {
    const [first] = examplePaymentRecord.payments
    if (first === undefined) throw new Error('the example has payments')
    const other = { ...first, paidOn: calendarDate('2025-12-25') }
    expect(() => renderPaymentRecord({ ...examplePaymentRecord, payments: [other] }, exampleSeal)).toThrow(RangeError)
    expect(() => renderPaymentRecord({ ...examplePaymentRecord, payments: [{ ...first, netYen: yen(1) }] }, exampleSeal)).toThrow(
      RangeError,
    )
  })

  it('200件では見出しが頁ごとに繰り返され、記号と珍しい漢字が欠けない', async () => {
    const payments: PaymentRecordLine[] = Array.from({ length: 200 }, (_, at) => ({
      paidOn: calendarDate('2026-06-25'),
      statementNumber: `S-${at}`,
      description: `#支払${at + 1} *髙𠮷* $x$ @y \\z\n続き`,
      feeYen: yen(9_999_999),
      taxYen: yen(0),
      withholdingBaseYen: yen(0),
      withholdingYen: yen(0),
      netYen: yen(9_999_999),
    }))
    const reading = readPdf(await renderPaymentRecord({ ...examplePaymentRecord, payments }, exampleSeal))
    expect(reading.pages.length).toBeGreaterThan(4)
    for (const page of reading.pages.filter((text) => text.includes('#支払')))
      expect(withoutSpace(page)).toContain('支払日内容報酬（税抜）')
    for (const payment of payments) expect(reading.text).toContain(withoutSpace(payment.description))
    expect(reading.text).toContain('1,999,999,800円')
  })
})

it('作り直した支払実績は、第2版であることと理由を書く', async () => {
  const edition = { version: 2, reason: '組戻しがあったため' }
  const reading = readPdf(await renderPaymentRecordV2({ ...examplePaymentRecord, edition }, exampleSeal))
  expect(reading.title).toBe('支払実績明細（第2版）')
  expect(reading.text).toContain('第2版組戻しがあったため')
})
