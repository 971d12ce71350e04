import { afterAll, describe, expect, it } from 'vitest'
import { endPdfCompiler } from '../../platform/pdf/pdf.ts'
import { isArchivePdf, readPdf, withoutSpace } from '../../../test/support/read-pdf.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { renderClientInvoice } from './client-invoice.ts'
import { exampleInvoice, exampleSeal } from './example.ts'

afterAll(() => endPdfCompiler())

describe('請求書（適格請求書）', () => {
  it('六つの記載事項がある', async () => {
    const reading = readPdf(await renderClientInvoice(exampleInvoice, exampleSeal))
    expect(reading.pages).toHaveLength(1)
    expect(isArchivePdf(reading)).toBe(true)
    const sixItems = [
      ['一般財団法人サンプル振興公社', '登録番号T7000012050002'],
      ['令和8年11月1日〜令和8年11月30日', 'R8.11.14'],
      ['商品説明文秋冬号（第1回分）', '8%※', '※は軽減税率の対象です'],
      ['10%対象（税抜）169,500円', '8%対象（税抜）1,999円'],
      ['消費税等10%16,950円', '消費税等8%159円'],
      ['見本通販株式会社御中'],
    ]
    for (const item of sixItems.flat()) expect(reading.text).toContain(item)
    for (const item of ['188,608円', 'お支払期限令和8年12月28日（月）', '普通7654321', 'S2026-00042']) expect(reading.text).toContain(item)
  })

  it('同じ内容からは同じバイト列ができる', async () => {
    const [first, again] = [await renderClientInvoice(exampleInvoice, exampleSeal), await renderClientInvoice(exampleInvoice, exampleSeal)]
    expect(Buffer.compare(first, again)).toBe(0)
  })

  it('合計の合わない請求書と、番号の形でない登録番号は断る', () => {
    const taxes = [{ ratePercent: 10, baseYen: yen(169_500), taxYen: yen(16_949) }, ...exampleInvoice.sums.taxes.slice(1)]
    expect(() => renderClientInvoice({ ...exampleInvoice, sums: { ...exampleInvoice.sums, taxes } }, exampleSeal)).toThrow(RangeError)
    expect(() => renderClientInvoice({ ...exampleInvoice, registrationNumber: '7000012050002' }, exampleSeal)).toThrow(RangeError)
  })

  it('修正した請求書は元の番号を示し、記号と200行が欠けない', async () => {
    const lines = Array.from({ length: 200 }, (_, at) => ({
      suppliedOn: calendarDate('2026-11-30'),
      description: `#明細${at + 1} *髙𠮷* $x$ @y \\z\n続き`,
      orderNumber: `J-${at}`,
      quantity: { count: 1, unit: '件', unitPriceYen: yen(100) },
      amountYen: yen(100),
      taxRatePercent: 10,
      reducedRate: false,
    }))
    const reading = readPdf(
      await renderClientInvoice(
        {
          ...exampleInvoice,
          lines,
          remarks: null,
          corrects: { number: 'I-2026-000017', issuedOn: calendarDate('2026-11-30') },
          sums: { subtotalYen: yen(20_000), taxes: [{ ratePercent: 10, baseYen: yen(20_000), taxYen: yen(2_000) }], totalYen: yen(22_000) },
        },
        exampleSeal,
      ),
    )
    expect(reading.pages.length).toBeGreaterThan(4)
    expect(reading.text).toContain('付けI-2026-000017を修正した請求書です')
    expect(reading.text).not.toContain('軽減税率')
    for (const page of reading.pages.filter((text) => text.includes('#明細'))) expect(withoutSpace(page)).toContain('取引日内容数量単価')
    for (const line of lines) expect(reading.text).toContain(withoutSpace(line.description))
  })
})
