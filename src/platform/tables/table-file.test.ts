import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { tableFile } from './table-file.ts'
import { sheetOf, type TableCell } from './workbook.ts'

type Table = { name: string; columns: string[]; rows: TableCell[][] }

async function readBack({ name, columns, rows }: Table): Promise<exceljs.Worksheet> {
  const bytes = await tableFile(sheetOf(name, columns, rows))
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  const book = new exceljs.Workbook()
  await book.xlsx.load(copy)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

test('日付、数、言葉がそれぞれのものとして入り、見出しは動かず、絞り込める', async () => {
  const sheet = await readBack({
    name: '支払',
    columns: ['名前', '支払日', '金額', '受付'],
    rows: [['大町 <花子> & "𠮷"', '2026-11-25', -12_345.5, '2026-11-22T15:30:00.000Z']],
  })
  expect(sheet.getRow(1).values).toEqual([undefined, '名前', '支払日', '金額', '受付'])
  expect(sheet.getCell('A2').value).toBe('大町 <花子> & "𠮷"')
  expect(sheet.getCell('B2').value).toEqual(new Date('2026-11-25T00:00:00.000Z'))
  expect(sheet.getCell('C2').value).toBe(-12_345.5)
  expect(sheet.getCell('D2').value).toEqual(new Date('2026-11-23T00:30:00.000Z'))
  expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
  expect(sheet.autoFilter).toBeTruthy()
})

const texts = [
  '2026-02-30',
  '0120-33-44',
  '1899-12-31',
  '_x0041_',
  'a\ufffeb',
  '\u0001',
  '=1+1',
  '  ',
  'line\nline',
  '2026-13-01T00:00:00Z',
]
test.for(texts)('%j は言葉のまま残る', async (text) => {
  const sheet = await readBack({ name: 'x', columns: ['a'], rows: [[text]] })
  expect(sheet.getCell('A2').value).toBe(text)
})

test.for([
  ['令和8年/11月:[支払]*?', '令和8年 11月  支払'],
  ['History', 'History 2'],
  ['', 'Sheet'],
  [`${'あ'.repeat(30)}𠮷`, 'あ'.repeat(30)],
  ["'x'", 'x'],
])('表の名前 %s', async ([name = '', expected = '']) => {
  expect((await readBack({ name, columns: ['a'], rows: [] })).name).toBe(expected)
})
