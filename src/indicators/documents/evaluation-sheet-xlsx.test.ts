import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { evaluationSheetXlsx } from './evaluation-sheet-xlsx.ts'
import { exampleSheet } from './example.ts'
import { printedFigure } from './printed-figure.ts'

/** Every text of a tree, wherever it stands. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []

async function worksheet(): Promise<exceljs.Worksheet> {
  const book = new exceljs.Workbook()
  const bytes = await evaluationSheetXlsx(exampleSheet)
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  await book.xlsx.load(copy)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

test('指標の数は数として入り、書かれたとおりに見える', async () => {
  const [row] = exampleSheet.kpi.rows
  const found: exceljs.Row[] = []
  const sheet = await worksheet()
  sheet.eachRow((each) => void (each.getCell(1).value === row?.name && found.push(each)))
  const texts = [row?.baseline, row?.finalTarget, row?.year?.target].map(String)
  texts.forEach((text, at) => {
    const { value, numFmt } = found.at(-1)?.getCell(at + 2) ?? {}
    expect(value, text).toBe(Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '')))
    expect(numFmt, text).toContain('0')
  })
})

test('見出しの行には、文字が次の行に重ならない高さがある', async () => {
  const sheet = await worksheet()
  const heads: number[] = []
  sheet.eachRow((row) => {
    const fill = row.getCell(1).fill
    if (fill?.type === 'pattern' && fill.pattern === 'solid') heads.push(row.height ?? 0)
  })
  expect(heads).toHaveLength(1)
  expect(heads[0]).toBeGreaterThan(40)
})

test('評価シートのどの言葉も、表計算のファイルの中にある', async () => {
  const sheet = await worksheet()
  const cells: string[] = []
  sheet.eachRow((row) => row.eachCell((cell) => void cells.push(typeof cell.value === 'string' ? cell.value : '')))
  const all = cells.join('\n').replaceAll(/\s/g, '')
  const { options: _ratings, ...evaluation } = exampleSheet.evaluation
  const { options: _directions, ...next } = exampleSheet.next
  const headings = Object.values(exampleSheet.kpi.headings).flatMap((heading) => heading.split('\n'))
  const sought = textsIn({ ...exampleSheet, evaluation, next, kpi: { ...exampleSheet.kpi, headings } })
  const words = sought.filter((text) => typeof printedFigure(text) === 'string')
  expect(words.length).toBeGreaterThan(30)
  for (const text of words) expect(all).toContain(text.replaceAll(/\s/g, ''))
  expect(cells).toContain('33 [21]')
})
