import type exceljs from 'exceljs'
import { dayOf, signsOf, timeOf, written } from './cell-values.ts'
import type { Sheet, SheetRow, TableCell } from './workbook.ts'

const font = { name: 'Meiryo', size: 10 }
const line = { style: 'thin', color: { argb: 'FF949494' } } as const
const box = { top: line, left: line, bottom: line, right: line } as const
const grey = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6E6E6' } } as const
const [narrowest, widest] = [8, 60]

/** A text stays a text whatever it begins with: only a value of its own kind would be a formula. */
function put(cell: exceljs.Cell, value: TableCell, textOnly: boolean): void {
  if (value === null || value === '') return
  if (typeof value === 'number') {
    cell.value = value
    cell.numFmt = Number.isInteger(value) ? '#,##0' : '#,##0.0##'
    return
  }
  if (typeof value === 'object') {
    cell.value = value.value
    cell.numFmt = value.format
    return
  }
  const day = textOnly ? null : dayOf(value)
  const time = textOnly ? null : timeOf(value)
  cell.value = day ?? time ?? written(value)
  if (day) cell.numFmt = 'yyyy/mm/dd'
  if (time) cell.numFmt = 'yyyy/mm/dd hh:mm'
}

/** What a reader sees in a cell, for its width and height. */
const seen = (cell: TableCell | undefined): string => (typeof cell === 'object' && cell !== null ? cell.seen : String(cell ?? ''))

export function widthsOf({ rows, widths }: Sheet): readonly number[] {
  if (widths) return widths
  const measured = rows.slice(0, 500)
  const columns = Math.max(...measured.map((row) => row.cells.length))
  return Array.from({ length: columns }, (_, at) => {
    const longest = measured.reduce((most, row) => Math.max(most, ...seen(row.cells[at]).split('\n').map(signsOf)), 0)
    return Math.min(widest, Math.max(narrowest, longest + 3))
  })
}

/** Spreadsheets measure the height of wrapped text, but not in merged cells, and LibreOffice not in a file that says none. */
function heightOf(row: SheetRow, widths: readonly number[]): number {
  const lines = row.cells.map((cell, at) => {
    const [from, to] = row.merge && row.merge[0] === at ? row.merge : [at, at]
    const width = widths.slice(from, to + 1).reduce((sum, each) => sum + each, 0)
    // Bold signs are wider.
    const signs = (text: string) => signsOf(text) * (row.look === 'head' || row.look === 'title' ? 1.15 : 1)
    return seen(cell)
      .split('\n')
      .reduce((sum, text) => sum + Math.max(1, Math.ceil(signs(text) / Math.max(1, width - 2))), 0)
  })
  const lineHeight = row.look === 'title' ? 20 : 16
  return Math.min(400, Math.max(1, ...lines) * lineHeight + 6)
}

/** Adds a row with its look. */
export function addRow(target: exceljs.Worksheet, sheet: Sheet, row: SheetRow, widths: readonly number[]): void {
  const added = target.addRow([])
  const { look } = row
  const columns = look === 'form' ? widths.length : row.cells.length
  for (let at = 0; at < columns; at++) {
    const cell = added.getCell(at + 1)
    const value = row.cells[at] ?? null
    put(cell, value, sheet.textOnly ?? false)
    cell.font = look === 'title' ? titleFont : look === 'section' ? sectionFont : look === 'head' ? headFont : font
    const isNumber = typeof value === 'number' || (typeof value === 'object' && value !== null)
    cell.alignment = {
      vertical: look === 'form' ? 'top' : 'middle',
      wrapText: look === 'form' || look === 'head' || look === 'title',
      ...(isNumber ? { horizontal: 'right' } : {}),
    }
    if (look === 'head' || look === 'form') cell.border = box
    if (look === 'head') cell.fill = grey
  }
  if (row.merge) target.mergeCells(added.number, row.merge[0] + 1, added.number, row.merge[1] + 1)
  if (look !== undefined) added.height = heightOf(row, widths)
}
const headFont = { ...font, bold: true }
const titleFont = { ...headFont, size: 14 }
const sectionFont = { ...headFont, size: 11 }
