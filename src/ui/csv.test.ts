import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

/** An independent reader of RFC 4180, for the round trip. */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 1; at < csv.length; at++) {
    const sign = csv.charAt(at)
    if (quoted && sign === '"' && csv.charAt(at + 1) === '"') cell += csv.charAt(++at)
    else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === ',') {
      row.push(cell)
      cell = ''
    } else if (!quoted && sign === '\r' && csv.charAt(at + 1) === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      at++
    } else cell += sign
  }
  return rows
}

test('Excelで開ける先頭と改行で書く', () => {
  expect(
    toCsv([
      ['名前', '金額'],
      ['見本', 1200],
    ]),
  ).toBe('\uFEFF名前,金額\r\n見本,1200\r\n')
})

test('数式になる文字列は数式にならない', () => {
  expect(toCsv([['=1+1', '+cmd', '-x', '@sum', '-12', '+3.5', -7, null]])).toBe("\uFEFF'=1+1,'+cmd,'-x,'@sum,-12,+3.5,-7,\r\n")
})

test('どんな文字列も元に戻せて、数式で始まるセルがない', () => {
  const rows = fc.array(
    fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', '=', '-', '@', '1', '円') }), { minLength: 1, maxLength: 4 }),
    { minLength: 1, maxLength: 5 },
  )
  fc.assert(
    fc.property(rows, (cells) => {
      const read = parse(toCsv(cells))
      const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text)
      expect(read).toEqual(cells.map((row) => row.map(safe)))
    }),
  )
})
