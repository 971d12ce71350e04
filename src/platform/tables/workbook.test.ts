import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Sheet, sheetOf, type TableCell, writeWorkbook } from './workbook.ts'

async function readBack(sheets: readonly Sheet[]): Promise<exceljs.Worksheet> {
  const book = new exceljs.Workbook()
  const bytes = await writeWorkbook(sheets)
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  await book.xlsx.load(copy)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

describe('表計算ソフトのファイル', () => {
  it('日付は日付、金額は数、言葉は言葉として入り、見出しは動かず、絞り込める', async () => {
    const sheet = await readBack([
      sheetOf('支払', ['名前', '支払日', '金額', '受付'], [['大町 花子', '2026-11-25', 12_345, '2026-11-22T15:30:00.000Z']]),
    ])
    expect(sheet.getCell('A2').value).toBe('大町 花子')
    expect(sheet.getCell('B2').value).toEqual(new Date('2026-11-25T00:00:00.000Z'))
    expect(sheet.getCell('C2').value).toBe(12_345)
    expect(sheet.getCell('C2').numFmt).toBe('#,##0')
    // Half past midnight of the next day in Japan.
    expect(sheet.getCell('D2').value).toEqual(new Date('2026-11-23T00:30:00.000Z'))
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
    expect(sheet.autoFilter).toBeTruthy()
    expect(sheet.getColumn(1).width).toBeGreaterThanOrEqual(12)
  })

  it('どの言葉も、式のように始まっても、式にはならない', async () => {
    const texts = fc.sample(
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', ''), fc.string({ maxLength: 20, unit: fc.constantFrom(...'aA1()!"\'|あ ') }))
        .map(([start, rest]) => start + rest),
      60,
    )
    const sheet = await readBack([
      sheetOf(
        'x',
        ['文'],
        texts.map((text): TableCell[] => [text]),
      ),
    ])
    texts.forEach((text, at) => {
      const cell = sheet.getCell(at + 2, 1)
      expect(cell.formula, text).toBeUndefined()
      expect(cell.value ?? '').toBe(text)
    })
  })

  it('名前に使えない文字のある表も、1万行の表も書ける', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at): TableCell[] => [`行${at}`, at, null])
    const sheet = await readBack([sheetOf('令和8年/11月:[支払]*?', ['a', 'b', 'c'], rows)])
    expect(sheet.rowCount).toBe(10_001)
    expect(sheet.name).not.toMatch(/[[\]:*?/\\]/)
  }, 60_000)
})
