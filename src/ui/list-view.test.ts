import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Column, type Filter, type ListView, plainForSearch, rowsInView } from './list-view.ts'

type Row = { name: string; yen: number | null; state: string }

const columns: Column<Row>[] = [
  { key: 'name', label: 'name', value: (row) => row.name },
  { key: 'yen', label: 'yen', value: (row) => row.yen },
]
const filters: Filter<Row>[] = [{ key: 'state', label: 'state', options: [], of: (row) => row.state }]
const everything: ListView = { text: '', sort: null, descending: false, page: 1, chosen: {} }
const rows: Row[] = [
  { name: 'データ入力', yen: 300, state: 'open' },
  { name: '文章作成', yen: null, state: 'open' },
  { name: 'でーた検品', yen: 1200, state: 'done' },
]

test('半角カナ・全角・ひらがな・大文字の違いを気にせず探せる', () => {
  const find = (text: string): string[] => rowsInView(rows, { ...everything, text }, columns, filters).map((row) => row.name)
  expect(find('ﾃﾞｰﾀ')).toEqual(['データ入力', 'でーた検品'])
  expect(find('データ　検品')).toEqual(['でーた検品'])
  expect(find('１２００')).toEqual(['でーた検品'])
  expect(plainForSearch('ＡＢＣ')).toBe('abc')
})

test('選んだ条件に合う行だけになる', () => {
  expect(rowsInView(rows, { ...everything, chosen: { state: ['done'] } }, columns, filters)).toEqual([rows[2]])
  expect(rowsInView(rows, { ...everything, chosen: { state: ['done', 'open'] } }, columns, filters)).toHaveLength(3)
})

test('並べ替えでは空の値が昇順でも降順でも最後になる', () => {
  const order = (descending: boolean): (number | null)[] =>
    rowsInView(rows, { ...everything, sort: 'yen', descending }, columns, filters).map((row) => row.yen)
  expect(order(false)).toEqual([300, 1200, null])
  expect(order(true)).toEqual([1200, 300, null])
})

test('並べ替えは行を失わず、同じ値の順を保つ', () => {
  const anyRows = fc.array(
    fc.record({
      name: fc.string({ maxLength: 2 }),
      yen: fc.option(fc.integer({ min: 0, max: 5 })),
      state: fc.constantFrom('open', 'done'),
    }),
  )
  fc.assert(
    fc.property(anyRows, fc.boolean(), (some, descending) => {
      const sorted = rowsInView(some, { ...everything, sort: 'yen', descending }, columns, filters)
      expect(new Set(sorted)).toEqual(new Set(some))
      for (const [index, row] of sorted.entries()) {
        const next = sorted[index + 1]
        if (next && next.yen === row.yen) expect(some.indexOf(row)).toBeLessThan(some.indexOf(next))
      }
    }),
  )
})
