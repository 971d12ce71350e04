import { Worker } from 'node:worker_threads'
import { Failure } from '../action.ts'
import type { Fault } from '../contract.ts'
import { workbookTurns } from './turns.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A number that a paper writes in its own way: its value, the format of Excel for it, and what a reader sees. */
interface FormattedNumber {
  value: number
  format: string
  seen: string
}

/** Text, a number, a calendar date `YYYY-MM-DD` or an instant; the last two become dates of the spreadsheet. */
export type TableCell = string | number | FormattedNumber | null

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

/** Sheets, or the bytes of a table as JSON that was sent. */
export type ThreadWork = { sheets: readonly Sheet[] } | { table: Uint8Array }
export type ThreadAnswer = { bytes: Uint8Array } | { faults: Fault[] }

const longestSeconds = 120

/**
 * An Excel file (ISO/IEC 29500). Files are made one after the other, each in a thread that ends with it, so that neither the time nor the
 * memory of the spreadsheet library stays with the server. Rejects when it takes longer than two minutes, or too many wait.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const leave = await workbookTurns.enter()
  return inThread({ sheets }).finally(leave)
}

/** The same from a table as JSON. @throws Failure where it is not a table */
export async function writeSentTable(bytes: Uint8Array): Promise<Uint8Array> {
  const leave = await workbookTurns.enter()
  return inThread({ table: bytes }).finally(leave)
}

function inThread(work: ThreadWork): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
      workerData: work,
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
    thread.once('message', (answer: ThreadAnswer) => {
      end()
      if ('faults' in answer) reject(new Failure('invalid-input', answer.faults))
      else resolve(answer.bytes)
    })
    thread.once('error', (error) => {
      end()
      reject(error)
    })
  })
}
