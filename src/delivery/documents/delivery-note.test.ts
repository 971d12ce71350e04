import { afterAll, describe, expect, it } from 'vitest'
import { endPdfCompiler } from '../../platform/pdf/pdf.ts'
import { isArchivePdf, readPdf, withoutSpace } from '../../../test/support/read-pdf.ts'
import { yen } from '../../units/yen.ts'
import { renderDeliveryNote } from './delivery-note.ts'
import { exampleDeliveryNote, exampleSeal } from './example.ts'

afterAll(() => endPdfCompiler())

describe('納品書', () => {
  it('誰が誰に、いつ、何を、いくらで納めたかが一枚で読める', async () => {
    const reading = readPdf(await renderDeliveryNote(exampleDeliveryNote, exampleSeal))
    expect(reading.pages).toHaveLength(1)
    expect(isArchivePdf(reading)).toBe(true)
    for (const item of [
      '納品書',
      '見本通販株式会社',
      '御中',
      '一般財団法人サンプル振興公社',
      'D2026-00045',
      '令和8年12月18日（金）',
      'J-2026-0031',
      '商品説明文秋冬号（第1回分）',
      '1,200件',
      '120円',
      '144,000円',
      '219,500円',
      '消費税等10%（対象219,500円）',
      '21,950円',
      '241,450円',
      '備考',
    ]) {
      expect(reading.text).toContain(item)
    }
  })

  it('同じ内容からは同じバイト列ができる', async () => {
    const [first, again] = [
      await renderDeliveryNote(exampleDeliveryNote, exampleSeal),
      await renderDeliveryNote(exampleDeliveryNote, exampleSeal),
    ]
    expect(Buffer.compare(first, again)).toBe(0)
  })

  it('200行でも行は分かれず、見出しは頁ごとに繰り返される', async () => {
    const lines = Array.from({ length: 200 }, (_, at) => ({
      description: `品目その${at + 1} ${'長い名前'.repeat(at % 7)}`,
      count: at,
      unit: '件',
      unitPriceYen: yen(at),
      amountYen: yen(at * at),
      note: null,
    }))
    const reading = readPdf(await renderDeliveryNote({ ...exampleDeliveryNote, lines }, exampleSeal))
    expect(reading.pages.length).toBeGreaterThan(4)
    const tablePages = reading.pages.filter((page) => page.includes('品目その'))
    for (const page of tablePages) expect(withoutSpace(page)).toContain('金額（税抜）')
    for (const line of lines) expect(reading.text).toContain(withoutSpace(line.description))
    expect(withoutSpace(reading.pages.at(-1) ?? '')).toContain(`${reading.pages.length}/${reading.pages.length}`)
  })

  it('金額のない納品書には円がなく、備考の空は見出しごと消え、記号と改行はそのまま残る', async () => {
    const { text } = readPdf(
      await renderDeliveryNote(
        {
          ...exampleDeliveryNote,
          title: '𠮷田 #let *件名* $x$ @y \\z\n二行目',
          lines: [{ description: '#品目', count: 0, unit: '件', unitPriceYen: null, amountYen: null, note: '_メモ_' }],
          amounts: null,
          remarks: null,
        },
        exampleSeal,
      ),
    )
    expect(text).toContain('𠮷田#let*件名*$x$@y\\z二行目')
    expect(text).toContain('#品目0件_メモ_')
    expect(text).not.toContain('円')
    expect(text).not.toContain('内容をご確認')
  })
})
