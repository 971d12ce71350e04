import { type Cell, csvOf } from '../platform/csv.ts'
import type { Column } from './list-view.ts'
import { requestFile } from './request.ts'
import { withoutReadings } from './ruby/marks.ts'
import { saveFile } from './save-file.ts'

/** As many rows as the server writes into one file. */
const mostSavedRows = 100_000

export type SavedForm = 'xlsx' | 'csv'

const day = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' })

/** A table of a spreadsheet has no room above its lines. */
const written = (cell: Cell): Cell => (typeof cell === 'string' ? withoutReadings(cell) : cell)

/** Saves rows as they are found, with the columns in sight: CSV is made here, Excel by the server. Throws a Refusal. */
export async function saveList<Row>(
  form: SavedForm,
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const head = columns.map((column) => withoutReadings(column.label))
  const cells = rows.slice(0, mostSavedRows).map((row): Cell[] => columns.map((column) => written(column.value(row))))
  const name = withoutReadings(`${caption}_${day()}`)
  if (form === 'csv') return saveFile(`${name}.csv`, csvOf([head, ...cells]), 'text/csv;charset=utf-8')
  const file = await requestFile('/api/platform/tables.xlsx', { name: withoutReadings(caption).slice(0, 100), columns: head, rows: cells })
  saveFile(`${name}.xlsx`, file, file.type)
}

/** All pages of a list, one after the other, up to what is saved at most. */
export async function everyPage<Row>(
  ask: (cursor: string | null) => Promise<{ rows: readonly Row[]; next: string | null }>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let cursor: string | null = null; ;) {
    const page: { rows: readonly Row[]; next: string | null } = await ask(cursor)
    rows.push(...page.rows)
    if (page.next === null || rows.length >= mostSavedRows) return rows
    cursor = page.next
  }
}
