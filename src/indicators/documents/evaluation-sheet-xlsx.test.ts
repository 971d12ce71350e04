import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { evaluationSheetXlsx } from './evaluation-sheet-xlsx.ts'
import { exampleSheet } from './example.ts'

/** Every text of a tree, wherever it stands. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []

test('評価シートのどの言葉も、表計算のファイルの中にある', async () => {
  const book = new exceljs.Workbook()
  const bytes = await evaluationSheetXlsx(exampleSheet)
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  await book.xlsx.load(copy)
  const cells: string[] = []
  book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => void cells.push(typeof cell.value === 'string' ? cell.value : '')))
  const all = cells.join('\n').replaceAll(/\s/g, '')
  const { options: _ratings, ...evaluation } = exampleSheet.evaluation
  const { options: _directions, ...next } = exampleSheet.next
  const headings = Object.values(exampleSheet.kpi.headings).flatMap((heading) => heading.split('\n'))
  const sought = textsIn({ ...exampleSheet, evaluation, next, kpi: { ...exampleSheet.kpi, headings } })
  for (const text of sought) expect(all).toContain(text.replaceAll(/\s/g, ''))
  expect(cells).toContain('33 [21]')
})
