import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('Excelで開ける先頭と改行で書く', () => {
  expect(
    csvOf([
      ['名前', '金額'],
      ['見本', 1200],
    ]),
  ).toBe('\uFEFF名前,金額\r\n見本,1200\r\n')
})

test('数式になる文字列は数式にならず、負の数はそのまま', () => {
  expect(csvOf([['=1+1', '+cmd', '-x', '@sum', '-12', '+3.5', -7, null]])).toBe('\uFEFF"\'=1+1","\'+cmd","\'-x","\'@sum",-12,+3.5,-7,\r\n')
})

test('全角の記号で始まる文字列も数式にならず、桁区切りの負の数はそのまま', () => {
  expect(csvOf([['＝1+1', '＋a', '－a', '＠a', '-1,234', '-0.5%']])).toBe('\uFEFF"\'＝1+1","\'＋a","\'－a","\'＠a","-1,234",-0.5%\r\n')
})

test('どんな文字列も元に戻せて、数式で始まるセルがない', () => {
  const rows = fc.array(
    fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', '=', '-', '@', '1', '円') }), { minLength: 2, maxLength: 4 }),
    { minLength: 1, maxLength: 5 },
  )
  fc.assert(
    fc.property(rows, (cells) => {
      const read = Papa.parse<string[]>(csvOf(cells).slice(1, -2), { newline: '\r\n', delimiter: ',' }).data
      const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text)
      expect(read).toEqual(cells.map((row) => row.map(safe)))
    }),
  )
})
