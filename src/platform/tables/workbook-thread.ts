import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import exceljs from 'exceljs'
import { check } from '../faults.ts'
import { table } from './table.ts'
import { nameOf } from './cell-values.ts'
import { tableFile } from './table-file.ts'
import { type Sheet, sheetOf, type ThreadAnswer, type ThreadWork } from './workbook.ts'
import { addRow, widthsOf } from './workbook-cells.ts'

/** Forms: a few hundred rows with merged cells and measured heights. */
async function writeForms(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  const names: string[] = []
  for (const sheet of sheets) {
    const name = nameOf(sheet.name, names)
    names.push(name)
    addSheet(book, sheet, name)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addSheet(book: exceljs.Workbook, sheet: Sheet, name: string): void {
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

/** A table that was sent is read and checked here, so that nobody waits while a long one is. */
async function answer(work: ThreadWork): Promise<ThreadAnswer> {
  if ('sheets' in work) {
    const [list, ...others] = work.sheets
    return { bytes: list?.filters && others.length === 0 ? await tableFile(list) : await writeForms(work.sheets) }
  }
  let sent: unknown
  try {
    sent = JSON.parse(Buffer.from(work.table).toString())
  } catch {
    return { faults: [{ path: '', code: 'invalid_json' }] }
  }
  const asked = check(table, sent)
  if ('faults' in asked) return asked
  const { name, columns, rows } = asked.data
  return { bytes: await tableFile(sheetOf(name, columns, rows)) }
}

// Whoever waits for a page comes before whoever waits for a file. Linux knows a priority of threads; elsewhere it is the process's.
if (process.platform === 'linux') setPriority(19)
parentPort?.postMessage(await answer(workerData as ThreadWork))
