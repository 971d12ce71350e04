import { parentPort, workerData } from 'node:worker_threads'
import exceljs from 'exceljs'
import type { Sheet, SheetRow, TableCell } from './workbook.ts'

const font = { name: 'Meiryo', size: 10 }
const line = { style: 'thin', color: { argb: 'FF949494' } } as const
const box = { top: line, left: line, bottom: line, right: line } as const
const grey = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6E6E6' } } as const
const [narrowest, widest] = [8, 60]

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu
const signsOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0)

const date = /^(\d{4})-(\d{2})-(\d{2})$/
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const japanMilliseconds = 9 * 3_600_000

/** A text stays a text whatever it begins with: only a value of its own kind would be a formula. */
function put(cell: exceljs.Cell, value: TableCell, textOnly: boolean): void {
  if (value === null || value === '') return
  if (typeof value === 'number') {
    cell.value = value
    cell.numFmt = Number.isInteger(value) ? '#,##0' : '#,##0.0##'
    return
  }
  const day = textOnly ? null : date.exec(value)
  if (day) {
    cell.value = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])))
    cell.numFmt = 'yyyy/mm/dd'
  } else if (!textOnly && instant.test(value)) {
    // A spreadsheet knows no time zones; what it shows is the time in Japan.
    cell.value = new Date(Date.parse(value) + japanMilliseconds)
    cell.numFmt = 'yyyy/mm/dd hh:mm'
  } else {
    cell.value = value
  }
}

function widthsOf({ rows, widths }: Sheet): readonly number[] {
  if (widths) return widths
  const columns = Math.max(...rows.map((row) => row.cells.length))
  return Array.from({ length: columns }, (_, at) => {
    const longest = rows.slice(0, 500).reduce(
      (most, row) =>
        Math.max(
          most,
          ...String(row.cells[at] ?? '')
            .split('\n')
            .map(signsOf),
        ),
      0,
    )
    return Math.min(widest, Math.max(narrowest, longest + 3))
  })
}

/** Excel measures the height of wrapped text itself, but not in merged cells. */
function heightOf(row: SheetRow, widths: readonly number[]): number {
  const lines = row.cells.map((cell, at) => {
    const [from, to] = row.merge && row.merge[0] === at ? row.merge : [at, at]
    const width = widths.slice(from, to + 1).reduce((sum, each) => sum + each, 0)
    return String(cell ?? '')
      .split('\n')
      .reduce((sum, text) => sum + Math.max(1, Math.ceil(signsOf(text) / Math.max(1, width - 2))), 0)
  })
  return Math.min(400, Math.max(...lines) * 16 + 6)
}

function addRow(target: exceljs.Worksheet, sheet: Sheet, row: SheetRow, widths: readonly number[]): void {
  const added = target.addRow([])
  const { look } = row
  const columns = look === 'form' ? widths.length : row.cells.length
  for (let at = 0; at < columns; at++) {
    const cell = added.getCell(at + 1)
    put(cell, row.cells[at] ?? null, sheet.textOnly ?? false)
    cell.font = {
      ...font,
      bold: look === 'head' || look === 'section' || look === 'title',
      size: look === 'title' ? 14 : look === 'section' ? 11 : 10,
    }
    cell.alignment = {
      vertical: look === 'form' ? 'top' : 'middle',
      wrapText: look === 'form' || look === 'head' || look === 'title',
      ...(typeof row.cells[at] === 'number' ? { horizontal: 'right' } : {}),
    }
    if (look === 'head' || look === 'form') cell.border = box
    if (look === 'head') cell.fill = grey
  }
  if (row.merge) target.mergeCells(added.number, row.merge[0] + 1, added.number, row.merge[1] + 1)
  if (look === 'form' || look === 'title') added.height = heightOf(row, widths)
}

function addSheet(book: exceljs.Workbook, sheet: Sheet): void {
  // These signs are forbidden in the name of a sheet, and Excel takes 31 at most.
  const name =
    sheet.name
      .replaceAll(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet'
  const target = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: sheet.frozenRows }],
    pageSetup: {
      paperSize: 9,
      orientation: sheet.textOnly ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(sheet.filters ? { printTitlesRow: '1:1' } : {}),
    },
  })
  const widths = widthsOf(sheet)
  target.columns = widths.map((width) => ({ width }))
  for (const row of sheet.rows) addRow(target, sheet, row, widths)
  if (sheet.filters && sheet.rows.length > 0)
    target.autoFilter = { from: { row: 1, column: 1 }, to: { row: sheet.rows.length, column: widths.length } }
}

const book = new exceljs.Workbook()
for (const sheet of workerData as readonly Sheet[]) addSheet(book, sheet)
parentPort?.postMessage(new Uint8Array(await book.xlsx.writeBuffer()))
