import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluationSheetCsv } from './evaluation-sheet-csv.ts'
import { exampleSheet } from './example.ts'

/** Cells of RFC 4180, read the slow and plain way. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (let rest = csv.replace('\uFEFF', ''); rest !== '';) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest)
    const text = quoted ? quoted[0] : (/^[^,\r\n]*/.exec(rest)?.[0] ?? '')
    rows.at(-1)?.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : text)
    rest = rest.slice(text.length)
    if (rest.startsWith('\r\n')) rows.push([])
    rest = rest.slice(rest.startsWith('\r\n') ? 2 : 1)
  }
  return rows.slice(0, -1)
}

test('六つの部がそろい、KPI は1指標1行', () => {
  const rows = rowsOf(evaluationSheetCsv(exampleSheet))
  expect([...new Set(rows.map(([part]) => part))]).toEqual(['0', '1', '2', '3', '4', '5', '6'])
  expect(rows).toContainEqual([
    '3',
    '自営型テレワークで収入を得た人数（年間1万円以上）',
    '250 (人)',
    '270',
    '90',
    '33 [21]',
    '(36.7%)',
    '140',
    '100 [21]',
    '(71.4%)',
  ])
  expect(rows).toContainEqual(['4', '評価', 'C', '地方創生に効果があった'])
  expect(rows.filter(([part]) => part === '6')).toHaveLength(3)
})

test('水準の指標は累積の欄が空になり、選んでいない評価も空になる', () => {
  const [row] = exampleSheet.kpi.rows
  const level = {
    ...exampleSheet,
    kpi: { ...exampleSheet.kpi, rows: row ? [{ ...row, cumulative: null }] : [] },
    evaluation: { ...exampleSheet.evaluation, chosen: null },
  }
  const rows = rowsOf(evaluationSheetCsv(level))
  expect(rows.find(([part, name]) => part === '3' && name === row?.name)?.slice(-3)).toEqual(['', '', ''])
  expect(rows).toContainEqual(['4', '評価', '', ''])
})

test('性質: どんな文章も一つの欄に入り、数式にはならない', () => {
  const text = fc.string({ unit: fc.constantFrom('"', ',', '\r\n', '\n', '=', '-', '+', '@', 'あ', ' '), maxLength: 12 })
  fc.assert(
    fc.property(text, (effect) => {
      const rows = rowsOf(evaluationSheetCsv({ ...exampleSheet, evaluation: { ...exampleSheet.evaluation, effect } }))
      const cell = rows.find(([part, name]) => part === '4' && name === '効果')?.[2]
      expect(cell === effect || cell === `'${effect}`).toBe(true)
      expect(cell).not.toMatch(/^[=+\-@]/)
    }),
  )
})
