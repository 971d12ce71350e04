import { Worker } from 'node:worker_threads'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Text, a number, a calendar date `YYYY-MM-DD` or an instant; the last two become dates of the spreadsheet. */
export type TableCell = string | number | null

export interface SheetRow {
  cells: readonly TableCell[]
  look?: 'title' | 'section' | 'head' | 'form'
  /** Column numbers from 0, both included, that become one cell. */
  merge?: readonly [number, number]
}

export interface Sheet {
  name: string
  /** Widths in signs; measured from the cells when left out. */
  widths?: readonly number[]
  /** Rows that stay in sight at the head. */
  frozenRows: number
  /** The head row filters the rows below it. */
  filters?: boolean
  /** Texts stay texts, also those that look like a date: a form, not a table of data. */
  textOnly?: boolean
  rows: readonly SheetRow[]
}

/** One list as a sheet: a head, then rows. */
export const sheetOf = (name: string, columns: readonly string[], rows: readonly (readonly TableCell[])[]): Sheet => ({
  name,
  frozenRows: 1,
  filters: true,
  rows: [{ cells: columns, look: 'head' }, ...rows.map((cells) => ({ cells }))],
})

const longestSeconds = 60

/**
 * An Excel file (ISO/IEC 29500). Made in a thread of its own that ends with it, so that neither the time nor the memory
 * of the spreadsheet library stays with the server. Rejects when it takes longer than a minute.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
      workerData: sheets,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    const timer = setTimeout(
      () => void thread.terminate().then(() => reject(new Error('The spreadsheet took too long.'))),
      longestSeconds * 1_000,
    )
    const end = (): void => {
      clearTimeout(timer)
      void thread.terminate()
    }
    thread.once('message', (bytes: Uint8Array) => {
      end()
      resolve(bytes)
    })
    thread.once('error', (error) => {
      end()
      reject(error)
    })
  })
}
